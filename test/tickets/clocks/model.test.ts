import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "../../../src/tickets/decide.ts";
import type { Clock } from "../../../src/sla/clock.ts";
import type { Calendar } from "../../../src/sla/calendar.ts";
import type { Desk, SupportPlan } from "../../../src/desk/desk.ts";
import { evolve } from "../../../src/tickets/evolve.ts";
import type { Actor, Event } from "../../../src/tickets/messages.ts";
import { plan, runningClocks, pausedSince } from "../../../src/tickets/clocks/plan.ts";
import { severities } from "../../../src/sla/severity.ts";
import type { TicketState } from "../../../src/tickets/ticket.ts";
import { always, calendarIn, daily, workdays } from "../../support/calendars.ts";
import { allClocks, follow, noClocks, type WithAllClocks } from "../../support/all-clocks.ts";
import { cast, opening, type Wish } from "../../support/given.ts";
import { sampleDesk, termsIn } from "../../support/sample-desk.ts";
import {
  modelGrace,
  modelOther,
  modelTargets,
  reference,
  type Act,
  type ModelAccount,
  type ModelEdition,
  type ModelSeverity,
  type ModelWorld,
} from "./reference-model.ts";

const minute = 60_000;
const { carla, luis, tom, clock } = cast;

const office = workdays("09:00-13:00", "14:00-18:00");
const world = (openedAt: string, calendar: Calendar): ModelWorld => ({ openedAt: Date.parse(openedAt), calendar });

/** Tickets opened shortly before a clock is turned, a holiday, or nothing at all. */
const worlds: Readonly<Record<string, ModelWorld>> = {
  "office hours in UTC, with a holiday": world(
    "2026-01-12T09:30:00Z",
    calendarIn("UTC", { hours: office, holidays: ["2026-01-14"] }),
  ),
  "day and night": world("2026-03-27T09:30:00Z", always),
  "Madrid, when the clocks go forward": world(
    "2026-03-27T16:45:00Z",
    calendarIn("Europe/Madrid", {
      hours: { ...daily("00:30-02:15", "03:30-05:00", "09:00-14:00", "15:30-18:30"), sat: ["10:00-13:00"] },
      holidays: ["2026-04-03"],
      exceptions: { "2026-03-30": ["01:00-04:00"], "2026-04-05": ["10:00-11:00"] },
    }),
  ),
  "New York, when the clocks go back": world(
    "2026-10-30T20:15:00Z",
    calendarIn("America/New_York", { hours: daily("00:00-01:30", "02:30-03:00", "08:00-12:00", "13:00-24:00") }),
  ),
  "Kathmandu, forty-five minutes off": world("2026-05-06T03:10:00Z", calendarIn("Asia/Kathmandu", { hours: office })),
  "Lord Howe, where the clocks go back by thirty minutes": world(
    "2026-04-03T01:00:00Z",
    calendarIn("Australia/Lord_Howe", { hours: daily("00:00-01:45", "09:15-12:45", "14:00-17:30", "22:00-24:00") }),
  ),
  "Cairo, where a midnight is skipped": world(
    "2026-04-22T18:20:00Z",
    calendarIn("Africa/Cairo", { hours: daily("00:00-06:00", "10:00-16:00", "20:00-24:00") }),
  ),
  "Adelaide, thirty minutes off, nights only": world(
    "2026-10-02T10:00:00Z",
    calendarIn("Australia/Adelaide", { hours: { ...daily("00:00-06:00", "21:00-24:00"), wed: [] } }),
  ),
};

const { acme, northwind } = sampleDesk.accounts;
if (acme === undefined || northwind === undefined) throw new Error("no accounts");

