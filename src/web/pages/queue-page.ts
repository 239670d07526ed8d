import { html } from "hono/html";
import { isMissed } from "../../cards/due-line.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { accountName, nameOf } from "../../i18n/directory.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import type { Desk } from "../../desk/desk.ts";
import { severities, type Severity } from "../../sla/severity.ts";
import { tickingClocks } from "../../tickets/clocks/plan.ts";
import type { TicketList } from "../../tickets/execute/queries.ts";
import { countedAtMost, lastListPage, openTickets, type ListFilter } from "../../tickets/list-filter.ts";
import { ticketName, type StoredTicket, type Ticket } from "../../tickets/ticket.ts";
import { severityMarkOf, toneOf } from "../../cards/ticket-heading.ts";
import { queryOf } from "../list-address.ts";
import { time, type Markup, type PageContext } from "../render/line.ts";

/** The ready-made lists, in the order of the tabs. */
export const tabs = [
  ["web.tabOpen", openTickets],
  ["web.tabMine", { ...openTickets, which: "mine" }],
  ["web.tabUnassigned", { ...openTickets, unassigned: true }],
  ["web.tabDue", { ...openTickets, which: "due" }],
  ["web.tabWaiting", { ...openTickets, which: "waiting" }],
  ["web.tabTech", { ...openTickets, tech: true }],
  ["web.tabResolved", { ...openTickets, which: "resolved" }],
] as const satisfies readonly (readonly [string, ListFilter])[];

const addressOf = (filter: ListFilter): string => `/desk${queryOf(filter)}`;

const bounded = (count: number, say: Say, tag: string): string => {
  const text = new Intl.NumberFormat(tag).format(Math.min(count, countedAtMost));
  return count > countedAtMost ? say("list.over", { total: text }) : text;
};

const tabRow = (filter: ListFilter, counts: readonly number[], { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  // A tab keeps the narrowing by account, severity and person.
  const { account, person, severity, facts } = filter;
  const here = queryOf({ ...filter, page: 1 });
  return html`<nav aria-label="${say("web.filters")}">
    <ul class="tabs">
      ${tabs.map(([label, tab], index) => {
        const target = { ...tab, account, person, severity, facts };
        return html`<li>
          <a href="${addressOf(target)}" ${queryOf(target) === here ? html` aria-current="page"` : ""}
            >${say(label)} <span class="count">${bounded(counts[index] ?? 0, say, viewer.locale)}</span></a
          >
        </li>`;
      })}
    </ul>
  </nav>`;
};

const option = (value: string, label: string, chosen: string | null): Markup =>
  html`<option value="${value}" ${value === (chosen ?? "") ? html` selected` : ""}>${label}</option>`;

/** Narrows the list by account and severity, and goes to a ticket by its number. */
const filterForm = (filter: ListFilter, desk: Desk, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const hidden = [
    ["which", filter.which],
    ["unassigned", filter.unassigned ? "yes" : ""],
    ["tech", filter.tech ? "yes" : ""],
    ["person", filter.person ?? ""],
    ...Object.entries(filter.facts),
  ] as const;
  return html`<div class="narrow">
    <form method="get" action="/desk" class="row" aria-label="${say("web.narrow")}">
      ${hidden.map(([name, value]) => (value === "" ? "" : html`<input type="hidden" name="${name}" value="${value}" />`))}
      <label
        >${say("fact.account")}
        <select name="account">
          ${option("", say("web.any"), filter.account)}
          ${Object.values(desk.accounts)
            .toSorted((one, other) => one.name.localeCompare(other.name, viewer.locale))
            .map(({ key, name }) => option(key, name, filter.account))}
        </select></label
      >
      <label
        >${say("fact.severity")}
        <select name="severity">
          ${option("", say("web.any"), filter.severity)}
          ${severities.map((each: Severity) => option(each, say(`severityLabel.${each}`), filter.severity))}
        </select></label
      >
      <button class="button" type="submit">${say("web.filter")}</button>
    </form>
    <form method="get" action="/desk/tickets" class="row">
      <label
        >${say("web.find")} <input type="text" name="number" inputmode="numeric" size="8" required autocomplete="off"
      /></label>
      <button class="button" type="submit">${say("web.open")}</button>
    </form>
  </div>`;
};

const nextDue = (ticket: Ticket) =>
  tickingClocks(ticket).toSorted((one, other) => one.target.due - other.target.due)[0] ?? null;

const row = (ticket: StoredTicket, desk: Desk, context: PageContext): Markup => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const name = ticketName(ticket.number);
  if (ticket.status === "unreadable")
    return html`<tr>
      <th scope="row">${name}</th>
      <td colspan="6">${say("list.unreadable")}</td>
    </tr>`;
  const due = nextDue(ticket);
  return html`<tr>
    <th scope="row"><a href="/desk/tickets/${String(ticket.number)}">${name}</a></th>
    <td class="title" dir="auto"><a href="/desk/tickets/${String(ticket.number)}">${oneLine(ticket.title, 120)}</a></td>
    <td dir="auto">${accountName(desk, ticket, say)}</td>
    <td><span class="severity severity-${toneOf(ticket) ?? "none"}">${severityMarkOf(ticket, say)}</span></td>
    <td>${say(`status.${ticket.status}`)}</td>
    <td>${ticket.assignee === null ? say("triage.unassigned") : nameOf(desk, ticket.assignee)}</td>
    <td class="due">
      ${
        due === null
          ? html`<span class="faint">${say("web.noDue")}</span>`
          : html`${isMissed(due) ? html`<strong class="missed">${say("web.missed")}</strong> ` : ""}${time(due.target.due, "both", context)}`
      }
    </td>
  </tr>`;
};

const pages = ({ filter, total }: TicketList, size: number, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const last = total > countedAtMost ? lastListPage : Math.max(1, Math.ceil(total / size));
  const link = (to: number, label: string): Markup | string =>
    to < 1 || to > last ? "" : html`<a class="button" href="${addressOf({ ...filter, page: to })}">${label}</a>`;
  if (last === 1) return html``;
  return html`<nav class="row" aria-label="${say("list.pages")}">
    ${link(filter.page - 1, say("list.previous"))} ${link(filter.page + 1, say("list.next"))}
  </nav>`;
};

/** The queue: the tickets of a list by next due time, with tabs for the ready-made lists. */
export const queuePage = (
  { list, counts, size }: { readonly list: TicketList; readonly counts: readonly number[]; readonly size: number },
  desk: Desk,
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  const { filter, tickets } = list;
  const heads = [
    say("web.ticket"),
    say("web.subject"),
    say("fact.account"),
    say("fact.severity"),
    say("fact.status"),
    say("fact.assignee"),
    say("web.nextDue"),
  ];
  return html`<h1>${say("web.queue")}</h1>
    ${tabRow(filter, counts, context)} ${filterForm(filter, desk, context)}
    ${
      tickets.length === 0
        ? html`<p class="empty">${say("list.empty")}</p>`
        : html`<div class="table" tabindex="0" role="region" aria-label="${say("web.queue")}">
            <table>
              <thead>
                <tr>
                  ${heads.map((each) => html`<th scope="col">${each}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${tickets.map((each) => row(each, desk, context))}
              </tbody>
            </table>
          </div>`
    }
    ${pages(list, size, context)}`;
};
