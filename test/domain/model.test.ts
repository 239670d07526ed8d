import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "../../src/domain/decide.ts";
import type { Desk } from "../../src/domain/desk.ts";
import { evolve } from "../../src/domain/evolve.ts";
import type { Actor } from "../../src/domain/actor.ts";
import type { Event } from "../../src/domain/messages.ts";
import { plan, runningClocks, standsSince } from "../../src/domain/plan.ts";
import type { Ticket } from "../../src/domain/ticket.ts";
import { cast, opening, type Wish } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { modelGrace, modelTargets, reference, type Act, type ModelSeverity } from "./reference-model.ts";

const minute = 60_000;
const { carla, luis, clock } = cast;
const openedAt = Date.UTC(2026, 0, 12, 9, 30);

const day = [
  { from: 9 * 60, to: 13 * 60 },
  { from: 14 * 60, to: 18 * 60 },
];
const targets = Object.fromEntries(
  Object.entries({ ...modelTargets, critical: modelTargets.high }).map(([severity, kinds]) => [
    severity,
    Object.fromEntries(Object.entries(kinds).map(([kind, ms]) => [kind, { days: 0, ms }])),
  ]),
) as Desk["severities"];
const desk: Desk = {
  ...sampleDesk,
  calendars: {
    utc: {
      name: "utc",
      open: "hours",
      timezone: "UTC",
      hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
      holidays: ["2026-01-14"],
      exceptions: {},
    },
  },
  plans: { premium: { key: "premium", calendar: "utc", targets, phone: [], escalate: "broken" } },
  grace: modelGrace,
};

/** What the reference is told: the acts that were granted. */
interface Model {
  acts: Act[];
  severity: ModelSeverity;
  now: number;
}

/** The product: a ticket, its facts, and what was granted. */
interface Real {
  ticket: Ticket;
  events: Event[];
}

const begun = (severity: ModelSeverity): Real => {
  const decision = decide(null, { ...opening(severity), by: carla, at: openedAt }, desk);
  if (!decision.ok) throw new Error("not opened");
  const ticket = decision.events.reduce<Ticket | null>(evolve, null);
  if (ticket === null) throw new Error("not opened");
  return { ticket, events: [...decision.events] };
};

const wish = (real: Real, by: Actor, what: Wish, at: number): readonly Event[] | null => {
  const decision = decide(real.ticket, { ...what, by, at }, desk);
  if (!decision.ok) return null;
  real.ticket = decision.events.reduce<Ticket>(evolve, real.ticket);
  real.events.push(...decision.events);
  return decision.events;
};

/** Clocks of different kinds have no order among themselves. */
const byKind = <C extends { readonly kind: string }>(clocks: readonly C[]): readonly C[] =>
  clocks.toSorted((one, other) => one.kind.localeCompare(other.kind));

const sameAsReference = (model: Model, real: Real): void => {
  const { ticket } = real;
  const expected = reference(openedAt, model.severity, model.acts);
  expect({
    status: ticket.status,
    severity: ticket.confirmedSeverity ?? ticket.claimedSeverity,
    replies: ticket.replies,
    unanswered: ticket.unanswered,
    clocks: byKind(ticket.clocks).map(({ kind, startedAt: since, promise, end }) => ({
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
};

const holds = (real: Real, now: number): void => {
  const { ticket, events } = real;
  const replayed = (JSON.parse(JSON.stringify(events)) as readonly Event[]).reduce<Ticket | null>(evolve, null);
  expect(replayed).toEqual(ticket);
  const planned = plan(ticket);
  if (ticket.status === "resolved") expect(planned).toEqual([]);
  expect(ticket.pauses.some((pause) => pause.to === null)).toBe(ticket.status !== "open");
  const running = runningClocks(ticket);
  expect(new Set(running.map(({ kind }) => kind)).size).toBe(running.length);
  for (const { kind, cycle, promise, step, at } of planned.map((each) => ({ ...each, kind: each.clock }))) {
    const of = running.find((each) => each.kind === kind && each.cycle === cycle);
    if (of === undefined) throw new Error(`a reminder of no running clock: ${kind}`);
    expect(promise).toBe(of.earlier.length);
    expect(of.fired).not.toContain(step);
    expect(at).toBeLessThanOrEqual(of.promise.due);
    if (step === 100) expect(at).toBe(of.promise.due);
    const stands = standsSince(ticket, of);
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
    const at = Math.max(openedAt, model.now - late * minute);
    const message = { channel: "slack:C0ACME", id: `${model.acts.length}` } as const;
    const spoken = what.type === "hear" ? { ...what, wroteAt: at, message } : what;
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
      acts("hear", after, carla, { type: "hear", text: "x", wroteAt: 0 }, (at) => ({ act: "hear", at }), lag),
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
  fc.tuple(minutes, fc.integer({ min: 1, max: 4_000 })).map(([after, ahead]) =>
    deed(`update in ${ahead}`, after, (model, real) => {
      const due = model.now + ahead * minute;
      const granted = wish(real, luis, { type: "promiseUpdate", due: { by: "instant", at: due } }, model.now);
      if (granted !== null) model.acts.push({ act: "update", at: model.now, due });
    }),
  ),
  minutes.map((after) =>
    deed("remind", after, (model, real) => {
      for (const { clock: kind, cycle, at } of plan(real.ticket)) {
        if (
          at > model.now ||
          !plan(real.ticket).some((each) => each.clock === kind && each.cycle === cycle && each.at <= model.now)
        )
          continue;
        const highest = plan(real.ticket).findLast(
          (each) => each.clock === kind && each.cycle === cycle && each.at <= model.now,
        );
        const [event] = wish(real, clock, { type: "remind", clock: kind, cycle }, model.now) ?? [];
        if (event?.type !== "reminded") throw new Error("a due step was not granted");
        expect(event.step).toBe(highest?.step);
        expect(event.notices.length).toBeGreaterThan(0);
      }
      expect(plan(real.ticket).filter((each) => each.at <= model.now)).toEqual([]);
    }),
  ),
  minutes.map((after) =>
    deed("acknowledge", after, (model, real) => {
      const granted = wish(real, luis, { type: "acknowledge" }, model.now);
      if (granted !== null) expect(plan(real.ticket).every(({ step }) => step === 100)).toBe(true);
    }),
  ),
  fc.tuple(minutes, fc.integer({ min: 1, max: 600 })).map(([after, ahead]) =>
    deed(`snooze ${ahead}`, after, (model, real) => {
      const until = model.now + ahead * minute;
      if (wish(real, luis, { type: "snooze", until }, model.now) === null) return;
      for (const { clock: kind, cycle, step, at } of plan(real.ticket)) {
        const of = runningClocks(real.ticket).find((each) => each.kind === kind && each.cycle === cycle);
        if (step < 100) expect(at).toBeGreaterThanOrEqual(Math.min(until, of?.promise.due ?? Infinity));
      }
    }),
  ),
];

test("whatever is done to a ticket, in whatever order, its clocks are what the rules say", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<ModelSeverity>("high", "medium", "low"),
      fc.commands(deeds, { maxCommands: 25, size: "max" }),
      (severity, commands) => {
        fc.modelRun(() => ({ model: { acts: [], severity, now: openedAt } as Model, real: begun(severity) }), commands);
      },
    ),
    { numRuns: 400 },
  );
});
