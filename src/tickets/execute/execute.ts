import { cardOfMessage } from "../../db/delivery/card-store.ts";
import type { DatabaseHandle, Tx } from "../../db/connection/handle.ts";
import { readRequest, rememberRequest } from "../../db/request-store.ts";
import { lockTicket, nextTicketNumber, readTicket, ticketOfSource } from "../../db/ticket-store.ts";
import { decide } from "../decide.ts";
import type { Refusal } from "../refusal.ts";
import type { Command, Event } from "../messages.ts";
import type { Ticket } from "../ticket.ts";
import { commit, follow } from "./commit.ts";
import type { DeskCache } from "./desk-cache.ts";
import { countUse, filesLeft, overLimit, useOf, withFilesLeft } from "./within-limits.ts";

/** What the one door needs. */
export interface AppDeps {
  readonly database: DatabaseHandle;
  readonly desk: DeskCache;
  /** Hears of facts once they are committed, each once, for whoever counts. Must not throw. */
  readonly happened?: ((events: readonly Event[]) => void) | undefined;
  /** Hears of commands that were refused, for the operator's counters. Must not throw. */
  readonly refused?: ((refusal: Refusal, command: Wished) => void) | undefined;
}

/** A command without the number only the transaction can give a new ticket. */
type Wished = Command extends infer C ? (C extends { type: "open" } ? Omit<C, "number"> : C) : never;

export interface Request {
  /** Makes a repeat return the first result; null where the ticket's own state guards against repeats. */
  readonly key: string | null;
  /** Null to open a ticket. */
  readonly number: number | null;
  readonly command: Wished;
}

/** `repeated`: this key was granted before; nothing happened now. */
export type CommandOutcome =
  | { readonly ok: true; readonly ticket: Ticket; readonly events: readonly Event[]; readonly repeated: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

class RepeatedRequest extends Error {}

/**
 * The one door: every change to a ticket, by a person or by the clock, in one transaction. Refusals are values; an
 * exception is a bug or a database that does not answer, and then nothing happened. `also` is done with what was granted, in
 * the same transaction.
 */
export const execute = async (
  deps: AppDeps,
  request: Request,
  also: (tx: Tx) => Promise<void> = async () => {},
): Promise<CommandOutcome> => {
  const outcome = await once(deps, request, also);
  if (outcome.ok) deps.happened?.(outcome.events);
  else deps.refused?.(outcome.refusal, request.command);
  return outcome;
};

const once = async (deps: AppDeps, request: Request, also: (tx: Tx) => Promise<void>): Promise<CommandOutcome> => {
  try {
    return await deps.database.db.transaction(async (tx) => {
      const outcome = await change(deps, tx, request);
      if (outcome.ok && !outcome.repeated) await also(tx);
      return outcome;
    });
  } catch (error) {
    // Meanwhile another process granted the same key, or opened a ticket from the same message: its result is the result.
    if (error instanceof RepeatedRequest) return deps.database.db.transaction((tx) => change(deps, tx, request));
    throw error;
  }
};

const change = async (
  { database, desk: cache }: AppDeps,
  tx: Tx,
  { key, number, command }: Request,
): Promise<CommandOutcome> => {
  const before = number === null ? await ticketBehind(tx, command) : await lockTicket(tx, number);
  // Only now: whoever made the same request first has let go of the ticket, and it can be seen.
  const granted = key === null ? null : await readRequest(tx, key);
  if (granted !== null) return repeat(tx, granted);
  const desk = await cache.read(tx);
  const whole: Command =
    command.type === "open"
      ? { ...command, number: before?.number ?? (await nextTicketNumber(database, tx)) }
      : command;
  const use = useOf(whole, desk);
  const limited = use === null ? null : await overLimit(tx, use, desk);
  if (limited !== null) return { ok: false, refusal: limited };
  const left = use === null ? undefined : await filesLeft(tx, whole, use, desk);
  const decision = decide(before, withFilesLeft(whole, left), desk);
  if (!decision.ok) {
    // What the clock found due is not: its rows were behind.
    if (before !== null && whole.by.kind === "clock")
      await commit(tx, [{ before, after: before, steps: [] }], desk, whole.at);
    return decision;
  }
  const steps = follow(before, decision.events);
  const after = steps.at(-1)?.ticket;
  if (after === undefined) throw new Error("a decision without a fact");
  if (!(await commit(tx, [{ before, after, steps }], desk, whole.at))) throw new RepeatedRequest();
  if (key !== null && !(await rememberRequest(tx, key, after.number, whole.at))) throw new RepeatedRequest();
  if (use !== null) await countUse(tx, use, decision.events);
  return { ok: true, ticket: after, events: decision.events, repeated: false };
};

/** The ticket whose thread the message of a wish to open one stands in. */
const ticketBehind = async (tx: Tx, command: Wished): Promise<Ticket | null> => {
  if (command.type !== "open" || command.source === undefined) return null;
  const { channel, root } = command.source;
  const card = await cardOfMessage(tx, channel, root);
  return card === null ? ticketOfSource(tx, channel, root) : readTicket(tx, card.ticket);
};

const repeat = async (tx: Tx, number: number): Promise<CommandOutcome> => {
  const ticket = await readTicket(tx, number);
  return ticket === null
    ? { ok: false, refusal: { reason: "noSuchTicket" } }
    : { ok: true, ticket, events: [], repeated: true };
};
