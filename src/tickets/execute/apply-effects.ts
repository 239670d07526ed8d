import type { ReminderNotification } from "../routes/notification-route.ts";
import type { Instant } from "../../sla/instant.ts";
import { severityTraits } from "../../sla/severity.ts";
import { placeCard, readCardsOf, retireConversation, wantCards, type CardRow } from "../../db/delivery/card-store.ts";
import type { Tx } from "../../db/connection/handle.ts";
import { oweMessages, readOwed, retargetOutbox, type OwedMessage } from "../../db/delivery/outbox-store.ts";
import type { OutboxTarget, Urgency } from "../../db/schema/rows.ts";
import type { Desk } from "../../desk/desk.ts";
import { effects } from "../effects.ts";
import type { Audience, Effect, Notification } from "../effect.ts";
import type { Event } from "../messages.ts";
import type { Place } from "../refs.ts";
import { severityOf, type Ticket } from "../ticket.ts";
import { collectStrangers, releaseStrangers } from "./collect-strangers.ts";
import { moveCards, standsElsewhere } from "./follow-channels.ts";
import { assigneeNotices, withRings } from "./notify-assignee.ts";

/** A fact, the ticket after it, and the fact's own number, so that its messages have stable keys. */
export interface AppliedEvents {
  readonly event: Event;
  readonly ticket: Ticket;
  readonly id: number;
}

/** What is written at the end, for all tickets at once. */
interface Sheet {
  readonly versions: Map<number, number>;
  readonly sends: {
    readonly fact: number;
    readonly key: string;
    readonly ticket: Ticket;
    readonly to: Audience;
    readonly message: Notification;
  }[];
}

/** Writes what facts mean for the world into cards and outbox. */
export const applyEffects = async (
  tx: Tx,
  facts: readonly AppliedEvents[],
  desk: Desk,
  now: Instant,
): Promise<void> => {
  const sheet: Sheet = { versions: new Map(), sends: [] };
  for (const { event, ticket, id } of facts)
    for (const [index, effect] of effects(event, ticket).entries())
      await apply(tx, effect, { applied: { event, ticket, id }, key: `${id}.${index}`, desk, sheet });
  await wantCards(tx, sheet.versions);
  await releaseStrangers(tx, facts, desk, now);
  const below = sheet.sends.filter(({ to }) => !isDirect(to));
  const cards = await standingCards(tx, below, desk, now);
  const notices = await assigneeNotices(tx, { facts, cards, desk, now });
  const said = sheet.sends.flatMap(({ fact, key, ticket, to, message }) =>
    targetsOf(
      cards.filter((card) => card.ticket === ticket.number),
      to,
    ).map((target) => owe(key, ticket, target, withRings(message, to, target, notices.get(fact)))),
  );
  const direct = [...notices].flatMap(([fact, notice]) =>
    notice.how === "direct"
      ? [owe(`${fact} notice`, notice.ticket, { kind: "person", person: notice.message.person }, notice.message)]
      : [],
  );
  await oweMessages(tx, [...said, ...direct], now);
  await collectStrangers(tx, facts, desk, now);
};

const apply = async (
  tx: Tx,
  effect: Effect,
  {
    applied: { event, ticket, id },
    key,
    desk,
    sheet,
  }: { readonly applied: AppliedEvents; readonly key: string; readonly desk: Desk; readonly sheet: Sheet },
): Promise<void> => {
  switch (effect.type) {
    case "refreshCards":
      sheet.versions.set(ticket.number, ticket.version);
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
      for (const channel of desk.channels.tech)
        await placeCard(tx, {
          ticket: ticket.number,
          side: "tech",
          place: { kind: "channel", channel },
          wanted: ticket.version,
          now: event.at,
        });
      return;
    case "placeConversation":
      return placeConversation(tx, ticket, effect.place, event);
    case "send":
      sheet.sends.push({ fact: id, key, ticket, to: effect.to, message: effect.message });
      return;
    case "resend": {
      const owed = await readOwed(tx, effect.key);
      if (owed !== null)
        sheet.sends.push({ fact: id, key, ticket, to: { kind: "conversation" }, message: owed.message });
    }
  }
};

/**
 * The cards below which something is said. Where the staff's cards of a ticket stand in channels that are the desk's no more,
 * they follow first: what is said must be seen.
 */
const standingCards = async (tx: Tx, below: Sheet["sends"], desk: Desk, now: Instant): Promise<readonly CardRow[]> => {
  const tickets = new Map(below.map(({ ticket }) => [ticket.number, ticket]));
  const cards = await readCardsOf(tx, [...tickets.keys()]);
  const forStaff = new Set(below.filter(({ to }) => to.kind !== "conversation").map(({ ticket }) => ticket.number));
  let moved = false;
  for (const ticket of tickets.values()) {
    const own = cards.filter((card) => card.ticket === ticket.number);
    if (!forStaff.has(ticket.number) || !standsElsewhere(ticket, own, desk)) continue;
    await moveCards(tx, { ticket, principal: own, desk, now });
    moved = true;
  }
  return moved ? readCardsOf(tx, [...tickets.keys()]) : cards;
};

/** The conversation's card, and whatever was still to be said below the old one goes below the new one. */
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

type Direct = Extract<Audience, { readonly person: string }>;
const isDirect = (audience: Audience): audience is Direct => audience.kind === "person" || audience.kind === "email";

const targetsOf = (principal: readonly CardRow[], audience: Audience): readonly OutboxTarget[] => {
  if (isDirect(audience)) return [audience];
  const side = audience.kind === "internal" ? "triage" : audience.kind;
  const cards = principal.filter((card) => card.side === side);
  return cards.length === 0 ? [{ kind: "nowhere" }] : cards.map((card) => ({ kind: "card", card: card.id }));
};

const nameOf = (target: OutboxTarget): string => {
  switch (target.kind) {
    case "card":
      return `card ${target.card}`;
    case "person":
    case "email":
      return `${target.kind} ${target.person}`;
    case "nowhere":
      return "nowhere";
  }
};

/** One message about a step to one target, whichever way down the ladder led there. */
const stepKey = ({ clock, cycle, target: promise, step }: ReminderNotification, ticket: Ticket): string =>
  `T-${ticket.number} ${clock} ${cycle} ${promise} ${step}`;

/** Two desks count alike, and one mailbox may read both: what is mailed is also named by when its ticket was opened. */
const addressee = (target: OutboxTarget, { openedAt }: Ticket): string =>
  target.kind === "email" ? `${nameOf(target)} ${openedAt}` : nameOf(target);

const urgencyOf = (ticket: Ticket, message: Notification): Urgency => {
  if (message.type === "page") return 0;
  if (message.type !== "reminder") return 1;
  return severityTraits[severityOf(ticket)].wakesPeople ? 0 : 2;
};

/** What is said below a card keeps its order; a reminder waits for nobody. */
const owe = (key: string, ticket: Ticket, target: OutboxTarget, message: Notification): OwedMessage => {
  const to = addressee(target, ticket);
  const about = { ticket: ticket.number, target, message, urgency: urgencyOf(ticket, message) };
  // Words wait for no file.
  if (message.type === "customerFile") return { ...about, key: `${key} ${to}`, lane: `files ${to}` };
  // So does somebody who is called for.
  if (message.type === "page") return { ...about, key: `${key} ${to}`, lane: `${key} ${to}` };
  if (message.type !== "reminder") return { ...about, key: `${key} ${to}`, lane: to };
  const own = `${stepKey(message.notice, ticket)} ${to}`;
  return { ...about, key: own, lane: own };
};
