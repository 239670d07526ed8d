import { shareOf, shareText } from "../charts/chart.ts";
import type { Account, Desk } from "../desk/desk.ts";
import {
  heading,
  note,
  numbers,
  paragraph,
  words,
  type DocumentCell,
  type DocumentPart,
  type PrintedDocument,
} from "../documents/document.ts";
import { nameOf } from "../i18n/directory.ts";
import { durationText } from "../i18n/duration-text.ts";
import { dateFormat } from "../i18n/formats.ts";
import { languageTag, numberText } from "../i18n/languages.ts";
import { datedMomentText } from "../i18n/moment-text.ts";
import { sayIn } from "../i18n/say.ts";
import { targetText } from "../i18n/target-text.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { totalOf } from "../reports/attainment.ts";
import type { Period } from "../reports/period.ts";
import {
  clockTotals,
  missedKey,
  type ClockTotal,
  type MissedTarget,
  type StatementFigures,
  type StatementRow,
} from "../reports/statement-figures.ts";
import { roundTheClock } from "../sla/calendar.ts";
import type { Instant } from "../sla/instant.ts";
import { consultingParts, ratingParts, waitingParts } from "./other-parts.ts";

/** What a statement is made of. */
export interface StatementInput {
  readonly desk: Desk;
  readonly account: Account;
  readonly period: Period;
  readonly version: number;
  readonly figures: StatementFigures;
  /** What the account manager wrote, by the keys of missed targets. */
  readonly written: ReadonlyMap<string, string>;
  readonly madeAt: Instant;
}

/** How the customer reads: the account's language and zone. */
export const customerOf = ({ locale, timezone }: Account): Viewer => ({ locale, timezone });

/** The days of a period in words: "1–31 October 2026". */
export const periodText = ({ from, to }: Period, { locale, timezone }: Viewer): string =>
  dateFormat(languageTag[locale], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: timezone,
  }).formatRange(from, to - 1);

const planOf = ({ desk, account }: StatementInput) =>
  Object.hasOwn(desk.plans, account.plan) ? desk.plans[account.plan] : undefined;

/** The agreed time of a row in words; a dash for an update, whose time an agent promised. */
const agreedText = (row: StatementRow, input: StatementInput): string => {
  const { desk, account } = input;
  const plan = planOf(input);
  const isConsulting = row.kind === "consulting";
  const terms = plan?.terms[row.severity];
  const target = (isConsulting ? desk.consulting : (terms?.targets ?? desk.severities[row.severity]))[row.clock];
  const key = (isConsulting ? plan?.calendar : terms?.calendar) ?? roundTheClock.name;
  const calendar = (Object.hasOwn(desk.calendars, key) ? desk.calendars[key] : undefined) ?? roundTheClock;
  return target === undefined ? "–" : targetText(target, calendar, account.locale);
};

const resultCell = ({ goal, isGoalMet }: ClockTotal, { account }: StatementInput): DocumentCell => {
  const say = sayIn(account.locale);
  if (goal === null) return { text: say("statement.noGoal"), tone: "soft" };
  if (isGoalMet === null) return { text: say("statement.noneCounts"), tone: "soft" };
  return isGoalMet
    ? { text: say("statement.goalMet"), tone: "good" }
    : { text: say("statement.goalMissed"), tone: "bad" };
};

const goalParts = (totals: readonly ClockTotal[], input: StatementInput): readonly DocumentPart[] => {
  const { locale } = input.account;
  const say = sayIn(locale);
  const count = (number: number): string => numberText(number, locale);
  return [
    heading(say("statement.goals")),
    {
      part: "chart",
      hasTable: false,
      chart: {
        kind: "attainment",
        figures: {
          title: say("statement.chart"),
          head: say("statement.target"),
          rows: totals.map(({ clock, met, breached, goal }) => ({ label: say(`clock.${clock}`), met, breached, goal })),
        },
      },
    },
    {
      part: "table",
      label: say("statement.goals"),
      columns: [
        words(say("statement.target")),
        numbers(say("statement.met")),
        numbers(say("statement.missedCount")),
        numbers(say("statement.share")),
        numbers(say("statement.goal")),
        words(say("statement.result")),
      ],
      rows: totals.map((total) => [
        say(`clock.${total.clock}`),
        count(total.met),
        count(total.breached),
        shareText(shareOf(total.met, total.met + total.breached), locale),
        shareText(total.goal, locale),
        resultCell(total, input),
      ]),
      sum: null,
    },
  ];
};