const planOf = (key: string, account: ModelAccount, edition: ModelEdition): SupportPlan => {
  const targets = modelTargets[edition][account];
  return {
    key,
    calendar: account,
    terms: termsIn(account, { ...targets, critical: targets.high }),
    phone: [],
    escalate: "broken",
  };
};
/** The channel is nobody's, so that the ticket may go to either account. */
const deskIn = ({ calendar }: ModelWorld, edition: ModelEdition): Desk => ({
  ...sampleDesk,
  calendars: { acme: calendar, other: modelOther },
  plans: { premium: planOf("premium", "acme", edition), standard: planOf("standard", "other", edition) },
  accounts: { acme: { ...acme, channels: [] }, other: { ...northwind, key: "other", channels: [] } },
  ladder: [
    ...sampleDesk.ladder,
    ...[50, 80, 100].map((percent) => ({
      when: { by: "used", percent } as const,
      tell: ["tech" as const],
      email: [],
      mention: null,
      severities,
      clocks: ["tech" as const],
    })),
  ],
  grace: modelGrace,
});

/** What the reference is told: the acts that were granted. */
interface Model {
  readonly world: ModelWorld;
  acts: Act[];
  severity: ModelSeverity;
  now: number;
}

/** The product: a ticket, every clock it ever had, its facts, and what was granted. */
interface Real {
  desk: Desk;
  state: TicketState;
  clocks: ReadonlyMap<string, Clock>;
  events: Event[];
}

const begun = (within: ModelWorld, severity: ModelSeverity): Real => {
  const desk = deskIn(within, "first");
  const decision = decide(null, { ...opening(severity), by: carla, at: within.openedAt }, desk);
  if (!decision.ok) throw new Error("not opened");
  const { state, clocks } = decision.events.reduce(follow, noClocks);
  if (state === null) throw new Error("not opened");
  return { desk, state, clocks, events: [...decision.events] };
};

const wish = (real: Real, by: Actor, what: Wish, at: number): readonly Event[] | null => {
  const decision = decide(real.state, { ...what, by, at }, real.desk);
  if (!decision.ok) return null;
  const { state, clocks } = decision.events.reduce<WithAllClocks>(follow, real);
  Object.assign(real, { state, clocks });
  real.events.push(...decision.events);
  return decision.events;
};

/** Clocks of different kinds have no order among themselves. */
const byKind = <C extends { readonly kind: string }>(clocks: readonly C[]): readonly C[] =>
  clocks.toSorted((one, other) => one.kind.localeCompare(other.kind));

const sameAsReference = (model: Model, real: Real): void => {
  const { ticket } = real.state;
  const expected = reference(model.world, model.severity, model.acts);
  expect({
    status: ticket.status,
    severity: ticket.sla.confirmedSeverity ?? ticket.sla.claimedSeverity,
    replies: ticket.replies,
    unanswered: ticket.unanswered,
    clocks: byKind([...real.clocks.values()]).map(({ kind, startedAt: since, target: promise, end }) => ({
      kind,
      since,
      ...(kind === "update" || end === null ? { due: promise.due } : {}),
      end: end?.how ?? "runs",
    })),
  }).toEqual({
    ...expected,
    clocks: byKind(expected.clocks).map(({ kind, since, due, end }) => ({
      kind,
      since,
      // What a promise that fell away was due at is nobody's business any more.
      ...(kind === "update" || end === "runs" ? { due } : {}),
      end,
    })),
  });
  const planned = plan(ticket);
  for (const { kind, cycle, acknowledged, snoozed, fired } of runningClocks(ticket)) {
    const { steps } = expected.clocks.find((clock) => clock.kind === kind && clock.end === "runs") ?? { steps: null };
    if (steps === null || acknowledged !== null || snoozed !== null) continue;
    const own = planned.filter((each) => each.clock === kind && each.cycle === cycle && each.step < 100);
    expect(own.map(({ step, at }) => [kind, step, at])).toEqual(
      [50, 80].flatMap((step, index) => (fired.includes(step) ? [] : [[kind, step, steps[index]]])),
    );
  }
};

