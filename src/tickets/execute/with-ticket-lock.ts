import type { Instant } from "../../sla/instant.ts";
import type { DatabaseHandle, Tx } from "../../db/connection/handle.ts";
import { transact, type Rollback, type Transacted } from "../../db/connection/transact.ts";
import { readRequest, rememberRequest } from "../../db/request-store.ts";
import type { DamageReport } from "../../db/messages/message-columns.ts";
import { readMessages, readRevised } from "../../db/messages/message-store.ts";
import { readPauses } from "../../db/pause-store.ts";
import { readUnanswered } from "../../db/unanswered-store.ts";
import { readable } from "../../db/ticket-row.ts";
import { lockFreeTickets, lockTickets } from "../../db/ticket-store.ts";
import type { Desk } from "../../desk/desk.ts";
import type { OutcomeChange } from "../clocks/outcomes.ts";
import { decide } from "../decide.ts";
import type { Command, Event, Refusal } from "../messages.ts";
import type { MessageKey } from "../refs.ts";
import type { Messages } from "../thread/thread-message.ts";
import type { StoredTicket, Ticket, TicketState } from "../ticket.ts";
import { commit, follow, type Committed } from "./commit.ts";
import type { DeskCache } from "./desk-cache.ts";

interface LockDeps {
  readonly database: DatabaseHandle;
  readonly desk: DeskCache;
  readonly onDamagedMessage?: DamageReport;
  readonly onOutcomes?: (changes: readonly OutcomeChange[]) => void;
}

export interface Locking {
  readonly numbers: readonly number[];
  /** `skip` leaves out tickets that another transaction has locked; `wait` waits for them. */
  readonly others: "wait" | "skip";
  /** A request with this key changes tickets once. Null if the state of the tickets prevents repeats. */
  readonly key: string | null;
  readonly at: Instant;
  /** The message that the command names, which is read with its ticket. Null if the command names none. */
  readonly about?: { readonly ticket: number; readonly message: MessageKey; readonly revises: boolean };
  /** The command says that messages up to then need no answer. */
  readonly answersUpTo?: Instant;
  /** The command needs the ended pauses of its ticket. */
  readonly needsPauses?: boolean;
}

/** A decision, with the ticket after it. */
export type TicketDecision =
  | { readonly ok: true; readonly ticket: Ticket; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** The tickets that this transaction locked, and the decisions about them so far. */
export interface LockedTickets {
  readonly tx: Tx;
  readonly desk: Desk;
  /** The ticket as it was when it was locked; null if it does not exist or was skipped. Throws if it cannot be read. */
  readonly before: (number: number) => Ticket | null;
  /** Decides a command about a ticket (null: a new one). The events are saved at the end. */
  readonly decide: (ticket: Ticket | null, command: Command) => TicketDecision;
}

interface WorkResult<Result> {
  readonly result: Result;
  /** The ticket under which the request key is remembered. Null if nothing was granted: the key stays unused. */
  readonly granted: number | null;
}

/** One caller's part of the transaction. */
export interface TicketWork<Result, Reason> {
  readonly run: (locked: LockedTickets) => Promise<WorkResult<Result> | Rollback<Reason>>;
  /** Runs in the same transaction, after the tickets were saved and only if something was granted. */
  readonly also?: (tx: Tx, result: Result) => Promise<Rollback<Reason> | null>;
}

/** `repeated`: a request with the same key was granted before, for this ticket. Nothing changed now. */
export type Locked<Result> = { readonly result: Result } | { readonly repeated: number };

type RolledBack<Reason> = { readonly because: "conflict" } | { readonly because: "asked"; readonly reason: Reason };

/**
 * Locks tickets, decides, saves tickets, events, reminders and effects, and remembers the request key, all in one
 * transaction. Every change to a ticket goes through here. It locks tickets before any row that belongs to one, so that
 * no two transactions wait for each other.
 */
export const withTicketLock = async <Result, Reason = never>(
  deps: LockDeps,
  locking: Locking,
  work: TicketWork<Result, Reason>,
): Promise<Transacted<Locked<Result>, Reason>> => {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    let ended: readonly OutcomeChange[] = [];
    const collecting: LockDeps = { ...deps, onOutcomes: (changes) => void (ended = changes) };
    const outcome = await transact<Locked<Result>, RolledBack<Reason>>(deps.database.db, (tx) =>
      attemptIn(collecting, tx, locking, work),
    );
    if ("commit" in outcome) {
      // What was rolled back must not be counted.
      if (ended.length > 0) deps.onOutcomes?.(ended);
      return outcome;
    }
    if (outcome.rollback.because === "asked") return { rollback: outcome.rollback.reason };
    // Another process granted the same key, or opened a ticket from the same message. The next attempt finds its result.
  }
  throw new Error("a request was overtaken by another one twice");
};

