import type { Instant } from "../../sla/instant.ts";
import { lockFreeTickets } from "../../db/ticket-store.ts";
import type { Tx } from "../../db/connection/handle.ts";
import { decide } from "../decide.ts";
import type { Command, Event } from "../messages.ts";

import type { Ticket } from "../ticket.ts";
import { commit, follow, type Committed } from "./commit.ts";
import type { AppDeps } from "./execute.ts";

/** What the clock wishes of one ticket. */
export interface ClockCommand {
  readonly number: number;
  readonly command: Extract<Command, { readonly type: "remind" }>;
}

/** What became of many wishes: the facts, how many were looked into, and the wishes that failed with the error of each. */
export interface DueOutcome {
  readonly facts: readonly { readonly number: number; readonly event: Event }[];
  readonly looked: number;
  readonly failed: readonly { readonly wish: ClockCommand; readonly error: unknown }[];
}

/**
 * The one door for what the clock finds due: many tickets in one transaction. One that cannot be worked on holds up no
 * other: the transaction is tried again in halves without it. Tickets somebody works on just now are left for the next look.
 */
export const executeDue = async (deps: AppDeps, wishes: readonly ClockCommand[], at: Instant): Promise<DueOutcome> => {
  const [first] = wishes;
  if (first === undefined) return { facts: [], looked: 0, failed: [] };
  try {
    return await deps.database.db.transaction((tx) => change(deps, tx, wishes, at));
  } catch (error) {
    if (wishes.length === 1) return { facts: [], looked: 0, failed: [{ wish: first, error }] };
    const half = Math.ceil(wishes.length / 2);
    const one = await executeDue(deps, wishes.slice(0, half), at);
    const other = await executeDue(deps, wishes.slice(half), at);
    return {
      facts: [...one.facts, ...other.facts],
      looked: one.looked + other.looked,
      failed: [...one.failed, ...other.failed],
    };
  }
};

const change = async (
  { desk: cache }: AppDeps,
  tx: Tx,
  wishes: readonly ClockCommand[],
  at: Instant,
): Promise<DueOutcome> => {
  const locked = await lockFreeTickets(
    tx,
    wishes.map(({ number }) => number),
  );
  const desk = await cache.read(tx);
  const written = new Map<number, Committed>();
  const of = (ticket: Ticket): Committed => written.get(ticket.number) ?? { before: ticket, after: ticket, steps: [] };
  for (const { number, command } of wishes) {
    const ticket = locked.get(number);
    if (ticket === undefined) continue;
    const known = of(ticket);
    const decision = decide(known.after, command, desk);
    // What the clock found due is not: its rows were behind, and are put right below.
    const steps = decision.ok ? follow(known.after, decision.events) : [];
    written.set(number, { ...known, after: steps.at(-1)?.ticket ?? known.after, steps: [...known.steps, ...steps] });
  }
  const all = [...written.values()];
  await commit(tx, all, desk, at);
  return {
    facts: all.flatMap(({ after, steps }) => steps.map(({ event }) => ({ number: after.number, event }))),
    looked: wishes.filter(({ number }) => locked.has(number)).length,
    failed: [],
  };
};
