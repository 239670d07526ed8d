import type { Instant } from "../sla/instant.ts";
import { execute } from "../tickets/execute/execute.ts";
import { threadOf } from "../tickets/execute/thread-of.ts";
import type { Intent } from "../requests/intent.ts";
import { outcomeCard } from "../requests/outcome-card.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { PrivateAnswer } from "../chat/answer.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { findMessage, readMessages } from "../db/messages/message-store.ts";
import { wipeParked } from "../db/waiting-message-store.ts";
import type { Actor } from "../tickets/messages.ts";
import type { MessageKey } from "../tickets/refs.ts";
import type { ThreadMessage } from "../tickets/thread/thread-message.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { followUp, type ReceivedOutcome } from "./follow-up.ts";
import type { TooManyTries } from "./process-inbox.ts";
import { reviseWaiting } from "./revise-waiting.ts";

/**
 * How long (ms) an edit waits for the message that it changes. Slack repeats events that failed for at most six
 * minutes.
 */
const patienceMs = 10 * 60_000;
const lookAgainMs = 5_000;
/**
 * The longest pause (ms) between two looks. It grows, so that edits of messages that never come do not keep the desk
 * busy.
 */
const seldomestMs = 30_000;

const nextTry = (since: Instant, now: Instant): Instant =>
  now + Math.min(seldomestMs, Math.max(lookAgainMs, (now - since) / 2));

type Edited = Extract<Intent, { kind: "edited" }>;

/** The author sees a follow-up in their conversation, so the bot answers only with a refusal. */
const refusedFollowUp = (followed: ReceivedOutcome | null): PrivateAnswer | null =>
  followed === null || followed.refusal === null || followed.card === null ? null : { card: followed.card, files: [] };

/**
 * Applies an edit or a deletion to a message that waits in a prompt or is in a ticket; other messages are left alone.
 * "messageMissing": the message itself never came, so the edit is all there is. The bot tells the author if their limit refuses
 * the edit.
 */
export const applyEdit = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now" | "onRefusal" | "ports" | "log">,
  inboundEvent: Extract<InboundEvent, { kind: "edited" | "deleted" }>,
  { message: { channel, id, thread }, text, format }: Edited,
  context: RequestContext,
): Promise<PrivateAnswer | TooManyTries | "messageMissing" | null> => {
  const { db } = deps.database;
  const message: MessageKey = { channel, id };
  const waiting = await reviseWaiting(deps, inboundEvent, message, context);
  if (waiting !== "elsewhere") return waiting;
  if (text === null) await wipeParked(db, message, deps.now());
  const known = await findMessage(db, message);
  if (known !== null) {
    const number = known.ticket;
    const by = authorOf(known.message, text === null, context.actor);
    const { at } = inboundEvent;
    const command =
      text === null
        ? ({ type: "deleteMessage", ...knownDeleter(inboundEvent) } as const)
        : ({ type: "editMessage", text, format } as const);
    const change = { kind: "change", number, command: { ...command, by, at, message } } as const;
    const done = await execute(deps, { key: inboundEvent.key, number, command: change.command });
    if (!done.ok && done.refusal.reason === "limited") {
      const card = outcomeCard(change, done, context.desk, context.viewer);
      return card === null ? null : { card, files: [] };
    }
    // The edit made it a question, on a ticket that was closed too long ago to be reopened.
    if (done.ok && text !== null && (await readMessages(db, number, [message]))[0]?.needsReplySince === at)
      return refusedFollowUp(
        await followUp(deps, writtenAs(inboundEvent, message, text), {
          ticket: done.ticket,
          text,
          context,
          isCounted: false,
        }),
      );
    return null;
  }
  // A direct message may still be on its way into a prompt or a ticket.
  const isOurs =
    inboundEvent.direct === true || (thread !== undefined && (await threadOf(db, channel, thread)) !== null);
  if (!isOurs) return null;
  if (deps.now() - inboundEvent.at < patienceMs) return { notYet: nextTry(inboundEvent.at, deps.now()) };
  return text === null || thread === undefined ? null : "messageMissing";
};

const writtenAs = (
  { key, at, by, channel }: Pick<InboundEvent, "key" | "at" | "by" | "channel">,
  message: MessageKey,
  text: string,
) => ({ key: `${key} asks`, at, by, channel, kind: "message", message, text }) as const;

/** Whether the platform reports who deleted a message. */
const knownDeleter = (inboundEvent: InboundEvent): { readonly byAuthor?: true } =>
  inboundEvent.kind === "deleted" && inboundEvent.byAuthor === true ? { byAuthor: true } : {};

/** Most platforms report that a message is gone, but not who deleted it. Then its author is assumed. */
const authorOf = (
  { by: author }: ThreadMessage,
  isDeleted: boolean,
  actor: Extract<Actor, { kind: "person" }>,
): typeof actor => (!isDeleted && author.user !== actor.user ? actor : { ...actor, ...author });