const holds = (real: Real, now: number): void => {
  const { state, events } = real;
  const { ticket } = state;
  const replayed = (JSON.parse(JSON.stringify(events)) as readonly Event[]).reduce<TicketState | null>(evolve, null);
  expect(replayed).toEqual(state);
  expect(allClocks(events)).toEqual([...real.clocks.values()]);
  expect(ticket.sla.clocks).toEqual(
    [...real.clocks.values()].filter((each) => ticket.sla.clocks.some((kept) => isDeepStrictEqual(kept, each))),
  );
  expect(ticket.sla.clocks.length).toBeLessThan(20);
  const planned = plan(ticket);
  if (ticket.status === "resolved") expect(planned).toEqual([]);
  expect(ticket.sla.pauses.some((pause) => pause.to === null)).toBe(ticket.status !== "open");
  const running = runningClocks(ticket);
  expect(new Set(running.map(({ kind }) => kind)).size).toBe(running.length);
  for (const { kind, cycle, target: promise, step, at } of planned.map((each) => ({ ...each, kind: each.clock }))) {
    const of = running.find((each) => each.kind === kind && each.cycle === cycle);
    if (of === undefined) throw new Error(`a reminder of no running clock: ${kind}`);
    expect(promise).toBe(of.earlier.length);
    expect(of.fired).not.toContain(step);
    expect(at).toBeLessThanOrEqual(of.target.due);
    if (step === 100) expect(at).toBe(of.target.due);
    const stands = pausedSince(ticket, of);
    if (stands !== null) expect(at).toBeLessThanOrEqual(stands);
  }
  expect(Number.isFinite(now)).toBe(true);
};

type Deed = fc.Command<Model, Real>;

/** A deed some minutes after the one before; what came in late is `late` minutes older. */
const deed = (name: string, minutes: number, does: (model: Model, real: Real) => void): Deed => ({
  check: () => true,
  run: (model, real) => {
    model.now += minutes * minute;
    does(model, real);
    sameAsReference(model, real);
    holds(real, model.now);
  },
  toString: () => `${name} +${minutes}`,
});

const acts = (name: string, minutes: number, by: Actor, what: Wish, act: (at: number) => Act, late = 0): Deed =>
  deed(`${name}${late > 0 ? ` (${late} late)` : ""}`, minutes, (model, real) => {
    const at = Math.max(model.world.openedAt, model.now - late * minute);
    const message = { channel: "slack:C0ACME", id: `${model.acts.length}` } as const;
    const spoken = what.type === "receiveMessage" ? { ...what, wroteAt: at, message } : what;
    const told = spoken.type === "reply" && spoken.alreadyPosted ? { ...spoken, message } : spoken;
    if (wish(real, by, told, at) !== null) model.acts.push(act(at));
  });

const minutes = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 3_000 }));
const late = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120 }));

