import { html } from "hono/html";
import type { Desk } from "../../desk/desk.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import type { StoredTicket } from "../../tickets/ticket.ts";
import type { Markup, PageContext } from "../render/line.ts";
import { riskiestOf, type Forecasts } from "../desk/forecasts.ts";
import { queueRow, type RowChoice } from "./queue-row.ts";

const headings = (say: Say, { picks }: Pick<RowChoice, "picks">): Markup =>
  html`<thead>
    <tr>
      ${picks ? html`<th scope="col" class="pick"><span class="unseen">${say("web.pick")}</span></th>` : ""}
      <th scope="col">${say("web.ticket")}</th>
      <th scope="col">${say("web.subject")}</th>
      <th scope="col">${say("fact.severity")}</th>
      <th scope="col">${say("fact.assignee")}</th>
      <th scope="col">${say("web.nextDue")}</th>
    </tr>
  </thead>`;

interface TableContent {
  readonly tickets: readonly StoredTicket[];
  readonly title: string;
  /** Whether each row has a box that selects it. */
  readonly picks: boolean;
  /** What was written around the words of a search, by number. */
  readonly excerpts?: ReadonlyMap<number, string>;
  /** How likely the targets are missed, by number. */
  readonly forecasts?: Forecasts;
}

/** Tickets as a table, as the queue shows them. */
export const ticketTable = (
  { tickets, title, picks, excerpts, forecasts }: TableContent,
  desk: Desk,
  context: PageContext,
): Markup =>
  html`<div class="table" tabindex="0" role="region" aria-label="${title}">
    <table class="queue${picks ? "" : " no-picks"}">
      ${headings(sayIn(context.viewer.locale), { picks })}
      <tbody>
        ${tickets.map((each) => {
          const excerpt = excerpts?.get(each.number) ?? null;
          const riskiest = riskiestOf(forecasts?.get(each.number) ?? []);
          return queueRow(each, { desk, picks, excerpt, riskiest }, context);
        })}
      </tbody>
    </table>
  </div>`;
