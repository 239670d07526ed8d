import { sayIn, type Say } from "../i18n/say.ts";
import type { Refusal, CommonRefusal, CommandType, Event, EventType } from "../tickets/messages.ts";
import { oneLine } from "../i18n/excerpt.ts";
import type { FileRef } from "../tickets/refs.ts";
import type { Card } from "../chat/card.ts";
import type { Notification } from "../tickets/effect.ts";
import type { ViewContext, TextContext, TicketContext, Viewer } from "../i18n/viewer.ts";

export type NotificationType = Notification["type"];

/** A notification of one type. */
export type NotificationOf<Type extends NotificationType> = Extract<Notification, { type: Type }>;

/** Draws the card of a notification. */
export type NotificationCard<Type extends NotificationType> = (
  message: NotificationOf<Type>,
  context: ViewContext,
) => Card;

/** The cards of some notification types. Each feature draws the cards of its own notifications. */
export type NotificationCards<Type extends NotificationType> = { readonly [Each in Type]: NotificationCard<Each> };

/** What happened, written after the name of the person who acted: "claimed it", "confirmed severity high". */
export type HistoryLine<Type extends EventType> = (
  event: Extract<Event, { type: Type }>,
  context: TextContext,
) => string;

/** The history lines of some event types. Each feature writes those of its own events. */
export type HistoryLines<Type extends EventType> = { readonly [Each in Type]: HistoryLine<Each> };

/** The beginning of a message. A deleted message has no text in the events, so the line says that it was deleted. */
export const textInLine = (text: string, viewer: Viewer): string =>
  text === "" ? sayIn(viewer.locale)("history.textDeleted") : oneLine(text, 140);

interface Message {
  readonly text: string;
  readonly files?: readonly FileRef[];
}

/** The beginning of a message, with the names of its files. */
export const messageInLine = ({ text, files = [] }: Message, viewer: Viewer): string =>
  textInLine([text, ...files.map(({ name }) => `📎 ${name}`)].join(" ").trim(), viewer);

/** The context of a "done" sentence; `name` is the ticket's. */
export interface DoneContext extends TicketContext {
  readonly say: Say;
  readonly name: string;
}

/**
 * The "done" sentences of some commands, for the person who acted; null if there is nothing to add. Each feature writes
 * its own.
 */
export type DoneSentences<Type extends CommandType> = {
  readonly [Each in Type]: ((context: DoneContext) => string | null) | null;
};

/** The context of a refusal's sentence. `ticket` is the ticket's name, or "the ticket" if it has none. */
export interface RefusalContext extends TextContext {
  readonly say: Say;
  readonly ticket: string;
}

export type RefusalReason = Refusal["reason"];

/** The sentence that says why a command was refused. */
export type RefusalSentence<Reason extends RefusalReason> = (
  refusal: Extract<Refusal, { reason: Reason }>,
  context: RefusalContext,
) => string;

/** The sentences of some refusals. Each feature writes its own. */
export type RefusalSentences<Reason extends RefusalReason> = { readonly [Each in Reason]: RefusalSentence<Each> };

/**
 * Refusals that belong to no single feature. `noSuchTicket` also covers tickets of other accounts: the two must read
 * the same.
 */
export const commonRefusals = {
  notAllowed: (_, { say }) => say("refusal.notAllowed"),
  noSuchTicket: (_, { say }) => say("refusal.noSuchTicket"),
  alreadyThat: ({ what }, { say, ticket }) => say(`refusal.already.${what}`, { ticket }),
  resolvedAlready: (_, { say, ticket }) => say("refusal.resolvedAlready", { ticket }),
  emptyText: (_, { say }) => say("refusal.emptyText"),
  notDue: (_, { say, ticket }) => say("refusal.notDue", { ticket }),
} satisfies RefusalSentences<CommonRefusal["reason"]>;
