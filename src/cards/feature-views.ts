import { sayIn, type Say } from "../i18n/say.ts";
import type { Refusal } from "../tickets/refusal.ts";
import { oneLine } from "../i18n/excerpt.ts";
import type { FileRef } from "../tickets/refs.ts";
import type { CommandType, Event, EventType } from "../tickets/messages.ts";
import type { Card } from "../chat/card.ts";
import type { Notification } from "../tickets/effect.ts";
import type { ViewContext, TextContext, TicketContext, Viewer } from "../i18n/viewer.ts";

export type NotificationType = Notification["type"];

/** A notification of one type; a shorter name for what the cards of a feature take. */
export type NotificationOf<Type extends NotificationType> = Extract<Notification, { type: Type }>;

/** Draws the card of a notification. */
export type NotificationCard<Type extends NotificationType> = (
  message: NotificationOf<Type>,
  context: ViewContext,
) => Card;

/** The cards of some notification types. A feature draws those of its own notifications. */
export type NotificationCards<Type extends NotificationType> = { readonly [Each in Type]: NotificationCard<Each> };

/** What happened, written after the name of who did it: "claimed it", "confirmed severity high". */
export type HistoryLine<Type extends EventType> = (
  event: Extract<Event, { type: Type }>,
  context: TextContext,
) => string;

/** The history lines of some event types. A feature writes those of its own events. */
export type HistoryLines<Type extends EventType> = { readonly [Each in Type]: HistoryLine<Each> };

/** The beginning of a message. The text of a deleted message is wiped from the events: the line says so. */
export const textInLine = (text: string, viewer: Viewer): string =>
  text === "" ? sayIn(viewer.locale)("history.textDeleted") : oneLine(text, 140);

interface Message {
  readonly text: string;
  readonly files?: readonly FileRef[] | undefined;
}

/** The beginning of a message, with the names of its files. */
export const messageInLine = ({ text, files = [] }: Message, viewer: Viewer): string =>
  textInLine([text, ...files.map(({ name }) => `📎 ${name}`)].join(" ").trim(), viewer);

/** What "done" is worded with; `name` is the ticket's. */
export interface DoneContext extends TicketContext {
  readonly say: Say;
  readonly name: string;
}

/** The "done" of some commands, for the person who acted; null if there is nothing to add. A feature words its own. */
export type DoneSentences<Type extends CommandType> = {
  readonly [Each in Type]: ((context: DoneContext) => string | null) | null;
};

/** What a refusal is worded with; `ticket` is the ticket's name, or "the ticket" if it has none. */
export interface RefusalContext extends TextContext {
  readonly say: Say;
  readonly ticket: string;
}

export type RefusalReason = Refusal["reason"];

/** Says why a command was refused. */
export type RefusalSentence<Reason extends RefusalReason> = (
  refusal: Extract<Refusal, { reason: Reason }>,
  context: RefusalContext,
) => string;

/** The sentences of some refusals. A feature words its own. */
export type RefusalSentences<Reason extends RefusalReason> = { readonly [Each in Reason]: RefusalSentence<Each> };
