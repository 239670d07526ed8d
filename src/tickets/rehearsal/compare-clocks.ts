import { isEnded, type Clock } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import { breachedAt, judgedTarget, outcomeOf } from "../clocks/breach.ts";
import type { Ticket } from "../ticket.ts";
import type { ClockResult, ComparedClock, RehearsedOutcome } from "./rehearsal.ts";
import type { Walked } from "./walk.ts";

const outcomeAt = (ticket: Ticket, clock: Clock, at: Instant): RehearsedOutcome => {
  if (isEnded(clock)) return outcomeOf(clock);
  return breachedAt(ticket, clock, at) === null ? "running" : "breached";
};

const resultOf = (ticket: Ticket, clock: Clock, at: Instant): ClockResult => ({
  due: judgedTarget(clock).due,
  outcome: outcomeAt(ticket, clock, at),
});

/** The clocks by their kind and start. Of those that share both, each has a number, in the order in which they began. */
const byStart = (clocks: Iterable<Clock>): ReadonlyMap<string, Clock> => {
  const found = new Map<string, Clock>();
  for (const clock of clocks) {
    const start = `${clock.kind} ${clock.startedAt}`;
    let nth = 0;
    while (found.has(`${start} ${nth}`)) nth += 1;
    found.set(`${start} ${nth}`, clock);
  }
  return found;
};

/** Every clock of the real history beside the same one of the rehearsal, as they are at a moment. */
export const compareClocks = (real: Walked, rehearsed: Walked, at: Instant): readonly ComparedClock[] => {
  const before = byStart(real.clocks.values());
  const after = byStart(rehearsed.clocks.values());
  const added = [...after].filter(([start]) => !before.has(start));
  return [
    ...[...before].map(([start, clock]): ComparedClock => {
      const other = after.get(start);
      return {
        clock: clock.kind,
        cycle: clock.cycle,
        severity: clock.target.severity,
        before: resultOf(real.state.ticket, clock, at),
        after: other === undefined ? null : resultOf(rehearsed.state.ticket, other, at),
      };
    }),
    ...added.map(([, clock]): ComparedClock => {
      const { kind, cycle, target } = clock;
      const result = resultOf(rehearsed.state.ticket, clock, at);
      return { clock: kind, cycle, severity: target.severity, before: null, after: result };
    }),
  ];
};
