import type { Account } from "../desk/desk.ts";
import { heading, numbers, paragraph, words, type DocumentPart } from "../documents/document.ts";
import { durationText, workText } from "../i18n/duration-text.ts";
import { numberText } from "../i18n/languages.ts";
import { sayIn } from "../i18n/say.ts";
import type { StatementFigures } from "../reports/statement-figures.ts";
import { clockTraits } from "../sla/clock-kinds.ts";

/** What these parts are drawn from. */
interface PartInput {
  readonly account: Account;
  readonly figures: StatementFigures;
}

/** What waited for the customer. */
export const waitingParts = ({ figures, account }: PartInput): readonly DocumentPart[] => {
  if (figures.rows.every(({ clock }) => !clockTraits[clock].pausable)) return [];
  const say = sayIn(account.locale);
  const text =
    figures.waited > 0
      ? say("statement.waited", { time: durationText(figures.waited, account.locale) })
      : say("statement.notWaited");
  return [heading(say("statement.waiting")), paragraph(text)];
};

/** How the customer rated the support. */
export const ratingParts = ({ figures, account }: PartInput): readonly DocumentPart[] => {
  const scores = ["good", "ok", "bad"] as const;
  if (scores.every((score) => figures.ratings[score] === 0)) return [];
  const say = sayIn(account.locale);
  return [
    heading(say("statement.ratings")),
    {
      part: "table",
      label: say("statement.ratings"),
      columns: [words(say("statement.rating")), numbers(say("statement.number"))],
      rows: scores.map((score) => [say(`rating.score.${score}`), numberText(figures.ratings[score], account.locale)]),
      sum: null,
    },
  ];
};

/** How long staff worked on consulting requests. */
export const consultingParts = ({ figures, account }: PartInput): readonly DocumentPart[] => {
  if (figures.consulting.length === 0) return [];
  const say = sayIn(account.locale);
  const all = figures.consulting.reduce((sum, { minutes }) => sum + minutes, 0);
  return [
    heading(say("statement.consulting")),
    paragraph(say("statement.consultingAbout")),
    {
      part: "table",
      label: say("statement.consulting"),
      columns: [words(say("statement.ticket")), numbers(say("statement.consultingUsed"))],
      rows: figures.consulting.map(({ ticket, minutes }) => [
        { ticket, tone: "plain" },
        workText(minutes, account.locale),
      ]),
      sum: [say("report.total"), workText(all, account.locale)],
    },
  ];
};
