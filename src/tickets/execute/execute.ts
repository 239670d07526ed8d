import { cardOfMessage } from "../../db/delivery/card-store.ts";
import { readCustomerDelivery } from "../../db/delivery/customer-delivery.ts";
import type { DamageReport } from "../../db/messages/message-columns.ts";
import type { Database, DatabaseHandle, Tx } from "../../db/connection/handle.ts";
import type { Rollback, Transacted } from "../../db/connection/transact.ts";
import { readClosedBy, type EventDamageReport } from "../../db/event-store.ts";
import { nextTicketNumber, readTicket, ticketOfSource } from "../../db/ticket-store.ts";
import type { OutcomeChange } from "../clocks/outcomes.ts";
import type { Refusal, Command, Event, NewCommand } from "../messages.ts";
import { commandRule } from "../registry.ts";
import type { Ticket } from "../ticket.ts";
import type { DeskCache } from "./desk-cache.ts";
import { withTicketLock, type Locked, type LockedTickets, type Locking } from "./with-ticket-lock.ts";
import { countFiles, countUse, filesLeft, overLimit, useOf, withFilesLeft, type CountedUse } from "./within-limits.ts";

/** What every change to a ticket needs. */
export interface AppDeps {
  readonly database: DatabaseHandle;
  readonly desk: DeskCache;
  /** Called once with the events of each command, after they are committed, so that metrics can count them. Must not throw. */
  readonly onEvents?: (events: readonly Event[]) => void;
  /** Called once with the clocks that a committed transaction ended, so that metrics can count them. Must not throw. */
  readonly onOutcomes?: (changes: readonly OutcomeChange[]) => void;
  /** Called with each refused command, so that metrics can count it. Must not throw. */
  readonly onRefusal?: (refusal: Refusal, command: Pick<NewCommand, "by" | "type">) => void;
  /** Called with each damaged message that was read, so that it is reported. Must not throw. */
  readonly onDamagedMessage?: DamageReport;
  /** The same for each damaged event. */
  readonly onDamagedEvent?: EventDamageReport;
}

export interface Request {
  /** A request with the same key returns the first result. Null if the state of the ticket prevents repeats. */
  readonly key: string | null;
  /** Null to open a ticket. */
  readonly number: number | null;
  readonly command: NewCommand;
  /** The customer's limit was counted when the request was accepted, so it is not counted now. */
  readonly isCounted?: boolean;
}

