import { sayIn } from "../i18n/say.ts";
import { oneLine } from "../i18n/excerpt.ts";
import type { FileRef } from "../tickets/refs.ts";
import type { Event, EventType } from "../tickets/messages.ts";
import type { Card } from "../chat/card.ts";
import type { Notification } from "../tickets/effect.ts";
import type { ViewContext, TextContext, Viewer } from "../i18n/viewer.ts";

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
  text === "" ? sayIn(viewer.locale)("said.history.wiped") : oneLine(text, 140);

interface Message {
  readonly text: string;
  readonly files?: readonly FileRef[] | undefined;
}

/** The beginning of a message, with the names of its files. */
export const messageInLine = ({ text, files = [] }: Message, viewer: Viewer): string =>
  textInLine([text, ...files.map(({ name }) => `📎 ${name}`)].join(" ").trim(), viewer);
