import * as fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { writeDesk } from "../../../src/db/desk-store.ts";
import { readNumberedEvents } from "../../../src/db/event-store.ts";
import {
  countListed,
  readListedClocks,
  readListedTickets,
  type ListContext,
} from "../../../src/db/outcomes/list-queries.ts";
import { ticketNumbersAfter } from "../../../src/db/outcomes/outcome-store.ts";
import { readReport } from "../../../src/db/outcomes/read-report.ts";
import type { Period } from "../../../src/reports/period.ts";
import type { Report } from "../../../src/reports/report.ts";
import { filterOf, managersOf, wholeDesk, type ReportScope } from "../../../src/reports/scope.ts";
import type { FigureList } from "../../../src/reports/ticket-list.ts";
import type { Clock } from "../../../src/sla/clock.ts";
import { day } from "../../../src/sla/instant.ts";
import { endedBreached } from "../../../src/tickets/clocks/breach.ts";
import { createDeskCache } from "../../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../../src/tickets/execute/execute.ts";
import { linkTickets } from "../../../src/tickets/execute/link-tickets.ts";
import type { Event } from "../../../src/tickets/messages.ts";
import type { Ticket } from "../../../src/tickets/ticket.ts";
import { follow, noClocks } from "../../support/clocks/all-clocks.ts";
import { freshDatabase } from "../../support/database/database.ts";
import { cast, monday, minutes, opening, wholeCommand, type GivenCommand } from "../../support/given.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { everyFigure } from "./every-figure.ts";

const desk = promisingDesk;
const managers = managersOf(desk.accounts);
const zone = "Europe/Madrid";

let database: DatabaseHandle;
beforeEach(async () => {
  database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
});

/** An act on a ticket: the number of a ticket among those opened so far, and how many minutes after the act before. */
interface Step {
  readonly ticket: number;
  readonly after: number;
  readonly act: "open" | "openUnknown" | "merge" | (GivenCommand & { readonly by: keyof typeof cast });
}

const acts = fc.constantFrom<Step["act"]>(
  "open",
  "open",
  "openUnknown",
  "merge",
  { by: "luis", type: "claim" },
  { by: "luis", type: "reply", text: "Hello", alreadyPosted: false },
  { by: "marta", type: "reply", text: "Hello", alreadyPosted: false },
  { by: "carla", type: "receiveMessage", text: "And now?", wroteAt: 0 },
  { by: "luis", type: "setSeverity", severity: "critical", reason: "worse" },
  { by: "luis", type: "setSeverity", severity: "low" },
  { by: "luis", type: "setAccount", account: "northwind" },
  { by: "luis", type: "setAccount", account: "acme" },
  { by: "luis", type: "wait" },
  { by: "luis", type: "resolve" },
  { by: "luis", type: "resolve" },
  { by: "luis", type: "reopen" },
  { by: "carla", type: "reopen" },
  { by: "carla", type: "rate", score: "bad", comment: "Too slow" },
  { by: "carla", type: "rate", score: "good", comment: null },
);
const steps = fc.array(
  fc.record({
    ticket: fc.nat({ max: 3 }),
    after: fc.constantFrom(1, 7, 45, 300, 1_500, 5_000),
    act: acts,
  }),
  { minLength: 20, maxLength: 45, size: "max" },
);

/** Plays steps as real commands, each in its transaction, and returns when the last one was. */
const played = async (history: readonly Step[]): Promise<number> => {
  const deps = { database, desk: createDeskCache((_, version) => ({ ...desk, version })) };
  const numbers: number[] = [];
  let at = monday;
  let key = 0;
  const open = async (unknown: boolean): Promise<void> => {
    const { number: _, ...command } = opening(
      numbers.length % 2 === 0 ? "high" : "medium",
      unknown ? "slack:C0RANDOM" : "slack:C0ACME",
    );
    const by = unknown ? cast.sam : cast.carla;
    const articles = unknown ? {} : { offeredArticles: ["Players", "Offline"] };
    const done = await execute(deps, {
      key: null,
      number: null,
      command: { ...command, ...articles, by, at },
    });
    if (done.ok) numbers.push(done.ticket.number);
  };
  for (const { ticket, after, act } of history) {
    at += after * minutes;
    if (act === "open" || act === "openUnknown" || numbers.length === 0) {
      await open(act === "openUnknown");
      continue;
    }
    const number = numbers[ticket % numbers.length] ?? 0;
    if (act === "merge") {
      const to = numbers[(ticket + 1) % numbers.length] ?? 0;
      key += 1;
      if (to !== number) await linkTickets(deps, { key: `merge ${key}`, how: "merge", number, to, by: cast.luis, at });
      continue;
    }
    const { by, ...command } = act;
    const dated = command.type === "receiveMessage" ? { ...command, wroteAt: at } : command;
    await execute(deps, {
      key: null,
      number,
      command: { ...wholeCommand(dated, null, desk), by: cast[by], at },
    });
  }
  return at;
};

/** A ticket from its events alone. */
interface Told {
  readonly ticket: Ticket;
  readonly events: readonly Event[];
  readonly clocks: readonly Clock[];
}

const told = async (): Promise<readonly Told[]> => {
  const all: Told[] = [];
  for (const number of await ticketNumbersAfter(database.db, 0, 1_000)) {
    const events = ((await readNumberedEvents(database.db, number)) ?? []).map(({ event }) => event);
    const { state, clocks } = events.reduce(follow, noClocks);
    if (state !== null) all.push({ ticket: state.ticket, events, clocks: [...clocks.values()] });
  }
  return all;
};