/** `repeated`: this key was granted before; nothing happened now. */
export type CommandOutcome =
  | { readonly ok: true; readonly ticket: Ticket; readonly events: readonly Event[]; readonly repeated: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Runs one command, of a person or of the clock, in one transaction. A refusal is a value. An exception means a bug or
 * an unreachable database; nothing changed then.
 */
export const execute = async (deps: AppDeps, request: Request): Promise<CommandOutcome> => {
  const done = await executeWith<never>(deps, request, async () => null);
  return "rollback" in done ? done.rollback : done.commit;
};

/**
 * Like `execute`, but runs `also` in the same transaction if the command is granted. If `also` returns a rollback, the
 * command is undone too.
 */
export const executeWith = async <Reason>(
  deps: AppDeps,
  { key, number, command, isCounted = false }: Request,
  also: (tx: Tx) => Promise<Rollback<Reason> | null>,
): Promise<Transacted<CommandOutcome, Reason>> => {
  const numbers = number === null ? [] : [number];
  const about = number === null ? null : messageNamed(number, command);
  const done = await withTicketLock<Decided, Reason>(
    deps,
    {
      numbers,
      others: "wait",
      key,
      at: command.at,
      ...(about === null ? {} : { about }),
      ...(command.type === "dismiss" ? { answersUpTo: command.upTo } : {}),
      needsPauses: commandRule(command.type).needsPauses === true,
    },
    {
      run: async (locked) => {
        const result = await decideOne(deps.database, locked, { number, command, isCounted });
        return { result, granted: result.outcome.ok ? result.outcome.ticket.number : null };
      },
      also: async (tx, decided) => {
        await countGranted(tx, decided, isCounted);
        return also(tx);
      },
    },
  );
  return "rollback" in done ? done : { commit: await reported(deps, done.commit, command) };
};

/** The outcome of a committed request, after metrics counted it. */
export const reported = async (
  deps: AppDeps,
  committed: Locked<Decided>,
  command: NewCommand,
): Promise<CommandOutcome> => {
  const outcome =
    "repeated" in committed ? await outcomeBefore(deps.database.db, committed.repeated) : committed.result.outcome;
  if (outcome.ok) deps.onEvents?.(outcome.events);
  else deps.onRefusal?.(outcome.refusal, command);
  return outcome;
};

/** Counts a granted command for its customer's limits. If the act was counted before, only its files are counted. */
export const countGranted = async (tx: Tx, { outcome, use }: Decided, isCounted: boolean): Promise<void> => {
  if (outcome.ok && use !== null) await (isCounted ? countFiles : countUse)(tx, use, outcome.events);
};

/** The message that a command names: a message of this ticket, or one that may already be in it. */
const messageNamed = (ticket: number, command: NewCommand): NonNullable<Locking["about"]> | null => {
  switch (command.type) {
    case "reply":
      return !command.alreadyPosted || command.message === null
        ? null
        : { ticket, message: command.message, revises: false };
    case "receiveMessage":
    case "note":
    case "commentAsTech":
      return command.message === undefined || command.message === null
        ? null
        : { ticket, message: command.message, revises: false };
    case "editMessage":
    case "deleteMessage":
      return { ticket, message: command.message, revises: true };
    default:
      return null;
  }
};

export interface Decided {
  readonly outcome: CommandOutcome;
  readonly use: CountedUse | null;
}

/** Decides one command within the customer's limits. */
export const decideOne = async (
  database: DatabaseHandle,
  { tx, desk, before, decide }: LockedTickets,
  { number, command, isCounted }: Required<Omit<Request, "key">>,
): Promise<Decided> => {
  const ticket = number === null ? await ticketBehind(tx, command) : before(number);
  const whole = await completed(database, tx, command, ticket);
  const use = useOf(whole, desk);
  const limited = use === null || isCounted ? null : await overLimit(tx, use, desk);
  if (limited !== null) return { outcome: { ok: false, refusal: limited }, use };
  const left = use === null ? undefined : await filesLeft(tx, whole, use, desk);
  const decision = decide(ticket, withFilesLeft(whole, left));
  if (!decision.ok) return { outcome: decision, use };
  return { outcome: { ok: true, ticket: decision.ticket, events: decision.events, repeated: false }, use };
};

/** The command with what only the transaction can read. */
const completed = async (
  database: DatabaseHandle,
  tx: Tx,
  command: NewCommand,
  ticket: Ticket | null,
): Promise<Command> => {
  if (command.type === "open") return { ...command, number: ticket?.number ?? (await nextTicketNumber(database, tx)) };
  if (ticket === null) return command;
  if (command.type === "checkInactivity")
    return { ...command, delivery: await readCustomerDelivery(tx, ticket.number) };
  if (command.type !== "receiveMessage" && command.type !== "editMessage") return command;
  const wroteAt = command.type === "receiveMessage" ? command.wroteAt : command.at;
  if (ticket.status !== "resolved" || wroteAt > ticket.resolvedAt) return command;
  const closedBy = await readClosedBy(tx, ticket.number);
  return closedBy === null ? command : { ...command, closedBy };
};

/** The ticket whose thread contains the message that a new ticket is to be opened from. */
const ticketBehind = async (tx: Tx, command: NewCommand): Promise<Ticket | null> => {
  if (command.type !== "open" || command.source === undefined) return null;
  const { channel, root } = command.source;
  const card = await cardOfMessage(tx, channel, root);
  return card === null ? ticketOfSource(tx, channel, root) : readTicket(tx, card.ticket);
};

/** The result for a request whose key was granted before. */
const outcomeBefore = async (db: Database, number: number): Promise<CommandOutcome> => {
  const ticket = await readTicket(db, number);
  return ticket === null
    ? { ok: false, refusal: { reason: "noSuchTicket" } }
    : { ok: true, ticket, events: [], repeated: true };
};
