import type { Card } from "../chat/card.ts";
import type { Notification } from "../tickets/effect.ts";
import type { ViewContext } from "../i18n/viewer.ts";
import { assignmentCards } from "../features/assignment/views.ts";
import { callbackCards } from "../features/callback/views.ts";
import { conversationCards } from "../features/conversation/views.ts";
import { escalationCards } from "../features/escalation/views.ts";
import { knowledgeCards } from "../features/knowledge/views.ts";
import { noteCards } from "../features/notes/views.ts";
import { openCards } from "../features/open/views.ts";
import { promisedUpdateCards } from "../features/promised-updates/views.ts";
import { ratingCards } from "../features/rating/views.ts";
import { reminderCards } from "../features/reminders/views.ts";
import { replyCards } from "../features/reply/views.ts";
import { resolutionCards } from "../features/resolution/views.ts";
import { severityCards } from "../features/severity/views.ts";
import { techCards } from "../features/tech-handoff/views.ts";
import { ticketCards } from "../features/ticket-cards/views.ts";
import { linkCards } from "../features/ticket-links/views.ts";
import { waitingCards } from "../features/waiting/views.ts";
import type { NotificationCard, NotificationCards, NotificationType } from "../cards/feature-views.ts";

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
