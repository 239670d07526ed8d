import { execute } from "../tickets/execute/execute.ts";
import { askLimits, type Limited } from "../tickets/execute/within-limits.ts";
import { threadOf } from "../tickets/execute/thread-of.ts";
import { earlierIn, openingFrom, wroteFrom, type SourceMessage } from "../features/open/index.ts";
import type { NewCommand, Refusal } from "../tickets/messages.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { Card, MessageRef } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { cardOfMessage } from "../db/delivery/card-store.ts";
import { removeUnticketedMessage, removeUnticketedOf } from "../db/messages/unticketed-store.ts";
import { readRequest } from "../db/request-store.ts";
import { isSourceTaken, readTicket } from "../db/ticket-store.ts";
import type { ChannelRef } from "../tickets/refs.ts";
import type { SourceKind, Ticket } from "../tickets/ticket.ts";
import { problemCard, type Problem } from "../cards/problem-card.ts";
import { refusalCard } from "../features/message-cards/index.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { storeMissed } from "./missed-messages.ts";
import { readThread, whyNoRead } from "./read-thread.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "ports" | "log" | "onRefusal" | "threadReads">;
type Opening = Extract<NewCommand, { type: "open" }>;

/**
 * A private answer to the person who opened a ticket; null if the ticket's card in the thread says enough. `rest` is to be
 * done after the answer; null if nothing is.
 */
export interface Opened {
  readonly card: Card | null;
  readonly rest: (() => Promise<void>) | null;
}

/**
 * The ticket of a message, new or not. Without one, `refusal` says why; null if the message says nothing. `onlyForNow`: a
 * limit was used up, or the message could not be read or said nothing, so the same request may succeed later.
 */
interface OpenedFrom extends Opened {
  readonly number: number | null;
  readonly refusal: Refusal | null;
  readonly onlyForNow: boolean;
}

/** Opens a ticket from a message, unless there is one already. */
export const openFromMessage = async (
  deps: Deps,
  inboundEvent: InboundEvent,
  {
    message,
    how,
    taken,
    context,
  }: {
    readonly message: MessageRef;
    readonly how: SourceKind;
    readonly taken: SourceMessage | null;
    readonly context: RequestContext;
  },
): Promise<OpenedFrom> => {
  const refused = (refusal: Refusal): OpenedFrom => ({
    onlyForNow: refusal.reason === "limited",
    number: refusal.reason === "alreadyTicket" ? refusal.number : null,
    refusal,
    card: refusalCard(refusal, null, { desk: context.desk, viewer: context.viewer }),
    rest: null,
  });
  const silent = (refusal: Refusal | null): OpenedFrom => ({
    onlyForNow: true,
    number: null,
    refusal,
    card: null,
    rest: null,
  });
  const unusable = (problem: Problem): OpenedFrom => ({
    onlyForNow: true,
    number: null,
    refusal: null,
    card: problemCard(problem, context.viewer),
    rest: null,
  });
  const done = (ticket: Ticket): OpenedFrom => ({
    onlyForNow: false,
    number: ticket.number,
    refusal: null,
    card: null,
    rest: taken === null ? readingOn(deps, inboundEvent.key, ticket) : null,
  });
  /**
   * The message waits for no answer any more; nor does what a person wrote before they mentioned the bot. Messages that open a ticket by
   * themselves are added to it with the others.
   */
  const noLongerWaiting = async (ticket: number): Promise<void> => {
    const { db } = deps.database;
    const at = deps.now();
    if (how !== "unanswered") await removeUnticketedMessage(db, message, { ticket, now: at });
    const { channel } = message;
    if (how === "mentioned") await removeUnticketedOf(db, { channel, author: context.actor.user, ticket, at });
  };
  const opened = await openedBy(deps, inboundEvent.key);
  if (opened !== null) return done(opened);
  const known = await threadOf(deps.database.db, message.channel, message.thread ?? message.id);
  if (known !== null) return refused({ reason: "alreadyTicket", number: known.ticket });
  const limited = await limitOfOpening(deps, inboundEvent, context);
  if (limited !== null) return limited.alreadyNotified && how !== "picked" ? silent(limited) : refused(limited);
  const noTurn = taken === null ? whyNoRead(deps, inboundEvent, context) : null;
  if (noTurn !== null)
    return noTurn.alreadyNotified ? silent(null) : unusable({ problem: "tooManyMarked", until: noTurn.freeAt });
  const thread = await readThread(deps, message, { needed: taken === null });
  if (taken === null && thread === null) return unusable({ problem: "unreadable" });
  const root = thread?.root ?? message.thread ?? message.id;
  const source = { channel: message.channel, message: message.id, root, how };
  const command = openingFrom(source, { taken, thread, at: inboundEvent.at, context });
  if (command === null) return unusable({ problem: "nothingToTake" });
  const outcome = await execute(deps, { key: inboundEvent.key, number: null, command });
  if (outcome.ok) {
    await noLongerWaiting(outcome.ticket.number);
    return done(outcome.ticket);
  }
  const { refusal } = outcome;
  const isKnown = refusal.reason === "limited" && refusal.alreadyNotified && how !== "picked";
  return isKnown ? silent(refusal) : refused(refusal);
};

