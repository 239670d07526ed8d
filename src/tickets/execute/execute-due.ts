import type { Instant } from "../../sla/instant.ts";
import type { Command, Event } from "../messages.ts";
import type { AppDeps } from "./execute.ts";
import { withTicketLock } from "./with-ticket-lock.ts";

/** A command of the clock about one ticket. */
export interface ClockCommand {
  readonly number: number;
  readonly command: Extract<Command, { readonly type: "remind" }>;
}

/** The events of many commands, how many commands were decided, and the commands that failed, each with its error. */
export interface DueOutcome {
  readonly events: readonly { readonly number: number; readonly event: Event }[];
  readonly decided: number;
  readonly failed: readonly { readonly due: ClockCommand; readonly error: unknown }[];
}

/**
 * Runs commands of the clock about many tickets in one transaction. If that fails, each half is tried by itself, so
 * that one broken ticket does not stop the others. Tickets that another transaction has locked wait for the next pass.
 */
export const executeDue = async (deps: AppDeps, all: readonly ClockCommand[], at: Instant): Promise<DueOutcome> => {
  const [first] = all;
  if (first === undefined) return { events: [], decided: 0, failed: [] };
  try {
    return await decideAll(deps, all, at);
  } catch (error) {
    if (all.length === 1) return { events: [], decided: 0, failed: [{ due: first, error }] };
    const half = Math.ceil(all.length / 2);
    const one = await executeDue(deps, all.slice(0, half), at);
    const other = await executeDue(deps, all.slice(half), at);
    return {
      events: [...one.events, ...other.events],
      decided: one.decided + other.decided,
      failed: [...one.failed, ...other.failed],
    };
  }
};

const decideAll = async (deps: AppDeps, all: readonly ClockCommand[], at: Instant): Promise<DueOutcome> => {
  const numbers = all.map(({ number }) => number);
  const done = await withTicketLock<DueOutcome>(
    deps,
    { numbers, others: "skip", key: null, at },
    {
      run: async ({ before, decide }) => {
        const decisions = all.flatMap(({ number, command }) => {
          const ticket = before(number);
          return ticket === null ? [] : [{ number, decision: decide(ticket, command) }];
        });
        const events = decisions.flatMap(({ number, decision }) =>
          decision.ok ? decision.events.map((event) => ({ number, event })) : [],
        );
        return { result: { events, decided: decisions.length, failed: [] }, granted: null };
      },
    },
  );
  const { commit } = "rollback" in done ? { commit: { result: done.rollback } } : done;
  if ("repeated" in commit) throw new Error("a request without a key cannot be repeated");
  return commit.result;
};
