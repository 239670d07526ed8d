import type { ReminderNotification } from "../routes/notification-route.ts";
import type { Instant } from "../../sla/instant.ts";
import { severityTraits } from "../../sla/severity.ts";
import type { CardRow } from "../../db/delivery/card-row.ts";
import { placeCard, readCardsOf, retireConversation, wantCards } from "../../db/delivery/card-store.ts";
import { directsThatMayQuote, lanesNotBegun } from "../../db/delivery/quoting-directs.ts";
import type { Tx } from "../../db/connection/handle.ts";
import { addToOutbox, readPending, retargetOutbox, type NewOutboxMessage } from "../../db/delivery/outbox-store.ts";
import type { OutboxTarget, Urgency } from "../../db/schema/rows.ts";
import type { Desk } from "../../desk/desk.ts";
import { effects } from "../evolve.ts";
import type { Audience, Effect, Notification } from "../effect.ts";
import type { Event } from "../messages.ts";
import type { Place } from "../refs.ts";
import { techChannelsFor } from "../routes/team.ts";
import { isWithTech, severityOf, type Ticket } from "../ticket.ts";
import { collectStrangers, releaseStrangers } from "./collect-strangers.ts";
import { moveCards, haveCardsElsewhere } from "./follow-channels.ts";
import { assigneeNotices, withAssigneeMentions } from "./notify-assignee.ts";

/** An event, the ticket after it, and the event's id, which gives its messages stable keys. */
export interface AppliedEvents {
  readonly event: Event;
  readonly ticket: Ticket;
  readonly id: number;
}

/** Writes that are collected over all events and made together at the end. */
interface PendingWrites {
  readonly versions: Map<number, number>;
  readonly sends: {
    readonly event: number;
    readonly key: string;
    readonly ticket: Ticket;
    readonly to: Audience;
    readonly message: Notification;
  }[];
}

/** Writes the effects of events into cards and the outbox. */
export const applyEffects = async (
  tx: Tx,
  applied: readonly AppliedEvents[],
  desk: Desk,
  now: Instant,
): Promise<void> => {
  const writes: PendingWrites = { versions: new Map(), sends: [] };
  for (const { event, ticket, id } of applied)
    for (const [index, effect] of effects(event, ticket).entries())
      await apply(tx, effect, { applied: { event, ticket, id }, key: `${id}.${index}`, desk, writes });
  await wantCards(tx, writes.versions);
  await releaseStrangers(tx, applied, desk, now);
  const below = writes.sends.filter(({ to }) => !isDirect(to));
  const cards = await currentCards(tx, below, desk, now);
  const notices = await assigneeNotices(tx, { events: applied, cards, desk, now });
  const belowCards = writes.sends.flatMap(({ event, key, ticket, to, message }) =>
    targetsOf(
      cards.filter((card) => card.ticket === ticket.number),
      to,
    ).map((target) => owedMessage(key, ticket, target, withAssigneeMentions(message, to, target, notices.get(event)))),
  );
  const direct = [...notices].flatMap(([event, notice]) =>
    notice.how === "direct"
      ? [
          owedMessage(
            `${event} notice`,
            notice.ticket,
            { kind: "person", person: notice.message.person },
            notice.message,
          ),
        ]
      : [],
  );
  const redrawn = await redrawDirects(tx, applied, now);
  await addToOutbox(tx, [...belowCards, ...direct, ...redrawn], now);
  await collectStrangers(tx, applied, desk, now);
};

/** How many direct messages of one person are edited at once. */
const atOnce = 5;
/** The time (ms) between the edits after that. It leaves the person room for new messages. */
const everyMs = 2_000;

const laneOf = (direct: number): string => `redraw ${direct}`;

/**
 * Direct messages about a ticket may quote a message that its author deleted now. Each is edited by a row of its own, so
 * that a refused edit repeats no other edit and delays no message to the person. A row that no process has begun shows
 * the current text when it goes, so several deletions need it once.
 */
const redrawDirects = async (
  tx: Tx,
  applied: readonly AppliedEvents[],
  now: Instant,
): Promise<readonly NewOutboxMessage[]> => {
  const redrawn = new Map<string, NewOutboxMessage>();
  for (const { event, ticket, id } of applied) {
    if (event.type !== "messageDeleted" || event.textKept || event.kind === "noted") continue;
    const directs = await directsThatMayQuote(tx, ticket.number, event.wroteAt);
    for (const [person, theirs] of Map.groupBy(directs, (direct) => direct.person))
      for (const [place, { id: direct }] of theirs.entries())
        redrawn.set(laneOf(direct), {
          key: `${id} ${laneOf(direct)}`,
          ticket: ticket.number,
          target: { kind: "person", person },
          message: { type: "directChanged", message: event.message, direct },
          lane: laneOf(direct),
          urgency: 2,
          notBefore: now + Math.max(0, place + 1 - atOnce) * everyMs,
        });
  }
  const waiting = await lanesNotBegun(tx, [...redrawn.keys()]);
  return [...redrawn.values()].filter(({ lane }) => !waiting.has(lane));
};

