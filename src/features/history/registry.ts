import type { HistoryLine, HistoryLines } from "../../cards/feature-views.ts";
import type { Event, EventType } from "../../tickets/messages.ts";
import type { TextContext } from "../../i18n/viewer.ts";
import { assignmentHistory } from "../assignment/views.ts";
import { callbackHistory } from "../callback/views.ts";
import { consultingHistory } from "../consulting/views.ts";
import { conversationHistory } from "../conversation/views.ts";
import { escalationHistory } from "../escalation/views.ts";
import { knowledgeHistory } from "../knowledge/views.ts";
import { noteHistory } from "../notes/views.ts";
import { openHistory } from "../open/views.ts";
import { promisedUpdateHistory } from "../promised-updates/views.ts";
import { ratingHistory } from "../rating/views.ts";
import { reminderHistory } from "../reminders/views.ts";
import { replyHistory } from "../reply/views.ts";
import { resolutionHistory } from "../resolution/views.ts";
import { severityHistory } from "../severity/views.ts";
import { techHistory } from "../tech-handoff/views.ts";
import { linkHistory } from "../ticket-links/views.ts";
import { waitingHistory } from "../waiting/views.ts";

/** The features' history lines together. An event type without a line does not compile. */
const historyLines: HistoryLines<EventType> = {
  ...openHistory,
  ...assignmentHistory,
  ...severityHistory,
  ...replyHistory,
  ...noteHistory,
  ...conversationHistory,
  ...waitingHistory,
  ...resolutionHistory,
  ...reminderHistory,
  ...techHistory,
  ...escalationHistory,
  ...callbackHistory,
  ...consultingHistory,
  ...knowledgeHistory,
  ...ratingHistory,
  ...linkHistory,
  ...promisedUpdateHistory,
};

const lineFor = <Type extends EventType>(type: Type): HistoryLine<Type> => historyLines[type];

/** What happened, written after the name of who did it. */
export const historyLine = (event: Event, context: TextContext): string => lineFor(event.type)(event, context);
