import { personOf } from "../../tickets/people.ts";
import type { Card, Span } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { identityOn } from "../../tickets/principal.ts";
import type { ReminderNotification } from "./messages.ts";
import { platformOf } from "../../tickets/refs.ts";
import type { NotifyTarget } from "../../tickets/routes/notification-route.ts";
import type { TicketPlaces, ViewContext } from "../../i18n/viewer.ts";
import { lateness, reminderAbout } from "./reminder-about.ts";
import { momentAndLeft, plain, ringing, strong } from "../../i18n/spans.ts";

import { sayIn } from "../../i18n/say.ts";
import { toneOf } from "../severity/severity-label.ts";

type Mention = Extract<NotifyTarget, { how: "mention" }>;

/**
 * Who is mentioned in triage: the chosen person, else the heads of support. A person who is away, or not on that platform,
 * is only named.
 */
export const called = (
  { person, rings }: Pick<Mention, "person" | "rings">,
  desk: Desk,
  places: TicketPlaces,
): readonly Span[] => {
  const channel = places.triage?.channel ?? desk.channels.triage[0];
  const people =
    person === null
      ? Object.values(desk.people).filter(({ roles }) => roles.includes("head"))
      : [personOf(desk, person)];
  return people.flatMap((each, index) => {
    if (each === null) return [];
    const identity = channel === undefined || rings === false ? null : identityOn(each, platformOf(channel));
    return [
      ...(index === 0 ? [] : [plain(", ")]),
      identity === null ? strong(each.name) : ringing(identity, each.name),
    ];
  });
};

/** A reminder as a line below the triage card that mentions who can act. */
export const reminderMentionCard = (
  notice: ReminderNotification,
  notifyTarget: Mention,
  context: ViewContext,
): Card => {
  const { ticket, desk, places, viewer, now } = context;
  const say = sayIn(viewer.locale);
  const people = called(notifyTarget, desk, places);
  const { breached, due, words: about } = reminderAbout(notice, context);
  return {
    summary: say(breached ? "reminder.summaryBreached" : "reminder.summaryNearing", about),
    severity: toneOf(ticket),
    parts: [
      {
        part: "text",
        lines: [
          [
            ...(people.length === 0 ? [strong(say("reminder.attention"))] : people),
            plain(say(breached ? "reminder.mentionBreached" : "reminder.mentionNearing", about)),
            momentAndLeft(due),
          ],
          ...lateness([notice], now, viewer),
        ],
      },
    ],
  };
};