const apply = async (
  tx: Tx,
  effect: Effect,
  {
    applied: { event, ticket, id },
    key,
    desk,
    writes,
  }: { readonly applied: AppliedEvents; readonly key: string; readonly desk: Desk; readonly writes: PendingWrites },
): Promise<void> => {
  switch (effect.type) {
    case "refreshCards":
      writes.versions.set(ticket.number, ticket.version);
      return;
    case "placeTriage":
      for (const channel of desk.channels.triage)
        await placeCard(tx, {
          ticket: ticket.number,
          side: "triage",
          place: { kind: "channel", channel },
          wanted: ticket.version,
          now: event.at,
        });
      return;
    case "placeTech":
      return placeTech(tx, { ticket, desk, now: event.at });
    case "placeConversation":
      return placeConversation(tx, ticket, effect.place, event);
    case "send":
      writes.sends.push({ event: id, key, ticket, to: effect.to, message: effect.message });
      return;
    case "resend": {
      const pending = await readPending(tx, effect.key);
      if (pending !== null)
        writes.sends.push({
          event: id,
          key,
          ticket,
          to: { kind: "conversation" },
          message: forAudience(pending.message, effect.audience),
        });
    }
  }
};

const forAudience = (message: Notification, audience: Place | null): Notification =>
  message.type === "reply" && audience !== null ? { ...message, audience } : message;

const placeTech = async (
  tx: Tx,
  { ticket, desk, now }: { readonly ticket: Ticket; readonly desk: Desk; readonly now: Instant },
): Promise<void> => {
  for (const channel of isWithTech(ticket) ? techChannelsFor(ticket, desk) : [])
    await placeCard(tx, {
      ticket: ticket.number,
      side: "tech",
      place: { kind: "channel", channel },
      wanted: ticket.version,
      now,
    });
  const cards = await readCardsOf(tx, [ticket.number]);
  if (haveCardsElsewhere(ticket, cards, desk)) await moveCards(tx, { ticket, cards, desk, now });
};

/**
 * The cards under which the messages go. If a ticket's staff cards are in channels that the desk no longer uses, they
 * move first. Otherwise a message would go where agents no longer look.
 */
const currentCards = async (
  tx: Tx,
  below: PendingWrites["sends"],
  desk: Desk,
  now: Instant,
): Promise<readonly CardRow[]> => {
  const tickets = new Map(below.map(({ ticket }) => [ticket.number, ticket]));
  const cards = await readCardsOf(tx, [...tickets.keys()]);
  const forStaff = new Set(below.filter(({ to }) => to.kind !== "conversation").map(({ ticket }) => ticket.number));
  let moved = false;
  for (const ticket of tickets.values()) {
    const own = cards.filter((card) => card.ticket === ticket.number);
    if (!forStaff.has(ticket.number) || !haveCardsElsewhere(ticket, own, desk)) continue;
    await moveCards(tx, { ticket, cards: own, desk, now });
    moved = true;
  }
  return moved ? readCardsOf(tx, [...tickets.keys()]) : cards;
};

/** Places the conversation's card. Messages that waited to be sent under the old card are sent under the new one. */
const placeConversation = async (tx: Tx, ticket: Ticket, place: Place, event: Event): Promise<void> => {
  const card = await placeCard(tx, {
    ticket: ticket.number,
    side: "conversation",
    place,
    wanted: ticket.version,
    now: event.at,
  });
  const why = event.type === "conversationMoved" ? event.why : "moved";
  await retargetOutbox(
    tx,
    await retireConversation(tx, { ticket: ticket.number, keep: card, why, now: event.at }),
    card,
  );
};

type Direct = Extract<Audience, { readonly kind: "person" | "email" | "contact" }>;
const isDirect = (audience: Audience): audience is Direct =>
  audience.kind === "person" || audience.kind === "email" || audience.kind === "contact";

const targetsOf = (all: readonly CardRow[], audience: Audience): readonly OutboxTarget[] => {
  if (isDirect(audience)) return [audience];
  const side = audience.kind === "internal" ? "triage" : audience.kind;
  const cards = all.filter((card) => card.side === side);
  return cards.length === 0 ? [{ kind: "nowhere" }] : cards.map((card) => ({ kind: "card", card: card.id }));
};

const nameOf = (target: OutboxTarget): string => {
  switch (target.kind) {
    case "card":
      return `card ${target.card}`;
    case "person":
    case "email":
      return `${target.kind} ${target.person}`;
    case "contact":
      return `contact ${target.user}`;
    case "nowhere":
      return "nowhere";
  }
};

/** The key of a reminder step, so that each target gets one message for it, whichever fallback led there. */
const stepKey = ({ clock, cycle, target, step }: ReminderNotification, ticket: Ticket): string =>
  `T-${ticket.number} ${clock} ${cycle} ${target} ${step}`;

/**
 * Ticket numbers repeat across desks. The key of an e-mail contains `openedAt`, so that Message-IDs stay unique in a
 * shared mailbox.
 */
const addressee = (target: OutboxTarget, { openedAt }: Ticket): string =>
  target.kind === "email" ? `${nameOf(target)} ${openedAt}` : nameOf(target);

const urgencyOf = (ticket: Ticket, message: Notification): Urgency => {
  if (message.type === "page") return 0;
  if (message.type !== "reminder") return 1;
  return severityTraits[severityOf(ticket)].wakesPeople ? 0 : 2;
};

/** An outbox row. Messages under one card keep their order; a reminder or a page waits for no other message. */
const owedMessage = (key: string, ticket: Ticket, target: OutboxTarget, message: Notification): NewOutboxMessage => {
  const to = addressee(target, ticket);
  const about = { ticket: ticket.number, target, message, urgency: urgencyOf(ticket, message) };
  // A slow file must not delay the messages after it.
  if (message.type === "customerFile") return { ...about, key: `${key} ${to}`, lane: `files ${to}` };
  // A page must not wait for other messages.
  if (message.type === "page") return { ...about, key: `${key} ${to}`, lane: `${key} ${to}` };
  if (message.type !== "reminder") return { ...about, key: `${key} ${to}`, lane: to };
  const own = `${stepKey(message.notice, ticket)} ${to}`;
  return { ...about, key: own, lane: own };
};
