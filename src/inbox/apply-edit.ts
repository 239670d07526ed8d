import type { Formatted } from "../tickets/format.ts";
import { execute } from "../tickets/execute/execute.ts";
import { threadOf } from "../tickets/execute/thread-of.ts";
import type { Intent } from "../requests/intent.ts";
import { outcomeCard } from "../requests/outcome-card.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { PrivateAnswer } from "../chat/answer.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { messagesWithKey, readMessages } from "../db/messages/message-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import { wipeParked } from "../db/waiting-message-store.ts";
import type { Actor } from "../tickets/messages.ts";
import type { MessageKey } from "../tickets/refs.ts";
import { noTitle } from "../tickets/ticket.ts";
import type { ThreadMessage } from "../tickets/thread/thread-message.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { receiveCustomerMessage } from "./customer-message.ts";
import { cleanFormatted, titleOf } from "../requests/clean-text.ts";
import { accountOfChannel } from "../tickets/principal.ts";
import { PlatformUnavailable, readThread, whyNoRead } from "./read-thread.ts";
import type { AwaitsMessage, NotYet } from "./process-inbox.ts";
import { reviseWaiting } from "./revise-waiting.ts";

/**
 * How long (ms) an edit waits for the message that it changes. Slack repeats events that failed for at most six
 * minutes.
 */
const patienceMs = 10 * 60_000;

type Edited = Extract<Intent, { kind: "edited" }>;

type Revision = Extract<InboundEvent, { kind: "edited" | "deleted" }>;

/**
 * Applies an edit or a deletion to a message that waits in a prompt or is in a ticket. If the message may still arrive, the
 * edit waits for it; other messages are left alone. "messageMissing": the message itself never came, so the edit is all
 * there is. The bot tells the author if their limit refuses the edit.
 */
export const applyEdit = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now" | "onRefusal" | "ports" | "log" | "threadReads">,
  inboundEvent: Revision,
  { message: { channel, id, thread }, text, format }: Edited,
  context: RequestContext,
): Promise<PrivateAnswer | NotYet | AwaitsMessage | "messageMissing" | null> => {
  const { db } = deps.database;
  const message: MessageKey = { channel, id };
  const waiting = await reviseWaiting(deps, inboundEvent, message, context);
  if (waiting !== "elsewhere") return waiting;
  if (text === null) await wipeParked(db, message, deps.now());
  const known = await messagesWithKey(db, message);
  if (known.length > 0) {
    const written = leftOut(inboundEvent)
      ? await readAgain(deps, inboundEvent, context)
      : { text, format: format ?? [] };
    return written === null ? null : reviseInTickets(deps, inboundEvent, { known, ...written }, context);
  }
  // A direct message may still be on its way into a prompt or a ticket.
  const below = thread === undefined ? null : await threadOf(db, channel, thread);
  const isOurs = inboundEvent.direct === true || below !== null;
  const mayMentionBot = accountOfChannel(channel, context.desk) !== null;
  if (!isOurs && !mayMentionBot) return null;
  const until = inboundEvent.at + patienceMs;
  if (deps.now() < until) return { awaits: message, until, kept: isOurs ? inboundEvent : withoutItsText(inboundEvent) };
  if (text === null || thread === undefined || !isOurs || leftOut(inboundEvent)) return null;
  return below !== null && (await isOldNews(deps, inboundEvent, below.ticket)) ? null : "messageMissing";
};

/**
 * How long (ms) before its edit a message was written that may have never come. Plazo has seen older ones, and knew that they
 * were not for the ticket.
 */
const mayBeMissingMs = 24 * 60 * 60_000;

/** Whether an unknown message is older than its ticket, or so old that it cannot be missing. Then its edit is no news. */
const isOldNews = async (
  { database: { db } }: Pick<WorkDeps, "database">,
  inboundEvent: Revision,
  number: number,
): Promise<boolean> => {
  const wroteAt = inboundEvent.kind === "edited" ? inboundEvent.wroteAt : undefined;
  if (wroteAt === undefined) return false;
  const ticket = await readTicket(db, number);
  return ticket === null || wroteAt < ticket.openedAt || inboundEvent.at - wroteAt > mayBeMissingMs;
};

const leftOut = (inboundEvent: Revision): boolean =>
  inboundEvent.kind === "edited" && inboundEvent.textLeftOut === true;

/** An edit without what was written. Most messages in a customer's channel are not for the desk, so their text is not kept. */
const withoutItsText = (inboundEvent: Revision): Revision => {
  if (inboundEvent.kind === "deleted") return inboundEvent;
  const { format: _format, mentions: _mentions, ...rest } = inboundEvent;
  return { ...rest, text: "", textLeftOut: true };
};

