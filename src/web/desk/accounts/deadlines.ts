import { html } from "hono/html";
import { isMissed } from "../../../cards/due-line.ts";
import { oneLine } from "../../../i18n/excerpt.ts";
import { sayIn } from "../../../i18n/say.ts";
import { tickingClocks } from "../../../tickets/clocks/plan.ts";
import { ticketName, type StoredTicket } from "../../../tickets/ticket.ts";
import { dueMoment } from "../../pages/queue-row.ts";
import type { Markup, PageContext } from "../../render/line.ts";

/** So many deadlines are shown. Each belongs to one of as many tickets that are due next. */
const shown = 10;

/** Every running clock of these tickets that is due next, with its ticket. `tickets` are those that are due next. */
export const deadlines = (tickets: readonly StoredTicket[], context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  const due = tickets
    .flatMap((ticket) =>
      ticket.status === "unreadable" ? [] : tickingClocks(ticket).map((clock) => ({ ticket, clock })),
    )
    .toSorted((one, other) => one.clock.target.due - other.clock.target.due)
    .slice(0, shown);
  return html`<section class="card" id="deadlines">
    <h2>${say("accounts.deadlines")}</h2>
    ${
      due.length === 0
        ? html`<p class="faint">${say("accounts.noDeadlines")}</p>`
        : html`<ol class="deadlines">
            ${due.map(
              ({ ticket: { number, title }, clock }) =>
                html`<li class="due-cell">
                  ${dueMoment({ kind: clock.kind, due: clock.target.due, isMissed: isMissed(clock) }, context)}
                  <a href="/desk/tickets/${String(number)}" dir="auto"
                    ><span class="number">${ticketName(number)}</span> ${oneLine(title, 60)}</a
                  >
                </li>`,
            )}
          </ol>`
    }
  </section>`;
};
