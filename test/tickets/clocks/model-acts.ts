import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect } from "vitest";
import { plan, runningClocks, pausedSince } from "../../../src/tickets/clocks/plan.ts";
import { decide } from "../../../src/tickets/decide.ts";
import { evolve } from "../../../src/tickets/evolve.ts";
import type { Actor, Event } from "../../../src/tickets/messages.ts";
import type { TicketState } from "../../../src/tickets/ticket.ts";
import { allClocks, follow, type WithAllClocks } from "../../support/clocks/all-clocks.ts";
import type { GivenCommand } from "../../support/given.ts";
import { allPauses, stepsByAllPauses } from "./all-pauses.ts";
import { currentSteps } from "../../../src/tickets/clocks/reminder-schedule.ts";
import { type Model, type Real, carla, clock, deskIn, luis, tom } from "./model-desk.ts";
import type { ModelAccount, ModelEdition } from "./reference-clocks.ts";
import { reference, type Act } from "./reference-model.ts";
import { wholeCommand } from "../../support/given.ts";

const minute = 60_000;

const commandTo = (real: Real, by: Actor, what: GivenCommand, at: number): readonly Event[] | null => {
  const decision = decide(real.state, { ...wholeCommand(what, real.state?.ticket, real.desk), by, at }, real.desk);
  if (!decision.ok) return null;
  const { state, clocks } = decision.events.reduce<WithAllClocks>(follow, real);
  Object.assign(real, { state, clocks });
  real.events.push(...decision.events);
  return decision.events;
};

/** `toEqual` takes several times as long as Node's comparison, so it only words what differs. */
const expectEqual = (actual: unknown, expected: unknown): void => {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
};

/** Clocks of different kinds have no order among themselves. */
const byKind = <C extends { readonly kind: string }>(clocks: readonly C[]): readonly C[] =>
  clocks.toSorted((one, other) => one.kind.localeCompare(other.kind));

const sameAsReference = (model: Model, real: Real): void => {
  const { ticket } = real.state;
  const expected = reference(model.world, model.severity, model.acts);
  const actual = {
    status: ticket.status,
    severity: ticket.sla.confirmedSeverity ?? ticket.sla.claimedSeverity,
    replies: ticket.replies,
    unanswered: real.state.unanswered,
    clocks: byKind([...real.clocks.values()]).map(({ kind, startedAt: since, target: promise, end }) => ({
      kind,
      since,
      ...(kind === "update" || end === null ? { due: promise.due } : {}),
      end: end?.how ?? "runs",
    })),
  };
  expectEqual(actual, {
    ...expected,
    clocks: byKind(expected.clocks).map(({ kind, since, due, end }) => ({
      kind,
      since,
      // The due time of a cancelled clock does not matter.
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
  expectEqual(replayed, state);
  expectEqual(allClocks(events), [...real.clocks.values()]);
  expectEqual(
    ticket.sla.clocks,
    [...real.clocks.values()].filter((each) => ticket.sla.clocks.some((kept) => isDeepStrictEqual(kept, each))),
  );
  expect(ticket.sla.clocks.length).toBeLessThan(20);
  const planned = plan(ticket);
  if (ticket.status === "resolved") expect(planned).toEqual([]);
  expect(ticket.sla.pauses.since !== null).toBe(ticket.status !== "open");
  const [first = null] = state.unanswered;
  expect(ticket.unanswered?.first ?? null).toBe(first);
  if (ticket.unanswered !== null) expect(ticket.unanswered.last).toBeGreaterThanOrEqual(state.unanswered.at(-1) ?? now);
  const pauses = allPauses(events);
  for (const each of runningClocks(ticket))
    expectEqual(
      currentSteps(ticket, each).map((timed) => [timed.step.percent, timed.at]),
      stepsByAllPauses(each, pauses),
    );
  const running = runningClocks(ticket);
  expect(new Set(running.map(({ kind }) => kind)).size).toBe(running.length);
  for (const { kind, cycle, target: promise, step, at } of planned.map((each) => ({ ...each, kind: each.clock }))) {
    const of = running.find((each) => each.kind === kind && each.cycle === cycle);
    if (of === undefined) throw new Error(`a reminder of no running clock: ${kind}`);
    expect(promise).toBe(of.earlier.length);
    expect(of.fired).not.toContain(step);
    expect(at).toBeLessThanOrEqual(of.target.due);
    if (step === 100) expect(at).toBe(of.target.due);
    const pauseStart = pausedSince(ticket, of);
    if (pauseStart !== null) expect(at).toBeLessThanOrEqual(pauseStart);
  }
  expect(Number.isFinite(now)).toBe(true);
};

type Deed = fc.Command<Model, Real>;

/** An action some minutes after the one before; a late message is `late` minutes older. */
const action = (name: string, minutes: number, does: (model: Model, real: Real) => void): Deed => ({
  check: () => true,
  run: (model, real) => {
    model.now += minutes * minute;
    does(model, real);
    sameAsReference(model, real);
    holds(real, model.now);
  },
  toString: () => `${name} +${minutes}`,
});

const acts = (name: string, minutes: number, by: Actor, what: GivenCommand, act: (at: number) => Act, late = 0): Deed =>
  action(`${name}${late > 0 ? ` (${late} late)` : ""}`, minutes, (model, real) => {
    const at = Math.max(model.world.openedAt, model.now - late * minute);
    const message = { channel: "slack:C0ACME", id: `${model.acts.length}` } as const;
    const spoken = what.type === "receiveMessage" ? { ...what, wroteAt: at, message } : what;
    const asPosted = spoken.type === "reply" && spoken.alreadyPosted ? { ...spoken, message } : spoken;
    if (commandTo(real, by, asPosted, at) !== null) model.acts.push(act(at));
  });

const minutes = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 3_000 }));
const late = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120 }));

