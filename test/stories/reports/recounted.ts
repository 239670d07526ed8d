import { DateTime } from "luxon";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { readNumberedEvents } from "../../../src/db/event-store.ts";
import { ticketNumbersAfter } from "../../../src/db/outcomes/outcome-store.ts";
import type { Period } from "../../../src/reports/period.ts";
import type { Report } from "../../../src/reports/report.ts";
import type { AccountManagers, ReportScope } from "../../../src/reports/scope.ts";
import type { Clock } from "../../../src/sla/clock.ts";
import { endedBreached } from "../../../src/tickets/clocks/breach.ts";
import type { Event } from "../../../src/tickets/messages.ts";
import type { Ticket } from "../../../src/tickets/ticket.ts";
import { follow, noClocks } from "../../support/clocks/all-clocks.ts";

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** A ticket from its events alone. */
interface FromEvents {
  readonly ticket: Ticket;
  readonly events: readonly Event[];
  readonly clocks: readonly Clock[];
  /** Who had the ticket when each of its clocks ended. */
  readonly agents: ReadonlyMap<Clock, string | null>;
}

/** The clocks of a ticket, and its assignee after the event that ended each. */
const withAgents = (events: readonly Event[]) => {
  const agents = new Map<string, string | null>();
  let followed = noClocks;
  for (const event of events) {
    const before = followed.clocks;
    followed = follow(followed, event);
    for (const [key, clock] of followed.clocks)
      if (clock.end !== null && (before.get(key)?.end ?? null) === null)
        agents.set(key, followed.state?.ticket.assignee ?? null);
  }
  const { state, clocks } = followed;
  return { state, clocks, agents: new Map([...clocks].map(([key, clock]) => [clock, agents.get(key) ?? null])) };
};

/** Every ticket of a database, from its events alone. */
export const fromEvents = async (database: DatabaseHandle): Promise<readonly FromEvents[]> => {
  const all: FromEvents[] = [];
  for (const number of await ticketNumbersAfter(database.db, 0, 1_000)) {
    const events = ((await readNumberedEvents(database.db, number)) ?? []).map(({ event }) => event);
    const { state, clocks, agents } = withAgents(events);
    if (state !== null) all.push({ ticket: state.ticket, events, clocks: [...clocks.values()], agents });
  }
  return all;
};

const isIn = ({ from, to }: Period, at: number): boolean => at >= from && at < to;

const isNamed = (wanted: string | null, own: string | null): boolean =>
  wanted === null || (wanted === "-" ? own === null : own === wanted);

/** Whether a ticket is in the scope, apart from its agent. */
const scoped = ({ account, area: own }: Ticket, scope: ReportScope, managers: AccountManagers): boolean => {
  const manager = account === null ? null : (managers[account] ?? null);
  return isNamed(scope.account, account) && isNamed(scope.manager, manager) && isNamed(scope.area, own);
};

/** What a report must say, counted ticket by ticket from the events. */
export const recounted = (
  all: readonly FromEvents[],
  { scope, period, zone }: Pick<Report, "scope" | "period" | "zone">,
  managers: AccountManagers,
) => {
  const ofScope = all.filter(({ ticket }) => scoped(ticket, scope, managers));
  const within = ofScope.filter(({ ticket }) => isNamed(scope.agent, ticket.assignee));
  const clocks = ofScope
    .flatMap((each) => each.clocks.filter((clock) => isNamed(scope.agent, each.agents.get(clock) ?? null)))
    .flatMap((clock) => {
      const { due } = clock.earlier.find(({ breached }) => breached === true) ?? clock.target;
      return clock.end === null || !isIn(period, due)
        ? []
        : [{ due, how: endedBreached(clock) ? ("breached" as const) : clock.end.how }];
    });
  const counted = (how: string): number => clocks.filter((each) => each.how === how).length;
  const flow = { opened: 0, closed: 0, reopened: 0 };
  const reopening = { closed: 0, inVain: 0 };
  const ratings = { good: 0, ok: 0, bad: 0 };
  for (const { ticket, events } of within) {
    let isClosed = false;
    for (const [index, event] of events.entries()) {
      const counts = isIn(period, event.at);
      if (event.type === "opened" && counts) flow.opened += 1;
      if (event.type === "reopened" && counts) flow.reopened += 1;
      if ((event.type === "resolved" || event.type === "merged") && !isClosed && counts) flow.closed += 1;
      if (event.type === "resolved" && counts) {
        reopening.closed += 1;
        if (events.slice(index).some(({ type }) => type === "reopened")) reopening.inVain += 1;
      }
      if (event.type === "rated" && event.before === null && counts && ticket.rating?.given)
        ratings[ticket.rating.given.score] += 1;
      if (event.type === "resolved" || event.type === "merged") isClosed = true;
      if (event.type === "reopened") isClosed = false;
    }
  }
  const hours: Record<string, number> = {};
  for (const { due, how } of clocks.filter((each) => each.how !== "cancelled")) {
    const at = DateTime.fromMillis(due, { zone });
    const hour = `${at.weekday - 1}-${at.hour} ${how}`;
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return {
    hours,
    clocks: { met: counted("met"), breached: counted("breached"), cancelled: counted("cancelled") },
    flow,
    reopening,
    ratings,
    open: within.filter(({ ticket }) => ticket.status === "open").length,
    waiting: within.filter(({ ticket }) => ticket.status === "waiting").length,
  };
};

/** What a report says of itself that is counted again. */
export const totalsOf = (report: Report): ReturnType<typeof recounted> => ({
  hours: Object.fromEntries(
    report.hours.flatMap(({ day, hour, met, breached }) =>
      Object.entries({ met, breached }).flatMap(([how, count]) =>
        count === 0 ? [] : [[`${day}-${hour} ${how}`, count] as const],
      ),
    ),
  ),
  clocks: report.clocks.now,
  flow: report.flow.total.now,
  reopening: report.reopening.now,
  ratings: report.ratings.scores.now,
  open: sum(report.backlog.map(({ open }) => open)),
  waiting: sum(report.backlog.map(({ waiting }) => waiting)),
});
