import { rich } from "../../i18n/rich.ts";
import { triageMentions } from "../../cards/people.ts";
import { tonePart } from "../../cards/ticket-heading.ts";
import type { Card } from "../../chat/card.ts";
import type { NotifyTarget, ReminderNotification } from "../../tickets/routes/notification-route.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import { lateness, reminderAbout } from "./reminder-about.ts";
import { momentAndLeft, strong } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

type Mention = Extract<NotifyTarget, { how: "mention" }>;

/** A reminder as a line below the triage card that mentions a person who can act. */
export const reminderMentionCard = (
  notice: ReminderNotification,
  notifyTarget: Mention,
  context: ViewContext,
): Card => {
  const { ticket, desk, places, viewer, now } = context;
  const say = sayIn(viewer.locale);
  const people = triageMentions(notifyTarget, desk, places);
  const { breached, due, words: about } = reminderAbout(notice, context);
  return {
    summary: say(breached ? "reminder.summaryBreached" : "reminder.summaryNearing", about),
    ...tonePart(ticket),
    parts: [
      {
        part: "text",
        lines: [
          rich(say, breached ? "reminder.mentionBreached" : "reminder.mentionNearing", {
            ...about,
            people: people.length === 0 ? strong(say("reminder.attention")) : people,
            due: momentAndLeft(due),
          }),
          ...lateness([notice], now, viewer),
        ],
      },
    ],
  };
};
