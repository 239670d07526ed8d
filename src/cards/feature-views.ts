import type { Card } from "../chat/card.ts";
import type { Notification } from "../tickets/effect.ts";
import type { ViewContext } from "../i18n/viewer.ts";

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