const attemptIn = async <Result, Reason>(
  { desk: cache, onDamagedMessage, onOutcomes }: LockDeps,
  tx: Tx,
  locking: Locking,
  { run, also }: TicketWork<Result, Reason>,
): Promise<Transacted<Locked<Result>, RolledBack<Reason>>> => {
  const { numbers, others, key, at, about } = locking;
  const lock = others === "wait" ? lockTickets : lockFreeTickets;
  const tickets: ReadonlyMap<number, StoredTicket> = numbers.length === 0 ? new Map() : await lock(tx, numbers);
  // Read the key only after locking: a transaction with the same key that held the lock has committed by now.
  const repeated = key === null ? null : await readRequest(tx, key);
  if (repeated !== null) return { commit: { repeated } };
  const messages =
    about === undefined || !tickets.has(about.ticket) ? [] : await messagesFor(tx, about, onDamagedMessage);
  const loaded = new Map<number, Waits>();
  for (const [number, ticket] of tickets)
    if (ticket.status !== "unreadable") loaded.set(number, await waitsOf(tx, ticket, locking));
  const stateOf = (ticket: Ticket): TicketState => ({
    ticket,
    messages: ticket.number === about?.ticket ? messages : [],
    ...(loaded.get(ticket.number) ?? { unanswered: [], pauses: [] }),
  });
  const desk = await cache.read(tx);
  const decided = new Map<number, Committed>();
  const done = await run({
    tx,
    desk,
    before: (number) => {
      const ticket = tickets.get(number);
      return ticket === undefined ? null : readable(ticket);
    },
    decide: (ticket, command) => decideInto(decided, ticket === null ? null : stateOf(ticket), command, desk),
  });
  if ("rollback" in done) return { rollback: { because: "asked", reason: done.rollback } };
  const { result, granted } = done;
  const conflict = { rollback: { because: "conflict" } } as const;
  if (decided.size > 0) {
    const outcomes = await commit(tx, [...decided.values()], desk, at);
    if (outcomes === null) return conflict;
    onOutcomes?.(outcomes);
  }
  if (granted === null) return { commit: { result } };
  if (key !== null && !(await rememberRequest(tx, key, granted, at))) return conflict;
  const undo = (await also?.(tx, result)) ?? null;
  return undo === null ? { commit: { result } } : { rollback: { because: "asked", reason: undo.rollback } };
};

type Waits = Pick<TicketState, "unanswered" | "pauses">;

/** What a command needs of a ticket's unanswered messages and pauses. Most commands need no statement for it. */
const waitsOf = async (tx: Tx, ticket: Ticket, { at, answersUpTo, needsPauses }: Locking): Promise<Waits> => ({
  unanswered: await readUnanswered(tx, ticket, answersUpTo === undefined ? [at] : [at, answersUpTo]),
  pauses: needsPauses === true && ticket.sla.pauses.lastEnd !== null ? await readPauses(tx, ticket.number) : [],
});

/** Also reads the customer's message before this one: an edit or a deletion may make it their last. */
const messagesFor = (
  tx: Tx,
  { ticket, message, revises }: NonNullable<Locking["about"]>,
  onDamaged: DamageReport | undefined,
): Promise<Messages> =>
  revises ? readRevised(tx, ticket, message, onDamaged) : readMessages(tx, ticket, [message], onDamaged);

/** Decides about the ticket as earlier commands of the same transaction left it, and adds the events to `decided`. */
const decideInto = (
  decided: Map<number, Committed>,
  state: TicketState | null,
  command: Command,
  desk: Desk,
): TicketDecision => {
  const known: Committed | null =
    state === null ? null : (decided.get(state.ticket.number) ?? { before: state, after: state, steps: [] });
  const decision = decide(known?.after ?? null, command, desk);
  if (!decision.ok) {
    // A due reminder row caused this command but was out of date, so the rows are saved again from the ticket.
    if (known !== null && command.by.kind === "clock") decided.set(known.after.ticket.number, known);
    return decision;
  }
  const steps = follow(known?.after ?? null, decision.events);
  const last = steps.at(-1);
  if (last === undefined) throw new Error(`the command ${command.type} was granted without an event`);
  const number = last.ticket.number;
  decided.set(number, { before: known?.before ?? null, after: last, steps: [...(known?.steps ?? []), ...steps] });
  return { ok: true, ticket: last.ticket, events: decision.events };
};
