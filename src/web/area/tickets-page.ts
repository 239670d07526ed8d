import { html } from "hono/html";
import { promisedLine } from "../../features/client-area/index.ts";
import { whyDue } from "../../features/explanation/index.ts";
import type { EndedPause } from "../../sla/calendar.ts";
import type { Desk } from "../../desk/desk.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import type { TicketList } from "../../tickets/execute/queries.ts";
import { countedAtMost, lastListPage, openTickets, type ListFilter } from "../../tickets/list-filter.ts";
import type { Guest } from "../deps.ts";
import { seesWholeAccount } from "../../tickets/principal.ts";
import { ticketName, type StoredTicket } from "../../tickets/ticket.ts";
import { progressOf, severityMarkOf, toneOf } from "../../cards/ticket-heading.ts";
import { cardParts } from "../render/card.ts";
import { line, type Markup, type PageContext } from "../render/line.ts";

/** The part of the address behind the path: `?which=due&account=acme`. Empty for the open tickets. */
const queryOf = ({ which, account, person, severity, facts, unassigned, tech, page }: ListFilter): string => {
  const query = new URLSearchParams({
    ...(which === openTickets.which ? {} : { which }),
    ...(account === null ? {} : { account }),
    ...(person === null ? {} : { person }),
    ...(severity === null ? {} : { severity }),
    ...facts,
    ...(unassigned ? { unassigned: "yes" } : {}),
    ...(tech ? { tech: "yes" } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return query === "" ? "" : `?${query}`;
};

/** The lists of the client area, in the order of the tabs. */
const tabs = [
  ["area.tabOpen", openTickets],
  ["area.tabMine", { ...openTickets, which: "mine" }],
  ["area.tabResolved", { ...openTickets, which: "resolved" }],
] as const satisfies readonly (readonly [string, ListFilter])[];

/** The list that an address names: a contact narrows by these only. */
export const areaFilterOf = (which: string | undefined, page: string | undefined): ListFilter => {
  const chosen = tabs.map(([, tab]) => tab).find((tab) => tab.which === which) ?? openTickets;
  const number = /^\d{1,4}$/.test(page ?? "") ? Number(page) : 1;
  return { ...chosen, page: Math.min(Math.max(number, 1), lastListPage) };
};

/** A list, and the ended pauses of the tickets in it that have any. */
export interface ExplainedList extends TicketList {
  readonly pauses: ReadonlyMap<number, readonly EndedPause[]>;
}

const item = (ticket: StoredTicket, { pauses }: ExplainedList, desk: Desk, context: PageContext): Markup => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const name = ticketName(ticket.number);
  if (ticket.status === "unreadable")
    return html`<li class="ticket-item"><p>${name}: ${say("list.unreadable")}</p></li>`;
  const promised = promisedLine(ticket, viewer);
  const why =
    promised === null ? [] : whyDue({ ticket, pauses: pauses.get(ticket.number) ?? [], desk, viewer }).slice(1);
  return html`<li class="ticket-item">
    <h2>
      <a href="/area/tickets/${String(ticket.number)}"
        ><span class="number">${name}</span> <span dir="auto">${oneLine(ticket.title, 120)}</span></a
      >
    </h2>
    <p class="state">
      <strong>${say(`progress.${progressOf(ticket)}`)}</strong>
      <span class="severity severity-${toneOf(ticket) ?? "none"}">${severityMarkOf(ticket, say)}</span>
      <span class="faint" dir="auto">${say("area.askedBy", { name: ticket.requester.name })}</span>
      <time class="faint" datetime="${new Date(ticket.openedAt).toISOString()}"
        >${momentText(ticket.openedAt, viewer)}</time
      >
    </p>
    ${
      promised === null
        ? html`<p class="faint">${ticket.status === "resolved" ? "" : say("area.nothingDue")}</p>`
        : html`<p class="promised">${line(promised, context)}</p>
            <details class="why">
              <summary>${say("area.why")}</summary>
              ${cardParts(why, context)}
            </details>`
    }
  </li>`;
};

const pages = ({ filter, total }: TicketList, size: number, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const last = total > countedAtMost ? lastListPage : Math.max(1, Math.ceil(total / size));
  const link = (to: number, label: string): Markup | string =>
    to < 1 || to > last ? "" : html`<a class="button" href="/area${queryOf({ ...filter, page: to })}">${label}</a>`;
  if (last === 1) return html``;
  return html`<nav class="row" aria-label="${say("list.pages")}">
    ${link(filter.page - 1, say("list.previous"))} ${link(filter.page + 1, say("list.next"))}
  </nav>`;
};

/** The tickets that a contact may see, next due first. */
export const areaTicketsPage = (
  { list, size }: { readonly list: ExplainedList; readonly size: number },
  { user, account, desk }: Pick<Guest, "user" | "account" | "desk">,
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  const seesAll = seesWholeAccount(user, account);
  // All tickets of a limited contact are asked by them.
  const shown = seesAll ? tabs : tabs.filter(([, { which }]) => which !== "mine");
  return html`<h1>${say(seesAll ? "area.ourTickets" : "area.myTickets")}</h1>
    ${seesAll ? "" : html`<p class="hint">${say("area.onlyOwn", { account: account.name })}</p>`}
    <p><a class="button primary" href="/area/new">${say("area.newTicket")}</a></p>
    <nav aria-label="${say("area.lists")}">
      <ul class="tabs">
        ${shown.map(
          ([label, tab]) =>
            html`<li>
              <a href="/area${queryOf(tab)}" ${tab.which === list.filter.which ? html` aria-current="page"` : ""}
                >${say(label)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    ${
      list.tickets.length === 0
        ? html`<p class="empty">${say("area.noTickets")}</p>`
        : html`<ol class="ticket-list">
            ${list.tickets.map((each) => item(each, list, desk, context))}
          </ol>`
    }
    ${pages(list, size, context)}`;
};