const isTaken = async ({ database: { db } }: Deps, channel: ChannelRef, root: string): Promise<boolean> =>
  (await isSourceTaken(db, channel, root)) || (await cardOfMessage(db, channel, root)) !== null;

/**
 * Why a customer may not open a ticket now. It is asked before the platform is, so that a refused request costs no call. What
 * is granted is counted when the ticket opens.
 */
const limitOfOpening = async (
  deps: Deps,
  { at }: Pick<InboundEvent, "at">,
  { actor, desk }: RequestContext,
): Promise<Limited | null> => {
  const asking = { type: "open", by: actor, at } as const;
  const limited = await askLimits(deps.database.db, asking, desk);
  if (limited !== null) deps.onRefusal?.(limited, asking);
  return limited;
};

/** The same for a form, whose request may have been granted before. Without a source the platform is not asked. */
export const limitOfForm = async (
  deps: Deps,
  { key, command }: { readonly key: string; readonly command: Opening },
  context: RequestContext,
): Promise<Limited | null> =>
  command.source === undefined || (await readRequest(deps.database.db, key)) !== null
    ? null
    : limitOfOpening(deps, command, context);

/** The ticket that this event opened, if the process ended before it was done with the event. */
const openedBy = async ({ database: { db } }: Deps, key: string): Promise<Ticket | null> => {
  const number = await readRequest(db, key);
  return number === null ? null : readTicket(db, number);
};

/** Stores what people wrote in the thread of a ticket while it was opened. Null if it was not opened from a thread. */
export const readingOn = (deps: Deps, key: string, ticket: Ticket): (() => Promise<void>) | null =>
  ticket.source === null ? null : () => storeMissed(deps, key, ticket);

/**
 * Adds the thread and the author of the source message to a request that was opened from it. A form that was submitted
 * from a post adds only what was written before.
 */
export const withThread = async (deps: Deps, command: Opening, context: RequestContext): Promise<Opening> => {
  const { source, unlessTaken = false } = command;
  if (source === undefined) return command;
  const { channel, message, root } = source;
  if (unlessTaken && (await isTaken(deps, channel, root))) {
    const { source: _post, ...elsewhere } = command;
    return elsewhere;
  }
  const ref = { channel, id: message, ...(root === message ? {} : { thread: root }) };
  const thread = await readThread(deps, ref, { needed: false });
  if (thread === null) return command;
  const own = thread.messages.find(({ id }) => id === message);
  return {
    ...command,
    source: { ...source, root: thread.root },
    ...(own === undefined || own.bot ? {} : { author: { user: own.by.user, name: own.by.name } }),
    ...(own === undefined || unlessTaken ? {} : wroteFrom(own, channel, own.bot)),
    earlier: earlierIn(thread, unlessTaken ? "" : message, channel, context),
  };
};
