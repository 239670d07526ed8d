import { clockKinds, isForCustomer } from "../../sla/clock-kinds.ts";
import type { ClockChanges } from "./changed-clocks.ts";

import type { MovedTarget } from "./changed-clocks.ts";
import { pausedSince } from "./plan.ts";
import type { Ticket } from "../ticket.ts";

/** What happened to each target under new terms. A paused clock has no due time to announce. */
export const movedTargets = (clocks: ClockChanges, ticket: Ticket): readonly MovedTarget[] => [
  ...clockKinds.flatMap((kind): readonly MovedTarget[] => {
    const target = clocks.retargeted[kind];
    const clock = ticket.sla.clocks.findLast((each) => each.kind === kind);
    if (target === undefined || clock === undefined) return [];
    if (target === null) return [{ clock: kind, before: clock.target.due, due: null }];
    const before = clock.earlier.at(-1)?.due ?? null;
    return before === target.due || pausedSince(ticket, clock) !== null
      ? []
      : [{ clock: kind, before, due: target.due }];
  }),
  ...clocks.started.flatMap(({ kind, target }): readonly MovedTarget[] =>
    isForCustomer(kind) ? [{ clock: kind, before: null, due: target.due }] : [],
  ),
];
