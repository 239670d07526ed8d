import { execute } from "../tickets/execute/execute.ts";
import { threadOf } from "../tickets/execute/thread-of.ts";
import { earlierIn, openingFrom, wroteFrom, type SourceMessage } from "../features/open/index.ts";
import type { NewCommand, Refusal } from "../tickets/messages.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { Card, MessageRef } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { ThreadRead } from "../chat/reading/thread-read.ts";
import { cardOfMessage } from "../db/delivery/card-store.ts";
import { isSourceTaken } from "../db/ticket-store.ts";
import { platformOf, type ChannelRef } from "../tickets/refs.ts";
import type { SourceKind } from "../tickets/ticket.ts";
import { problemCard } from "../cards/problem-card.ts";
import { refusalCard } from "../features/message-cards/index.ts";
import type { WorkDeps } from "../jobs/deps.ts";

type Deps = Pick<WorkDeps, "database" | "desk" | "now" | "ports" | "log">;
type Opening = Extract<NewCommand, { type: "open" }>;
type Thread = Extract<ThreadRead, { ok: true }>;

/**
 * Reads the message with its thread, as far as the platform allows. If `needed`, a temporary failure throws, so that
 * the inbound event is tried again later.
 */
export const readThread = async (
  deps: Pick<Deps, "ports" | "log">,
  message: MessageRef,
  needed: boolean,
): Promise<Thread | null> => {
  const read = await deps.ports.get(platformOf(message.channel))?.readThread?.(message);
  if (read === undefined || read.ok) return read ?? null;
  const { kind, why } = read.failure;
  deps.log.warn({ failure: kind, err: why }, "inbox.thread-unread");
  if (needed && kind !== "recipientGone" && kind !== "ourBug") throw new Error(`a message was not read: ${why}`);
  return null;
};

/** The ticket of a message, new or not. Without one, `refusal` says why; null if the message says nothing. */
interface OpenedFrom {
  readonly number: number | null;
  readonly refusal: Refusal | null;
  /** The private answer to the author; null if the ticket's card in the thread says enough. */
  readonly card: Card | null;
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
    number: refusal.reason === "alreadyTicket" ? refusal.number : null,
    refusal,
    card: refusalCard(refusal, null, { desk: context.desk, viewer: context.viewer }),
  });
  const unusable = (problem: "unreadable" | "nothingToTake"): OpenedFrom => ({
    number: null,
    refusal: null,
    card: problemCard({ problem }, context.viewer),
  });
  const known = await threadOf(deps.database.db, message.channel, message.thread ?? message.id);
  if (known !== null) return refused({ reason: "alreadyTicket", number: known.ticket });
  const thread = await readThread(deps, message, taken === null);
  if (taken === null && thread === null) return unusable("unreadable");
  const root = thread?.root ?? message.thread ?? message.id;
  const source = { channel: message.channel, message: message.id, root, how };
  const command = openingFrom(source, { taken, thread, at: inboundEvent.at, context });
  if (command === null) return unusable("nothingToTake");
  const outcome = await execute(deps, { key: inboundEvent.key, number: null, command });
  if (outcome.ok) return { number: outcome.ticket.number, refusal: null, card: null };
  const { refusal } = outcome;
  const isKnown = refusal.reason === "limited" && refusal.alreadyNotified && how !== "picked";
  return isKnown ? { number: null, refusal, card: null } : refused(refusal);
};

const isTaken = async ({ database: { db } }: Deps, channel: ChannelRef, root: string): Promise<boolean> =>
  (await isSourceTaken(db, channel, root)) || (await cardOfMessage(db, channel, root)) !== null;

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
  const thread = await readThread(deps, { channel, id: message, ...(root === message ? {} : { thread: root }) }, false);
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
