import { placeCard, readCards, retireConversation, wantCards } from "../db/card-store.ts";
import type { Tx } from "../db/handle.ts";
import { oweMessages, retargetOutbox, type Owed } from "../db/outbox-store.ts";
import type { OutboxTarget } from "../db/rows.ts";
import type { Desk } from "../domain/desk.ts";
import { effects } from "../domain/effects.ts";
import type { Audience, Effect, Event, Message, ReminderNotice } from "../domain/messages.ts";
import type { Place } from "../domain/refs.ts";
import type { Ticket } from "../domain/ticket.ts";

/** Writes what a fact means for the world into cards and outbox. `id` is the fact's own, so its messages have stable keys. */
export const applyEffects = async (tx: Tx, event: Event, id: number, ticket: Ticket, desk: Desk): Promise<void> => {
  for (const [index, effect] of effects(event, ticket).entries())
    await apply(tx, effect, `${id}.${index}`, event, ticket, desk);
};

const apply = async (tx: Tx, effect: Effect, key: string, event: Event, ticket: Ticket, desk: Desk): Promise<void> => {
  switch (effect.type) {
    case "refreshCards":
      return wantCards(tx, ticket.number, ticket.version);
    case "placeTriage":
      for (const channel of desk.channels.triage)
        await placeCard(tx, ticket.number, "triage", { kind: "channel", channel }, ticket.version, event.at);
      return;
    case "placeConversation":
      return placeConversation(tx, ticket, effect.place, event);
    case "send": {
      const targets = await targetsOf(tx, ticket, effect.to);
      await oweMessages(
        tx,
        targets.map((target) => owe(key, ticket, target, effect.message)),
        event.at,
      );
    }
  }
};

/** The conversation's card, and whatever was still to be said below the old one goes below the new one. */
const placeConversation = async (tx: Tx, ticket: Ticket, place: Place, event: Event): Promise<void> => {
  const card = await placeCard(tx, ticket.number, "conversation", place, ticket.version, event.at);
  const why = event.type === "conversationMoved" ? event.why : "moved";
  await retargetOutbox(tx, await retireConversation(tx, ticket.number, card, why, event.at), card);
};

const targetsOf = async (tx: Tx, ticket: Ticket, audience: Audience): Promise<readonly OutboxTarget[]> => {
  if (audience.kind === "person" || audience.kind === "email") return [audience];
  const side = audience.kind === "conversation" ? "conversation" : "triage";
  const cards = (await readCards(tx, ticket.number)).filter((card) => card.side === side);
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
const stepKey = ({ clock, cycle, promise, step }: ReminderNotice, ticket: Ticket): string =>
  `T-${ticket.number} ${clock} ${cycle} ${promise} ${step}`;

/** What is said below a card keeps its order; a reminder waits for nobody. */
const owe = (key: string, ticket: Ticket, target: OutboxTarget, message: Message): Owed => {
  const to = nameOf(target);
  const about = { ticket: ticket.number, target, message };
  if (message.type !== "reminder") return { ...about, key: `${key} ${to}`, lane: to };
  const own = `${stepKey(message.notice, ticket)} ${to}`;
  return { ...about, key: own, lane: own };
};
