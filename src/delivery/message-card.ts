import type { Card } from "../chat/card.ts";
import type { Notification } from "../tickets/effect.ts";
import type { NotificationCard, NotificationType } from "../cards/feature-views.ts";
import { notificationCards } from "../features/surface.ts";
import type { ViewContext } from "../i18n/viewer.ts";

const cardFor = <Type extends NotificationType>(type: Type): NotificationCard<Type> => notificationCards[type];

/** The card of a notification. */
export const messageCard = (message: Notification, context: ViewContext): Card =>
  cardFor(message.type)(message, context);