const severityParts = (input: StatementInput): readonly DocumentPart[] => {
  const { rows } = input.figures;
  const { locale } = input.account;
  const say = sayIn(locale);
  const cells = ({
    met,
    breached,
    cancelled,
  }: Pick<StatementRow, "met" | "breached" | "cancelled">): readonly string[] => [
    numberText(met, locale),
    numberText(breached, locale),
    numberText(cancelled, locale),
    shareText(shareOf(met, met + breached), locale),
  ];
  return [
    heading(say("statement.bySeverity")),
    {
      part: "table",
      label: say("statement.bySeverity"),
      columns: [
        words(say("statement.target")),
        words(say("statement.severity")),
        words(say("statement.agreed")),
        numbers(say("statement.met")),
        numbers(say("statement.missedCount")),
        numbers(say("statement.cancelled")),
        numbers(say("statement.share")),
      ],
      rows: rows.map((row) => [
        say(`clock.${row.clock}`),
        row.kind === "consulting" ? say("kind.consulting") : say(`severityLabel.${row.severity}`),
        agreedText(row, input),
        ...cells(row),
      ]),
      sum: [say("statement.total"), "", "", ...cells(totalOf(rows))],
    },
  ];
};

/** Why a target counts as missed, in words for the customer: when it was due, and when the wait ended. */
export const missedText = (missed: MissedTarget, viewer: Viewer): string =>
  sayIn(viewer.locale)(`statement.late.${missed.clock}`, {
    started: datedMomentText(missed.startedAt, viewer),
    due: datedMomentText(missed.dueAt, viewer),
    ended: datedMomentText(missed.endedAt, viewer),
    late: durationText(missed.late, viewer.locale),
  });

const missedParts = (input: StatementInput): readonly DocumentPart[] => {
  const { figures, account, written } = input;
  const viewer = customerOf(account);
  const say = sayIn(account.locale);
  const title = heading(say("statement.missed"));
  if (figures.missed.length === 0) return [title, paragraph(say("statement.noMissed"), "good")];
  const sentence = (missed: MissedTarget): DocumentCell =>
    written.get(missedKey(missed)) ?? { text: say("statement.unwritten"), tone: "bad" };
  return [
    title,
    {
      part: "table",
      label: say("statement.missed"),
      columns: [
        words(say("statement.ticket")),
        words(say("statement.target")),
        words(say("statement.happened")),
        words(say("statement.fromManager")),
      ],
      rows: figures.missed.map((missed) => {
        const severity =
          missed.kind === "consulting" ? say("kind.consulting") : say(`severityLabel.${missed.severity}`);
        return [
          { ticket: missed.ticket, tone: "plain" },
          `${say(`clock.${missed.clock}`)} · ${severity}`,
          missedText(missed, viewer),
          sentence(missed),
        ];
      }),
      sum: null,
    },
  ];
};

/** The statement as the customer reads it, in the account's language and zone. */
export const statementDocument = (input: StatementInput): PrintedDocument => {
  const { desk, account, period, version, figures, madeAt } = input;
  const viewer = customerOf(account);
  const say = sayIn(account.locale);
  const totals = clockTotals(figures, planOf(input)?.attainment ?? {});
  const [met, breached] = [
    totals.reduce((sum, each) => sum + each.met, 0),
    totals.reduce((sum, each) => sum + each.breached, 0),
  ];
  const title = say("statement.title", { account: account.name });
  const days = periodText(period, viewer);
  const summary = say("statement.summary", {
    met: numberText(met, account.locale),
    total: numberText(met + breached, account.locale),
    share: shareText(shareOf(met, met + breached), account.locale),
  });
  return {
    title,
    locale: account.locale,
    timezone: account.timezone,
    author: desk.name,
    madeAt,
    facts: [
      { label: say("statement.account"), value: account.name },
      { label: say("statement.period"), value: days },
      { label: say("statement.plan"), value: account.plan },
      ...(account.manager === null ? [] : [{ label: say("statement.manager"), value: nameOf(desk, account.manager) }]),
      ...(version === 1
        ? []
        : [
            {
              label: say("statement.version"),
              value: say("statement.replaces", { version: String(version), before: String(version - 1) }),
            },
          ]),
    ],
    parts:
      figures.rows.length === 0
        ? [
            paragraph(say("statement.nothing")),
            ...consultingParts(input),
            ...ratingParts(input),
            note(say("statement.how", { zone: account.timezone })),
          ]
        : [
            ...(met + breached === 0 ? [] : [paragraph(summary)]),
            ...goalParts(totals, input),
            ...severityParts(input),
            ...missedParts(input),
            ...waitingParts(input),
            ...consultingParts(input),
            ...ratingParts(input),
            note(say("statement.how", { zone: account.timezone })),
          ],
    foot: say("statement.foot", { desk: desk.name, title, period: days }),
  };
};