const isIn = ({ from, to }: Period, at: number): boolean => at >= from && at < to;

const scoped = ({ account }: Ticket, scope: ReportScope): boolean => {
  const isNamed = (wanted: string | null, own: string | null): boolean =>
    wanted === null || (wanted === "-" ? own === null : own === wanted);
  const manager = account === null ? null : (managers[account] ?? null);
  return isNamed(scope.account, account) && isNamed(scope.manager, manager);
};

/** What a report must say, counted ticket by ticket from the events. */
const recounted = (all: readonly Told[], { scope, period }: Pick<Report, "scope" | "period">) => {
  const within = all.filter(({ ticket }) => scoped(ticket, scope));
  const clocks = within
    .flatMap((each) => each.clocks)
    .flatMap((clock) => {
      const due = (clock.earlier.find(({ breached }) => breached === true) ?? clock.target).due;
      return clock.end === null || !isIn(period, due)
        ? []
        : [endedBreached(clock) ? ("breached" as const) : clock.end.how];
    });
  const counted = (how: string): number => clocks.filter((each) => each === how).length;
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
  return {
    clocks: { met: counted("met"), breached: counted("breached"), cancelled: counted("cancelled") },
    flow,
    reopening,
    ratings,
    open: within.filter(({ ticket }) => ticket.status === "open").length,
    waiting: within.filter(({ ticket }) => ticket.status === "waiting").length,
  };
};

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** The parts of a report add up to its whole. */
const expectWhole = ({ clocks, flow, ...report }: Report): void => {
  for (const how of ["met", "breached", "cancelled"] as const)
    for (const groups of [
      report.byClock,
      report.bySeverity,
      report.byAccount,
      report.byArea,
      report.byManager,
      report.byAgent,
    ])
      expect(sum(groups.map(({ counts }) => counts.now[how]))).toBe(clocks.now[how]);
  expect(sum(report.causes.map(({ count }) => count.now))).toBe(clocks.now.breached);
  expect(sum(report.hours.map(({ met, breached }) => met + breached))).toBe(clocks.now.met + clocks.now.breached);
  expect(sum(report.times.map(({ ended }) => ended.now))).toBe(clocks.now.met + clocks.now.breached);
  expect(sum(report.times.flatMap(({ spread }) => spread))).toBe(clocks.now.met + clocks.now.breached);
  expect(sum(flow.parts.map(({ opened }) => opened))).toBe(flow.total.now.opened);
};

/** The keys of all rows of a list. */
const rowsOf = async (list: FigureList, context: ListContext): Promise<ReadonlySet<string>> => {
  const page = { skipped: 0, limit: 1_000 };
  const keys =
    list.of === "clocks"
      ? (await readListedClocks(database.db, list, context, page)).map(
          (row) => `${row.ticket} ${row.clock} ${row.cycle}`,
        )
      : (await readListedTickets(database.db, list, context, page)).map(({ ticket, at }) => `${ticket} ${at}`);
  return new Set(keys);
};

test("each figure agrees with the events, and its list has as many rows, after any history of several tickets", async () => {
  const seen = new Set<string>();
  const property = fc.asyncProperty(
    steps,
    fc.constantFrom<Partial<ReportScope>>(
      {},
      {},
      { account: "acme" },
      { account: "-" },
      { manager: "ana" },
      { manager: "-" },
    ),
    fc.constantFrom<Period>(
      { from: monday - day, to: monday + 400 * day },
      { from: monday + day, to: monday + 9 * day },
    ),
    async (history, narrowed, period) => {
      database = await freshDatabase();
      await writeDesk(database.db, {}, monday);
      const now = (await played(history)) + 1;
      const scope = { ...wholeDesk, ...narrowed };
      const report = await readReport(database.db, { scope, period, zone, now, managers });
      const all = await told();
      const wanted = recounted(all, { scope, period });
      expect({
        clocks: report.clocks.now,
        flow: report.flow.total.now,
        reopening: report.reopening.now,
        ratings: report.ratings.scores.now,
        open: sum(report.backlog.map(({ open }) => open)),
        waiting: sum(report.backlog.map(({ waiting }) => waiting)),
      }).toEqual(wanted);
      expectWhole(report);
      // Most figures of a small history are 0: one list of eight of these is read, and all others.
      const figures = everyFigure(report).filter(({ value }, at) => value > 0 || at % 8 === 0);
      for (const [at, { value, behind }] of figures.entries()) {
        const { list } = behind;
        const context = { period: behind.period, scope: filterOf(behind.scope, managers), zone, now };
        if (value > 0) seen.add(list.of);
        if (at % 2 === 0) expect(await countListed(database.db, list, context), JSON.stringify(behind)).toBe(value);
        else expect((await rowsOf(list, context)).size, JSON.stringify(behind)).toBe(value);
      }
    },
  );
  // These histories have a ticket behind each kind of figure. The others are new in each run.
  await fc.assert(property, { numRuns: 4, seed: 4 });
  expect([...seen].toSorted()).toEqual([
    "articles",
    "backlog",
    "clocks",
    "closed",
    "closedInVain",
    "opened",
    "rated",
    "reopened",
  ]);
  await fc.assert(property, { numRuns: 3 });
});