/** Asks the platform for the text of an edit whose text was left out. Null if the platform does not have the message any more. */
const readAgain = async (
  deps: Pick<WorkDeps, "ports" | "log" | "threadReads">,
  revision: Revision,
  context: RequestContext,
): Promise<Formatted | null> => {
  // Only so many edits of a person wait for their messages, so those that have no turn wait on.
  const noTurn = whyNoRead(deps, revision, context);
  if (noTurn !== null) throw new PlatformUnavailable("too many edits of the author wait for a turn", noTurn.freeAt);
  const { message } = revision;
  const thread = await readThread(deps, message, { needed: true });
  const own = thread?.messages.find(({ id }) => id === message.id);
  return own === undefined ? null : cleanFormatted(own);
};

/**
 * Applies an edit or a deletion to every ticket that has the message. A message that was edited into a question may be in
 * two: in its own ticket, and in the one that continues it.
 */
const reviseInTickets = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now" | "onRefusal">,
  inboundEvent: Revision,
  {
    known,
    text,
    format,
  }: Pick<Formatted, "format"> & {
    readonly text: string | null;
    readonly known: Awaited<ReturnType<typeof messagesWithKey>>;
  },
  context: RequestContext,
): Promise<PrivateAnswer | null> => {
  const { key, at } = inboundEvent;
  const commandFor = (before: string) =>
    text === null
      ? ({ type: "deleteMessage", ...knownDeleter(inboundEvent) } as const)
      : ({ type: "editMessage", text, format, titles: { before: titleFrom(before), after: titleFrom(text) } } as const);
  let asksIn: number | null = null;
  for (const [index, { ticket: number, message: current }] of known.entries()) {
    const { message } = current;
    const by = authorOf(current, text === null, context.actor);
    const command = { ...commandFor(current.text), by, at, message };
    const change = { kind: "change", number, command } as const;
    const isFirst = index === 0;
    const done = await execute(deps, {
      key: isFirst ? key : `${key} T-${number}`,
      number,
      command,
      isCounted: !isFirst,
    });
    if (!done.ok && done.refusal.reason === "limited") {
      const card = outcomeCard(change, done, context.desk, context.viewer);
      return card === null ? null : { card, files: [] };
    }
    const isSettled = !done.ok || done.ticket.status !== "resolved" || text === null || known.length > 1;
    if (!isSettled && (await readMessages(deps.database.db, number, [message]))[0]?.needsReplySince === at)
      asksIn = number;
  }
  const [first] = known;
  return asksIn === null || text === null || first === undefined
    ? null
    : askElsewhere(deps, writtenAs(inboundEvent, first.message.message, { text, format }), asksIn, context);
};

/**
 * The edit made a message a question, but its ticket is closed. The ticket that continues it gets the question, or it
 * opens a follow-up. A ticket that has the message already does not get it again. The author sees the result in the
 * conversation, so only a refusal is told.
 */
const askElsewhere = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now" | "onRefusal">,
  written: Parameters<typeof receiveCustomerMessage>[1],
  below: number,
  context: RequestContext,
): Promise<PrivateAnswer | null> => {
  const place = { below, text: written.text, context, arrival: "edited" } as const;
  const { card, refusal } = await receiveCustomerMessage(deps, written, place);
  return refusal === null || card === null ? null : { card, files: [] };
};

const writtenAs = (
  { key, at, by, channel, direct }: Extract<InboundEvent, { kind: "edited" | "deleted" }>,
  message: MessageKey,
  { text, format }: Formatted,
) =>
  ({ key: `${key} asks`, at, by, channel, direct: direct === true, kind: "message", message, text, format }) as const;

/** The title of a ticket that is opened from this text. */
const titleFrom = (text: string): string => titleOf(text) || noTitle;

/** Whether the platform reports who deleted a message. */
const knownDeleter = (inboundEvent: InboundEvent): { readonly byAuthor?: true } =>
  inboundEvent.kind === "deleted" && inboundEvent.byAuthor === true ? { byAuthor: true } : {};

/** Most platforms report that a message is gone, but not who deleted it. Then its author is assumed. */
const authorOf = (
  { by: author }: ThreadMessage,
  isDeleted: boolean,
  actor: Extract<Actor, { kind: "person" }>,
): typeof actor => (!isDeleted && author.user !== actor.user ? actor : { ...actor, ...author });
