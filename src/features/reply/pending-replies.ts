import { isForCustomer } from "../../sla/clock-kinds.ts";
import { inactivityFrom } from "../../tickets/clocks/inactivity.ts";
import { promisedUpdate } from "../../tickets/clocks/promised-update.ts";
import type { Instant } from "../../sla/instant.ts";
import { whenReplied } from "../../tickets/clocks/clock-changes.ts";
import type { Desk } from "../../desk/desk.ts";
import { type Decision, type Event, accept, refuse, type TicketCommand } from "../../tickets/messages.ts";
import type { DecideContext } from "../../tickets/rules.ts";
import { tickingClocks } from "../../tickets/clocks/plan.ts";
import { hasNoReader, placeToWrite } from "../../tickets/conversation-place.ts";
import { staysWithin } from "../../tickets/refs.ts";
import type { PendingReply, Ticket } from "../../tickets/ticket.ts";
import type { ReturnedBecause } from "./messages.ts";
import { leftUnanswered } from "../../tickets/unanswered.ts";

type Reply = Extract<TicketCommand, { type: "reply"; alreadyPosted: false }>;
type Evolve = DecideContext<"reply">["evolve"];
type By = PendingReply["by"];

/** The shortest undo window (ms) for a reply whose audience or completed text the agent has not seen yet. */
const toReadIt = 10_000;

/** The update that is promised with a reply; null if none. */
const promisedWith = (ticket: Ticket, { update, at }: Reply, desk: Desk): ReturnType<typeof promisedUpdate> | null =>
  update === null ? null : promisedUpdate(ticket, update, desk, at);

type ReplyToSend = Pick<PendingReply, "at" | "by" | "text" | "update" | "setsWaiting" | "audience"> & {
  readonly replyId: number | null;
  readonly sentAt: Instant | null;
};

/** What a reply is decided by. `unanswered`: the times of unanswered messages that are loaded. */
interface Situation {
  readonly ticket: Ticket;
  readonly unanswered: readonly Instant[];
  readonly desk: Desk;
  readonly evolve: Evolve;
}

/**
 * The ticket waits for what the reply asks. It does not if it is resolved, already waits, or has customer messages that
 * the reply does not answer.
 */
const waitingEvents = (ticket: Ticket, { at, by, setsWaiting }: ReplyToSend, desk: Desk): readonly Event[] =>
  !setsWaiting || ticket.status !== "open" || ticket.unanswered !== null
    ? []
    : [{ type: "waitStarted", at, by, inactivity: inactivityFrom(ticket, desk, at), withReply: true }];

/** The events of a sent reply and the update promised with it. Clocks use the time it was written. */
const replyEvents = ({ ticket, unanswered, desk, evolve }: Situation, reply: ReplyToSend): readonly Event[] => {
  const { at, by, text, update, replyId, setsWaiting, sentAt, audience } = reply;
  const unread = ticket.pendingReplies.find(({ id }) => id === replyId)?.unread ?? [];
  const [next = null] = leftUnanswered(unanswered, at, unread);
  const emitted: readonly Event[] = [
    {
      type: "replied",
      at,
      by,
      text,
      alreadyPosted: false,
      audience,
      clocks: whenReplied(ticket, desk, { at, unread, next }),
      nextUnanswered: next,
      message: null,
      files: [],
      replyId,
      sentAt,
      revealed: null,
      nextUpdateDue: update?.due ?? null,
      setsWaiting,
    },
    ...(update === null ? [] : [{ type: "updatePromised", at, by, target: update, withReply: true } as const]),
  ];
  return [...emitted, ...waitingEvents(emitted.reduce<Ticket>(evolve, ticket), reply, desk)];
};

interface Sending extends Situation {
  readonly reply: Reply;
  readonly by: By;
}

/**
 * Sends a public reply. It is first pending if the desk has an undo window or the agent has not seen the whole text
 * yet.
 */
