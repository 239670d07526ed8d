import type { Instant } from "../../sla/instant.ts";
import type { CardRow } from "../../db/delivery/card-row.ts";
import type { Tx } from "../../db/connection/handle.ts";
import { wasNotified } from "../../db/delivery/notice-store.ts";
import type { OutboxTarget } from "../../db/schema/rows.ts";
import { assigneeNotification, type AssigneeNotification } from "../routes/assignee-notice.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Audience, Notification } from "../effect.ts";
import { platformOf, type MentionedPerson } from "../refs.ts";
import type { Event } from "../messages.ts";
import type { Ticket } from "../ticket.ts";

/** Several messages about one ticket within this time (ms) notify a person once. */
const togetherMs = 60_000;

/** An event whose effects are being written, the ticket after it, and the event's id. */
interface TicketEvent {
  readonly event: Event;
  readonly ticket: Ticket;
  readonly id: number;
}

/** How a person is notified: by a mention in a message under a triage card, or by a direct message. */
export type AssigneeNotice =
  | { readonly how: "mention"; readonly card: number; readonly mention: MentionedPerson }
  | {
      readonly how: "direct";
      readonly ticket: Ticket;
      readonly message: Extract<Notification, { type: "assigneeNotice" }>;
    };

const noticeTo = (
  { about, person, instead }: AssigneeNotification,
  ticket: Ticket,
  cards: readonly CardRow[],
): AssigneeNotice => {
  for (const user of person.identities) {
    const card = cards.find(
      ({ ticket: number, side, place }) =>
        number === ticket.number &&
        side === "triage" &&
        place.kind === "channel" &&
        platformOf(place.channel) === platformOf(user),
    );
    if (card !== undefined)
      return { how: "mention", card: card.id, mention: { user, name: person.name, person: person.key, instead } };
  }
  return { how: "direct", ticket, message: { type: "assigneeNotice", about, person: person.key, instead } };
};

/** How the assignee of each ticket (or their stand-in) is notified of each event, by event id. */
export const assigneeNotices = async (
  tx: Tx,
  {
    events,
    cards,
    desk,
    now,
  }: {
    readonly events: readonly TicketEvent[];
    readonly cards: readonly CardRow[];
    readonly desk: Desk;
    readonly now: Instant;
  },
): Promise<ReadonlyMap<number, AssigneeNotice>> => {
  const notices = new Map<number, AssigneeNotice>();
  const notified = new Set<string>();
  for (const { event, ticket, id } of events) {
    const who = assigneeNotification(event, ticket, desk, now);
    if (who === null) continue;
    const about = `${ticket.number} ${who.person.key}`;
    if (notified.has(about)) continue;
    notified.add(about);
    if (await wasNotified(tx, ticket.number, who.person.key, now - togetherMs)) continue;
    notices.set(id, noticeTo(who, ticket, cards));
  }
  return notices;
};

/** A message for one card, with the mention if it belongs there. */
export const withAssigneeMentions = (
  message: Notification,
  to: Audience,
  target: OutboxTarget,
  notice: AssigneeNotice | undefined,
): Notification => {
  const isThere = to.kind === "internal" && target.kind === "card";
  if (!isThere || notice?.how !== "mention" || notice.card !== target.card) return message;
  return message.type === "customerMessage" || message.type === "fromTech" || message.type === "statusChanged"
    ? { ...message, mention: notice.mention }
    : message;
};
