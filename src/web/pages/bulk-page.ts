import { html } from "hono/html";
import { sayIn } from "../../i18n/say.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { Markup, PageContext } from "../render/line.ts";

/** What became of one ticket. `why`: what Plazo answered, where it did not do what was asked. */
export interface BulkResult {
  readonly number: number;
  readonly done: boolean;
  readonly why: string | null;
}

/** The outcome for each ticket, those that were refused first. */
export const bulkPage = (results: readonly BulkResult[], back: string, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const done = results.filter((each) => each.done).length;
  const sorted = results.toSorted((one, other) => Number(one.done) - Number(other.done) || one.number - other.number);
  return html`<h1>${say("web.bulkDone")}</h1>
    <p role="status">
      ${results.length === 0 ? say("web.bulkNone") : say("web.bulkCount", { count: done, total: results.length })}
    </p>
    <ul class="outcomes">
      ${sorted.map(
        ({ number, done: isDone, why }) =>
          html`<li class="${isDone ? "ok" : "refused"}">
            <a href="/desk/tickets/${String(number)}">${ticketName(number)}</a>
            <strong>${isDone ? say("web.bulkOk") : say("web.bulkRefused")}</strong>
            ${isDone || why === null ? "" : html`<span dir="auto">${why}</span>`}
          </li>`,
      )}
    </ul>
    <p><a class="button primary" href="${back}">${say("web.back")}</a></p>`;
};
