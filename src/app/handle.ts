import { appendEvents } from "../db/event-store.ts";
import type { Handle, Tx } from "../db/handle.ts";
import { settleReminder, syncReminders, turnReminder } from "../db/reminder-store.ts";
import { readRequest, rememberRequest } from "../db/request-store.ts";
import { insertTicket, lockTicket, nextTicketNumber, readTicket, updateTicket } from "../db/ticket-store.ts";
import { decide } from "../domain/decide.ts";
import { evolve } from "../domain/evolve.ts";
import type { Command, Event, Refusal } from "../domain/messages.ts";
import { plan } from "../domain/plan.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Desk } from "../domain/desk.ts";
import { applyEffects } from "./apply-effects.ts";
import type { DeskCache } from "./desk-cache.ts";

/** What the one door needs. */
export interface AppDeps {
  readonly database: Handle;
  readonly desk: DeskCache;
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
export type Outcome =
  | { readonly ok: true; readonly ticket: Ticket; readonly events: readonly Event[]; readonly repeated: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

class RepeatedRequest extends Error {}

/**
 * The one door: every change to a ticket, by a person or by the clock, in one transaction. Refusals are values; an
 * exception is a bug or a database that does not answer, and then nothing happened.
 */
export const handle = async (deps: AppDeps, request: Request): Promise<Outcome> => {
  try {
    return await deps.database.db.transaction((tx) => change(deps, tx, request));
  } catch (error) {
    // Another process granted the same key while we decided: its result is the result.
    if (error instanceof RepeatedRequest) return deps.database.db.transaction((tx) => change(deps, tx, request));
    throw error;
  }
};

const change = async (
  { database, desk: cache }: AppDeps,
  tx: Tx,
  { key, number, command }: Request,
): Promise<Outcome> => {
  const before = number === null ? null : await lockTicket(tx, number);
  // Only now: whoever made the same request first has let go of the ticket, and it can be seen.
  const granted = key === null ? null : await readRequest(tx, key);
  if (granted !== null) return repeat(tx, granted);
  const desk = await cache.read(tx);
  const whole: Command =
    command.type === "open" ? { ...command, number: await nextTicketNumber(database, tx) } : command;
  const decision = decide(before, whole, desk);
  if (!decision.ok) {
    // What the clock found due is not: its rows were behind.
    if (before !== null && whole.by.kind === "clock")
      await syncReminders(tx, before.number, plan(before), "cancelled", whole.at);
    return decision;
  }
  const after = await commit(tx, before, decision.events, desk);
  if (key !== null && !(await rememberRequest(tx, key, after.number, whole.at))) throw new RepeatedRequest();
  return { ok: true, ticket: after, events: decision.events, repeated: false };
};

const repeat = async (tx: Tx, number: number): Promise<Outcome> => {
  const ticket = await readTicket(tx, number);
  return ticket === null
    ? { ok: false, refusal: { reason: "noSuchTicket" } }
    : { ok: true, ticket, events: [], repeated: true };
};

/** Ticket, facts, reminders and effects, all or nothing. */
const commit = async (tx: Tx, before: Ticket | null, events: readonly Event[], desk: Desk): Promise<Ticket> => {
  const states: Ticket[] = [];
  for (const event of events) states.push(evolve(states.at(-1) ?? before, event));
  const after = states.at(-1);
  const last = events.at(-1);
  if (after === undefined || last === undefined) throw new Error("a decision without a fact");
  await (before === null ? insertTicket(tx, after) : updateTicket(tx, after));
  const ids = await appendEvents(tx, after.number, events);
  for (const [index, event] of events.entries()) {
    await settleSteps(tx, after.number, event);
    await applyEffects(tx, event, ids[index] ?? 0, states[index] ?? after, desk);
  }
  const gone = last.type === "acknowledged" ? "acknowledged" : "cancelled";
  await syncReminders(tx, after.number, plan(after), gone, last.at);
  return after;
};

/** The rows of the steps an event speaks of. */
const settleSteps = async (tx: Tx, ticket: number, event: Event): Promise<void> => {
  if (event.type === "reminded") {
    await settleReminder(tx, ticket, event, "leaving", event.at);
    for (const step of event.overtaken) await settleReminder(tx, ticket, { ...event, step }, "overtaken", event.at);
  }
  if (event.type === "fellBack" && event.next === null)
    await turnReminder(tx, ticket, event.failed, "leaving", "failed", event.at);
};
