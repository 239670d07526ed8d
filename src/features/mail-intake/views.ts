import type { DoneSentences, HistoryLines, NotificationCards } from "../../cards/feature-views.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";
import { statusIn } from "../../mail/returned-mail.ts";
import type { MailIntakeCommand, MailIntakeEvent, MailIntakeNotification } from "./messages.ts";

/** What a code of RFC 3463 means; the code itself if Plazo does not know it. */
const reasonText = (why: string, say: Say): string => {
  const code = statusIn(why);
  if (code === null) return oneLine(why, 120);
  if (code.startsWith("5.1.")) return say("mailFailed.noAddress", { code });
  if (/^[45]\.2\.2$/.test(code)) return say("mailFailed.full", { code });
  if (code === "5.2.1") return say("mailFailed.closed", { code });
  if (code.startsWith("5.7.")) return say("mailFailed.refused", { code });
  return code.startsWith("4.") ? say("mailFailed.delayed", { code }) : say("mailFailed.other", { code });
};

const about = ({ name, why }: MailIntakeEvent | MailIntakeNotification, say: Say) => ({
  name: oneLine(name, 80),
  why: reasonText(why, say),
});

export const history = {
  mailFailed: (event, { viewer }) => {
    const say = sayIn(viewer.locale);
    return say("history.mailFailed", about(event, say));
  },
} satisfies HistoryLines<MailIntakeEvent["type"]>;

export const cards = {
  mailFailed: (notification, { viewer }) => {
    const say = sayIn(viewer.locale);
    const summary = say(notification.certain ? "mailFailed.failed" : "mailFailed.unknown", about(notification, say));
    const next = say(notification.stops ? "mailFailed.stops" : "mailFailed.next");
    return { summary, parts: [{ part: "text", lines: [[plain(summary)], [plain(next)]] }] };
  },
} satisfies NotificationCards<MailIntakeNotification["type"]>;

export const done = { reportMailFailed: null } satisfies DoneSentences<MailIntakeCommand["type"]>;
