import type { Card } from "../../chat/card.ts";
import type { Notification } from "../../tickets/effect.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import { assignmentCards } from "../assignment/views.ts";
import { callbackCards } from "../callback/views.ts";
import { conversationCards } from "../conversation/views.ts";
import { escalationCards } from "../escalation/views.ts";
import { knowledgeCards } from "../knowledge/views.ts";
import { noteCards } from "../notes/views.ts";
import { openCards } from "../open/views.ts";
import { promisedUpdateCards } from "../promised-updates/views.ts";
import { ratingCards } from "../rating/views.ts";
import { reminderCards } from "../reminders/views.ts";
import { replyCards } from "../reply/views.ts";
import { resolutionCards } from "../resolution/views.ts";
import { severityCards } from "../severity/views.ts";
import { techCards } from "../tech-handoff/views.ts";
import { ticketCards } from "../ticket-cards/views.ts";
import { linkCards } from "../ticket-links/views.ts";
import { waitingCards } from "../waiting/views.ts";
import type { NotificationCard, NotificationCards, NotificationType } from "./notification-card.ts";

/** The features' cards together. A notification type without a card does not compile. */
const notificationCards: NotificationCards<NotificationType> = {
  ...openCards,
  ...assignmentCards,
  ...severityCards,
  ...replyCards,
  ...noteCards,
  ...conversationCards,
  ...waitingCards,
  ...resolutionCards,
  ...reminderCards,
  ...techCards,
  ...escalationCards,
  ...callbackCards,
  ...knowledgeCards,
  ...ratingCards,
  ...linkCards,
  ...promisedUpdateCards,
  ...ticketCards,
};

const cardFor = <Type extends NotificationType>(type: Type): NotificationCard<Type> => notificationCards[type];

/** The card of a notification. */
export const messageCard = (message: Notification, context: ViewContext): Card =>
  cardFor(message.type)(message, context);
