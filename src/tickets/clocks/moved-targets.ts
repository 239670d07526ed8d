import { clockKinds, isForCustomer } from "../../sla/clock-kinds.ts";
import type { ClockChanges } from "./changed-clocks.ts";

import type { MovedTarget } from "./changed-clocks.ts";
import { pausedSince } from "./plan.ts";
import type { Ticket } from "../ticket.ts";

/** What happened to each target under new terms. A paused clock has no due time to announce. */
export const movedTargets = (clocks: ClockChanges, ticket: Ticket): readonly MovedTarget[] => [
  ...clockKinds.flatMap((kind): readonly MovedTarget[] => {
    const promise = clocks.retargeted[kind];
    const clock = ticket.sla.clocks.findLast((each) => each.kind === kind);
    if (promise === undefined || clock === undefined) return [];
    if (promise === null) return [{ clock: kind, before: clock.target.due, due: null }];
    const before = clock.earlier.at(-1)?.due ?? null;
    return before === promise.due || pausedSince(ticket, clock) !== null
      ? []
      : [{ clock: kind, before, due: promise.due }];
  }),
  ...clocks.started.flatMap(({ kind, target: promise }): readonly MovedTarget[] =>
    isForCustomer(kind) ? [{ clock: kind, before: null, due: promise.due }] : [],
  ),
];
