import * as fc from "fast-check";
import { expect, test } from "vitest";
import { clockTraits } from "../../../src/sla/clock-kinds.ts";
import type { Clock } from "../../../src/sla/clock.ts";
import { elapsed } from "../../../src/sla/working-time.ts";
import { endedBreached } from "../../../src/tickets/clocks/breach.ts";
import type { ClockOutcome } from "../../../src/tickets/clocks/outcomes.ts";
import { outcomesFrom } from "../../../src/tickets/execute/outcomes/rebuild-outcomes.ts";
import { calendarIn, daily } from "../../support/clocks/calendars.ts";
import { allPauses } from "./all-pauses.ts";
import { actions } from "./model-acts.ts";
import { begunIn, type Model, type Real } from "./model-desk.ts";
import type { ModelSeverity } from "./reference-clocks.ts";
import type { ModelWorld } from "./reference-time.ts";

const within: ModelWorld = {
  openedAt: Date.parse("2026-03-27T16:45:00Z"),
  calendar: calendarIn("Europe/Madrid", { hours: daily("08:00-14:00", "15:30-18:30"), holidays: ["2026-04-03"] }),
};

const outcomesOf = ({ events }: Real): readonly ClockOutcome[] =>
  outcomesFrom(events.map((event, id) => ({ id, event }))).outcomes;

/** The outcome of an ended clock, counted anew from all pauses that its ticket ever had. */
const counted = (clock: Clock, { events, state }: Real): Partial<ClockOutcome> => {
  const { end, earlier, target } = clock;
  const at = end?.at ?? 0;
  const judged = earlier.find(({ breached }) => breached === true) ?? target;
  const startedAt = clock.kind === "update" ? judged.madeAt : clock.startedAt;
  const pauses = clockTraits[clock.kind].pausable ? allPauses(events) : [];
  return {
    ticket: state.ticket.number,
    clock: clock.kind,
    cycle: clock.cycle,
    account: state.ticket.account,
    severity: judged.severity,
    startedAt,
    dueAt: judged.due,
    endedAt: at,
    outcome: endedBreached(clock) ? "breached" : (end?.how ?? "met"),
    used: elapsed(judged.calendar, startedAt, at, pauses),
    waited: pauses.reduce(
      (sum, { from, to }) => sum + Math.max(Math.min(to ?? at, at) - Math.max(from, (earlier[0] ?? target).madeAt), 0),
      0,
    ),
  };
};

test("after any commands, each clock that ended has one outcome, as all pauses and events together say", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom<ModelSeverity>("high", "medium", "low"),
      fc.commands(actions, { maxCommands: 30, size: "max" }),
      (severity, commands) => {
        const real = begunIn(within, severity);
        const model: Model = { world: within, acts: [], severity, now: within.openedAt };
        fc.modelRun(() => ({ model, real }), commands);
        const ended = [...real.clocks.values()].filter(({ end }) => end !== null);
        const wanted = ended.map((clock) => counted(clock, real));
        const found = outcomesOf(real);
        for (const { outcome } of found) seen.add(outcome);
        const key = ({ clock, cycle }: Partial<ClockOutcome>): string => `${clock} ${cycle}`;
        expect(new Map(found.map((each) => [key(each), each]))).toEqual(
          new Map(wanted.map((each) => [key(each), expect.objectContaining(each)])),
        );
      },
    ),
    { numRuns: 100 },
  );
  expect([...seen].toSorted()).toEqual(["breached", "cancelled", "met"]);
});