export const actions: fc.Arbitrary<Deed>[] = [
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
    action(`edition ${to}`, after, (model, real) => {
      real.desk = deskIn(model.world, to);
      model.acts.push({ act: "edit", at: model.now, to });
    }),
  ),
  minutes.map((after) => acts("replan", after, clock, { type: "replan" }, (at) => ({ act: "replan", at }))),
  fc.tuple(minutes, fc.nat(2)).map(([after, which]) =>
    action(`dismiss up to message ${which}`, after, (model, real) => {
      const { unanswered } = real.state;
      const upTo = unanswered[Math.min(which, unanswered.length - 1)] ?? model.now;
      if (commandTo(real, luis, { type: "dismiss", upTo }, model.now) !== null)
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
    action(`update in ${ahead}`, after, (model, real) => {
      const due = model.now + ahead * minute;
      const granted = commandTo(real, luis, { type: "promiseUpdate", due: { by: "instant", at: due } }, model.now);
      if (granted !== null) model.acts.push({ act: "update", at: model.now, due });
    }),
  ),
  minutes.map((after) =>
    action("remind", after, (model, real) => {
      for (const { clock: kind, cycle, at } of plan(real.state.ticket)) {
        if (
          at > model.now ||
          !plan(real.state.ticket).some((each) => each.clock === kind && each.cycle === cycle && each.at <= model.now)
        )
          continue;
        const highest = plan(real.state.ticket).findLast(
          (each) => each.clock === kind && each.cycle === cycle && each.at <= model.now,
        );
        const [event] = commandTo(real, clock, { type: "remind", clock: kind, cycle }, model.now) ?? [];
        if (event?.type !== "reminded") throw new Error("a due step was not granted");
        expect(event.step).toBe(highest?.step);
        expect(event.notices.length).toBeGreaterThan(0);
      }
      expect(plan(real.state.ticket).filter((each) => each.at <= model.now)).toEqual([]);
    }),
  ),
  minutes.map((after) =>
    action("acknowledge", after, (model, real) => {
      const granted = commandTo(real, luis, { type: "acknowledge" }, model.now);
      if (granted !== null) expect(plan(real.state.ticket).every(({ step }) => step === 100)).toBe(true);
    }),
  ),
  fc.tuple(minutes, fc.integer({ min: 1, max: 600 })).map(([after, ahead]) =>
    action(`snooze ${ahead}`, after, (model, real) => {
      const until = model.now + ahead * minute;
      if (commandTo(real, luis, { type: "snooze", until }, model.now) === null) return;
      for (const { clock: kind, cycle, step, at } of plan(real.state.ticket)) {
        const of = runningClocks(real.state.ticket).find((each) => each.kind === kind && each.cycle === cycle);
        if (step < 100) expect(at).toBeGreaterThanOrEqual(Math.min(until, of?.target.due ?? Infinity));
      }
    }),
  ),
];