export const sendReply = (sending: Sending): Decision => {
  const { ticket, reply, by, desk } = sending;
  const nextUpdate = promisedWith(ticket, reply, desk);
  if (nextUpdate !== null && !nextUpdate.ok) return refuse(nextUpdate.refusal);
  const update = nextUpdate?.target ?? null;
  const undoTime = reply.audience === null || reply.filled ? Math.max(desk.undo, toReadIt) : desk.undo;
  const { text, at, dueNamed, setsWaiting } = reply;
  const audience = reply.audience ?? placeToWrite(ticket, desk);
  if (undoTime === 0)
    return {
      ok: true,
      events: replyEvents(sending, { at, by, text, update, replyId: null, sentAt: null, setsWaiting, audience }),
    };
  // A later reply is never sent before an earlier pending one.
  const until = Math.max(at + undoTime, ...ticket.pendingReplies.map((each) => each.until));
  return accept(reply, {
    type: "replyPending",
    replyId: ticket.version + 1,
    text,
    update,
    until,
    audience,
    dueNamed,
    setsWaiting,
  });
};

/** The due times that the customer waits for. */
const duesOf = (ticket: Ticket): readonly Instant[] =>
  tickingClocks(ticket).flatMap(({ kind, target }) => (isForCustomer(kind) ? [target.due] : []));

/** Why a pending reply must not be sent; null if it may. `after` is the ticket once it is sent. */
const whyReturned = (
  { ticket, desk }: Situation,
  { audience, dueNamed }: PendingReply,
  after: Ticket,
): ReturnedBecause | null => {
  if (hasNoReader(ticket, desk)) return "noReader";
  if (audience !== null && !staysWithin(audience, placeToWrite(ticket, desk))) return "audienceChanged";
  return dueNamed === null || duesOf(after).includes(dueNamed) ? null : "dueChanged";
};

const returned = ({ id, text, by, setsWaiting }: PendingReply, why: ReturnedBecause, at: Instant): readonly Event[] => [
  { type: "replyReturned", at, by, replyId: id, text, why, setsWaiting },
];

/** The events that send the first `count` pending replies, in order. */
const released = (
  before: Situation,
  count: number,
  sentAt: Instant,
): Situation & { readonly events: readonly Event[] } => {
  const events: Event[] = [];
  let now = before;
  for (const pending of before.ticket.pendingReplies.slice(0, count)) {
    const { id, unread, ...reply } = pending;
    // Only an open ticket can have a promised update.
    const update = now.ticket.status === "resolved" ? null : reply.update;
    const sent = replyEvents(now, { ...reply, update, replyId: id, sentAt });
    const why = whyReturned(now, pending, sent.reduce<Ticket>(now.evolve, now.ticket));
    const emitted = why === null ? sent : returned(pending, why, sentAt);
    now = {
      ...now,
      ticket: emitted.reduce<Ticket>(now.evolve, now.ticket),
      unanswered: why === null ? leftUnanswered(now.unanswered, reply.at, unread) : now.unanswered,
    };
    events.push(...emitted);
  }
  return { ...now, events };
};

/**
 * The next target that still runs after a reply and is still ahead when the reply is sent; null if there is none.
 * Pending replies are sent before it.
 */
export const dueAfterReply = (sending: Sending): Instant | null => {
  const { ticket, by, desk, evolve } = sending;
  const { at, setsWaiting } = sending.reply;
  const before = released(sending, ticket.pendingReplies.length, at);
  const reply = { at, by, text: "", update: null, replyId: null, sentAt: null, setsWaiting, audience: null };
  const after = replyEvents(before, reply).reduce<Ticket>(evolve, before.ticket);
  const sentEarliest = at + Math.max(desk.undo, toReadIt);
  const dues = duesOf(after).filter((due) => due > sentEarliest);
  return dues.length === 0 ? null : Math.min(...dues);
};

/** Sends a pending reply and those before it: when its time is over, or at once if a person asks for it. */
export const releaseReply = (context: DecideContext<"releaseReply">): Decision => {
  const { ticket, command } = context;
  const index = ticket.pendingReplies.findIndex(({ id }) => id === command.replyId);
  const pending = ticket.pendingReplies[index];
  if (pending === undefined) return refuse({ reason: "noLongerPending" });
  if (command.by.kind === "clock" && pending.until > command.at) return refuse({ reason: "notDue" });
  return { ok: true, events: released(context, index + 1, command.at).events };
};

/** A pending reply is undone; the customer never sees it. */
export const undoReply = (ticket: Ticket, command: Extract<TicketCommand, { type: "undoReply" }>): Decision => {
  const pending = ticket.pendingReplies.find(({ id }) => id === command.replyId);
  return pending === undefined
    ? refuse({ reason: "noLongerPending" })
    : accept(command, { type: "replyUndone", replyId: pending.id, text: pending.text });
};