const deeds: fc.Arbitrary<Deed>[] = [
  fc
    .tuple(minutes, late)
    .map(([after, lag]) =>
      acts(
        "reply",
        after,
        luis,
        { type: "reply", text: "x", alreadyPosted: true },
        (at) => ({ act: "reply", at, there: true }),
        lag,
      ),
    ),
  minutes.map((after) =>
    acts("reply by form", after, luis, { type: "reply", text: "x", alreadyPosted: false }, (at) => ({
      act: "reply",
      at,
      there: false,
    })),
  ),
  fc
    .tuple(minutes, late)
    .map(([after, lag]) =>
      acts("hear", after, carla, { type: "receiveMessage", text: "x", wroteAt: 0 }, (at) => ({ act: "hear", at }), lag),
    ),
  minutes.map((after) => acts("wait", after, luis, { type: "wait" }, (at) => ({ act: "wait", at }))),
  minutes.map((after) => acts("resolve", after, luis, { type: "resolve" }, (at) => ({ act: "resolve", at }))),
  fc.tuple(minutes, fc.boolean()).map(([after, byCustomer]) =>
    acts(
      `reopen by ${byCustomer ? "customer" : "staff"}`,
      after,
      byCustomer ? carla : luis,
      { type: "reopen" },
      (at) => ({
        act: "reopen",
        at,
        byCustomer,
      }),
    ),
  ),
  fc.tuple(minutes, fc.constantFrom("high", "medium", "low")).map(([after, to]) =>
    acts(`severity ${to}`, after, luis, { type: "setSeverity", severity: to, reason: "x" }, (at) => ({
      act: "severity",
      at,
      to,
    })),
  ),
  fc
    .tuple(minutes, fc.constantFrom<ModelAccount>("acme", "other"))
    .map(([after, to]) =>
      acts(`account ${to}`, after, luis, { type: "setAccount", account: to }, (at) => ({ act: "account", at, to })),
    ),
  fc.tuple(minutes, fc.constantFrom<ModelEdition>("first", "second")).map(([after, to]) =>
    deed(`edition ${to}`, after, (model, real) => {
      real.desk = deskIn(model.world, to);
      model.acts.push({ act: "edit", at: model.now, to });
    }),
  ),
  minutes.map((after) => acts("replan", after, clock, { type: "replan" }, (at) => ({ act: "replan", at }))),
  fc.tuple(minutes, fc.nat(2)).map(([after, which]) =>
    deed(`dismiss up to message ${which}`, after, (model, real) => {
      const { unanswered } = real.state.ticket;
      const upTo = unanswered[Math.min(which, unanswered.length - 1)] ?? model.now;
      if (wish(real, luis, { type: "dismiss", upTo }, model.now) !== null)
        model.acts.push({ act: "dismiss", at: model.now, upTo });
    }),
  ),
  minutes.map((after) =>
    acts("ask tech", after, luis, { type: "askTech", text: "x" }, (at) => ({ act: "askTech", at })),
  ),
  minutes.map((after) =>
    acts("tech gives it back", after, tom, { type: "returnTech", findings: "x", done: false }, (at) => ({
      act: "techBack",
      at,
    })),
  ),
  fc.tuple(minutes, fc.integer({ min: 1, max: 4_000 })).map(([after, ahead]) =>
    deed(`update in ${ahead}`, after, (model, real) => {
      const due = model.now + ahead * minute;
      const granted = wish(real, luis, { type: "promiseUpdate", due: { by: "instant", at: due } }, model.now);
      if (granted !== null) model.acts.push({ act: "update", at: model.now, due });
    }),
  ),
  minutes.map((after) =>
    deed("remind", after, (model, real) => {
      for (const { clock: kind, cycle, at } of plan(real.state.ticket)) {
        if (
          at > model.now ||
          !plan(real.state.ticket).some((each) => each.clock === kind && each.cycle === cycle && each.at <= model.now)
        )
          continue;
        const highest = plan(real.state.ticket).findLast(
          (each) => each.clock === kind && each.cycle === cycle && each.at <= model.now,
        );
        const [event] = wish(real, clock, { type: "remind", clock: kind, cycle }, model.now) ?? [];
        if (event?.type !== "reminded") throw new Error("a due step was not granted");
        expect(event.step).toBe(highest?.step);
        expect(event.notices.length).toBeGreaterThan(0);
      }
      expect(plan(real.state.ticket).filter((each) => each.at <= model.now)).toEqual([]);
    }),
  ),
  minutes.map((after) =>
    deed("acknowledge", after, (model, real) => {
      const granted = wish(real, luis, { type: "acknowledge" }, model.now);
      if (granted !== null) expect(plan(real.state.ticket).every(({ step }) => step === 100)).toBe(true);
    }),
  ),
  fc.tuple(minutes, fc.integer({ min: 1, max: 600 })).map(([after, ahead]) =>
    deed(`snooze ${ahead}`, after, (model, real) => {
      const until = model.now + ahead * minute;
      if (wish(real, luis, { type: "snooze", until }, model.now) === null) return;
      for (const { clock: kind, cycle, step, at } of plan(real.state.ticket)) {
        const of = runningClocks(real.state.ticket).find((each) => each.kind === kind && each.cycle === cycle);
        if (step < 100) expect(at).toBeGreaterThanOrEqual(Math.min(until, of?.target.due ?? Infinity));
      }
    }),
  ),
];

test.each(Object.entries(worlds))(
  "after any commands, a ticket's clocks equal those of the reference model: %s",
  (_, within) => {
    fc.assert(
      fc.property(
        fc.constantFrom<ModelSeverity>("high", "medium", "low"),
        fc.commands(deeds, { maxCommands: 30, size: "max" }),
        (severity, commands) => {
          const model: Model = { world: within, acts: [], severity, now: within.openedAt };
          fc.modelRun(() => ({ model, real: begun(within, severity) }), commands);
        },
      ),
      { numRuns: 40 },
    );
  },
);
