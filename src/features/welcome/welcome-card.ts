import type { Card, Line } from "../../chat/card.ts";
import type { Account, Desk } from "../../desk/desk.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { faint, plain } from "../../i18n/spans.ts";
import { targetText } from "../../i18n/target-text.ts";
import { watchOf } from "../../tickets/thread/unticketed.ts";
import { agreedPart } from "../home/index.ts";

/** What happens with a message that is only written in the channel; null: nothing does. */
const plainWords = (account: Account, desk: Desk): string | null => {
  const { openAfter = null } = watchOf(account, desk) ?? {};
  const calendar = desk.calendars[desk.plans[account.plan]?.calendar ?? ""];
  if (openAfter === null || calendar === undefined) return null;
  const { locale } = account;
  return sayIn(locale)("welcome.plainWords", { after: targetText(openAfter, calendar, locale) });
};

/**
 * The message that the bot posts in a customer's channel and keeps true: how to ask, what is promised, and whom to ring. People of
 * another Slack workspace and guests may have no commands; the ways that work for them are named
 * (https://slack.com/help/articles/115004151203).
 */
export const welcomeCard = (account: Account, desk: Desk): Card => {
  const viewer = { locale: account.locale, timezone: account.timezone };
  const say = sayIn(viewer.locale);
  const summary = say("welcome.title", { account: oneLine(account.name, 80) });
  const words = plainWords(account, desk);
  const ways: readonly string[] = [
    say("welcome.command"),
    say("welcome.mention"),
    say("welcome.direct"),
    ...(words === null ? [] : [words]),
  ];
  const lines = ways.map((way): Line => [plain(`• ${way}`)]);
  return {
    summary,
    parts: [
      { part: "heading", text: summary },
      { part: "text", lines: [[plain(say("welcome.ways"))], ...lines] },
      { part: "text", lines: [[plain(say("welcome.others"))]] },
      { part: "divider" },
      agreedPart(account, { desk, viewer }),
      { part: "small", line: [faint(say("welcome.kept"))] },
    ],
  };
};
