import { html } from "hono/html";
import { isMissed } from "../../cards/due-line.ts";
import { severityMarkOf, toneOf } from "../../cards/ticket-heading.ts";
import type { Desk } from "../../desk/desk.ts";
import { nameOf } from "../../i18n/directory.ts";
import { basisText, clockForecastText, forecastText, isLikely } from "../../features/report/index.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Clock } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { soonMs } from "../../db/queue/queue-view.ts";
import { nextDueClock } from "../../tickets/clocks/plan.ts";
import { isWithTech, ticketName, type StoredTicket, type Ticket } from "../../tickets/ticket.ts";
import { accountLink } from "../desk/accounts/account-link.ts";
import type { ClockForecast } from "../desk/forecasts.ts";
import { countdown, type Markup, type PageContext } from "../render/line.ts";

/** A moment that is due: how long until then, its clock and the moment. Late and soon differ by words and by colour. */
export const dueMoment = (
  { kind, due, isMissed: missed }: { readonly kind: ClockKind; readonly due: Instant; readonly isMissed: boolean },
  context: PageContext,
): Markup => {
  const { viewer, now } = context;
  const say = sayIn(viewer.locale);
  const isLate = due <= now || missed;
  const state = isLate ? "late" : due - now <= soonMs ? "soon" : "calm";
  return html`<span class="due due-${state}"
      ><strong>${isLate ? say("web.overdueBy") : say("web.dueIn")} ${countdown(due, context)}</strong></span
    >
    <span class="faint">${say(`clock.${kind}`)} · ${momentText(due, viewer)}</span>`;
};

/** When a clock is due; null: nothing is. */
export const dueCell = (clock: Clock | null, context: PageContext): Markup =>
  clock === null
    ? html`<span class="faint">${sayIn(context.viewer.locale)("web.noDue")}</span>`
    : dueMoment({ kind: clock.kind, due: clock.target.due, isMissed: isMissed(clock) }, context);

/**
 * How likely a target is missed, and on what that is based: "Risk 35%: 7 of 20 like this took longer". `beside`: the clock
 * whose due time stands beside it. The line names another one.
 */
export const forecastLine = (
  { clock, forecast }: ClockForecast,
  beside: Pick<Clock, "kind"> | null,
  { viewer }: PageContext,
): Markup =>
  html`<span class="forecast${isLikely(forecast) ? " likely" : ""}" title="${basisText(forecast, viewer)}"
    >${clock.kind === beside?.kind ? forecastText(forecast, viewer) : clockForecastText(clock.kind, forecast, viewer)}</span
  >`;

/** When the next target is due, and below it which target is missed most likely. */
const dueAndRisk = (ticket: Ticket, riskiest: ClockForecast | null, context: PageContext): Markup => {
  const next = nextDueClock(ticket);
  return html`${dueCell(next, context)} ${riskiest === null ? "" : forecastLine(riskiest, next, context)}`;
};

/** What a row has beside its ticket: a box that selects it, what was written around the words of a search, and its highest risk. */
export interface RowChoice {
  readonly picks: boolean;
  readonly excerpt: string | null;
  readonly riskiest: ClockForecast | null;
}

const stateOf = (ticket: Ticket, desk: Desk, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const state = isWithTech(ticket) ? say("list.withTech") : say(`status.${ticket.status}`);
  return html`${accountLink(desk, ticket, say)} · <span class="state">${state}</span>`;
};

/** A ticket of the queue as a row of the table. */
export const queueRow = (
  ticket: StoredTicket,
  { desk, picks, excerpt, riskiest }: { readonly desk: Desk } & RowChoice,
  context: PageContext,
): Markup => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const name = ticketName(ticket.number);
  const path = `/desk/tickets/${ticket.number}`;
  if (ticket.status === "unreadable")
    return html`<tr id="row-${String(ticket.number)}">
      ${picks ? html`<td class="pick"></td>` : ""}
      <th scope="row">${name}</th>
      <td colspan="4">${say("list.unreadable")}</td>
    </tr>`;
  const tone = toneOf(ticket) ?? "none";
  return html`<tr id="row-${String(ticket.number)}" class="tone-${tone}">
    ${
      picks
        ? html`<td class="pick">
            <label
              ><span class="unseen">${say("web.pickTicket", { ticket: name })}</span
              ><input type="checkbox" name="ticket" value="${String(ticket.number)}"
            /></label>
          </td>`
        : ""
    }
    <th scope="row"><a href="${path}" class="number">${name}</a></th>
    <td class="title">
      <a href="${path}" dir="auto" tabindex="-1">${oneLine(ticket.title, 120)}</a>
      <span class="faint">${stateOf(ticket, desk, context)}</span>
      ${excerpt === undefined ? "" : html`<span class="faint excerpt" dir="auto">${excerpt}</span>`}
    </td>
    <td><span class="severity severity-${tone}">${severityMarkOf(ticket, say)}</span></td>
    <td>
      ${
        ticket.assignee === null
          ? html`<span class="unassigned">${say("triage.unassigned")}</span>`
          : html`<span dir="auto">${nameOf(desk, ticket.assignee)}</span>`
      }
    </td>
    <td class="due-cell">${dueAndRisk(ticket, riskiest, context)}</td>
  </tr>`;
};
