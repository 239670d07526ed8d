import type { Amend, PrivateAnswer } from "../chat/answer.ts";
import type { Card } from "../chat/card.ts";
import { readReplyEvents } from "../db/event-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import type { Intent } from "../requests/intent.ts";
import type { Event, StoredEvent } from "../tickets/messages.ts";
import { ownSettledCard } from "../features/reply/index.ts";
import type { Viewer } from "../i18n/viewer.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { setNewest } from "../chat/bounded-map.ts";

type PendingReplyNote = NonNullable<PrivateAnswer["pendingReply"]>;

/**
 * This process's private messages about pending replies, by ticket and reply. A restart loses them; then they keep
 * their buttons.
 */
export type ReplyNotes = Map<string, PendingReplyNote & { readonly amend: Amend }>;

/** The most private messages to remember. No platform allows editing one for longer than replies are pending. */
const notesAtMost = 500;

export const rememberNote = (notes: ReplyNotes, pending: PendingReplyNote, amend: Amend): void =>
  setNewest(notes, `${pending.ticket} ${pending.id}`, { ...pending, amend }, notesAtMost);

const settles = (
  event: StoredEvent,
  id: number,
): event is Extract<Event, { type: "replied" | "replyUndone" | "replyReturned" }> =>
  (event.type === "replied" || event.type === "replyUndone" || event.type === "replyReturned") && event.replyId === id;

/**
 * Returns what became of a pending reply, for the person who wrote it or pressed its button; null while it is pending.
 */
export const settledCardOf = async (
  { database, desk }: Pick<WorkDeps, "database" | "desk">,
  { ticket: number, id, viewer }: { readonly ticket: number; readonly id: number; readonly viewer: Viewer },
): Promise<Card | null> => {
  const ticket = await readTicket(database.db, number);
  if (ticket === null || ticket.pendingReplies.some((each) => each.id === id)) return null;
  const events = await readReplyEvents(database.db, number);
  const event = events.find((each) => settles(each, id));
  if (event === undefined || !settles(event, id)) return null;
  const isSent = event.type === "replied";
  const settled = {
    type: "replySettled",
    replyId: id,
    how: isSent ? "sent" : event.type === "replyUndone" ? "undone" : "returned",
    text: event.text,
    by: event.by.kind === "person" ? event.by.name : "",
    nextUpdateDue: isSent ? (event.nextUpdateDue ?? null) : null,
  } as const;
  const setsWaiting = events.some((each) => each.type === "replyPending" && each.replyId === id && each.setsWaiting);
  const sentAt = isSent ? (event.sentAt ?? event.at) : null;
  return ownSettledCard(settled, { sentAt, setsWaiting }, { ticket, desk: await desk.read(database.db), viewer });
};

/** Returns the pending reply that this person's request created; undefined if it created none. */
export const pendingReplyOf = async (
  { database }: Pick<WorkDeps, "database">,
  intent: Intent,
  viewer: Viewer,
): Promise<PendingReplyNote | null> => {
  if ((intent.kind !== "change" && intent.kind !== "canned") || intent.command.type !== "reply") return null;
  const { by, at, alreadyPosted } = intent.command;
  if (alreadyPosted || by.kind !== "person") return null;
  const ticket = await readTicket(database.db, intent.number);
  const pending = ticket?.pendingReplies.findLast((each) => each.by.user === by.user && each.at === at);
  return pending === undefined ? null : { ticket: intent.number, id: pending.id, viewer };
};

/** Updates the private messages of replies that were sent or undone. Reads nothing if there are none. */
export const settleNotes = async (
  deps: Pick<WorkDeps, "database" | "desk" | "log">,
  notes: ReplyNotes,
): Promise<void> => {
  for (const [key, note] of notes)
    try {
      const card = await settledCardOf(deps, note);
      if (card === null) continue;
      notes.delete(key);
      await note.amend(card);
    } catch (error) {
      deps.log.warn({ err: error, ticket: note.ticket }, "reply.note-unchanged");
    }
};
