import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart, Line } from "../../chat/card.ts";
import { shareOf, shareText } from "../../charts/chart.ts";
import type { Desk } from "../../desk/desk.ts";
import { durationText } from "../../i18n/duration-text.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { numberText } from "../../i18n/languages.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { dotted, fact, plain, strong } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { ReportedOnly } from "../../requests/intent.ts";
import type { Attainment, Breach } from "../../reports/attainment.ts";
import type { Period } from "../../reports/period.ts";
import { wholeDesk, type ReportScope } from "../../reports/scope.ts";
import { allClockKinds } from "../../sla/clock-kinds.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { scopeName } from "./report-names.ts";
import type { ReportForm } from "./report-path.ts";
import { reportAction } from "./unclear-report-card.ts";

/** A row of the chart. */
export interface ShownRow {
  readonly label: string;
  readonly met: number;
  readonly breached: number;
  /** The share to reach, from 0 to 1; null: none. */
  readonly goal: number | null;
}

/** A report as a card shows it. */
export interface ShownDeskReport {
  /** The words that name the period, for `readPeriod`. */
  readonly words: string;
  readonly period: Period;
  /** The zone in which the days of the period begin. */
  readonly zone: string;
  readonly only: ReportedOnly;
  readonly byClock: readonly Attainment<"clock">[];
  /** What the chart shows. The card says it where the picture is missing. */
  readonly rows: readonly ShownRow[];
  /** The first ones. */
  readonly breaches: readonly Breach[];
  readonly hasPicture: boolean;
  /** How many older tickets do not count yet. */
  readonly toDerive: number;
  /** The addresses of the report on the web desk; null where none is served. */
  readonly urlOf: ((format: ReportForm) => string) | null;
}

/** One card lists at most this many rows of the chart. */
const mostRows = 12;

/** The periods that buttons offer, and the keys of their names. */
const offered = [
  ["this week", "report.thisWeek"],
  ["last week", "report.lastWeek"],
  ["this month", "report.thisMonth"],
  ["last month", "report.lastMonth"],
  ["last quarter", "report.lastQuarter"],
] as const;

const alsoNamed = [
  ["today", "deskReport.today"],
  ["yesterday", "deskReport.yesterday"],
  ["this quarter", "report.thisQuarter"],
  ["this year", "report.thisYear"],
  ["last year", "deskReport.lastYear"],
] as const;

/** The name of a period: "Last week". One with figures, `2026-Q3`, is named as it was typed. */
const periodName = (words: string, say: Say): string => {
  const key = [...offered, ...alsoNamed].find(([each]) => each === words)?.[1];
  return key === undefined ? words : say(key);
};

/** What is counted, for people: "Acme · Player", or all accounts. */
export const scopeTitle = ({ account, area, manager, agent }: ReportScope, desk: Desk, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  const look = { desk, viewer };
  const names = [
    ...(account === null ? [] : [scopeName("account", account, look)]),
    ...(manager === null ? [] : [say("deskReport.accountsOf", { name: scopeName("manager", manager, look) })]),
    ...(agent === null ? [] : [scopeName("agent", agent, look)]),
    ...(area === null ? [] : [scopeName("area", area, look)]),
  ];
  return names.length === 0 ? say("deskReport.everything") : names.join(" · ");
};

/** The heading of a report: what is counted, and when. */
export const reportHeading = (
  { words, only }: Pick<ShownDeskReport, "words" | "only">,
  desk: Desk,
  viewer: Viewer,
): string =>
  `${oneLine(scopeTitle({ ...wholeDesk, ...only }, desk, viewer), 100)} · ${periodName(words, sayIn(viewer.locale))}`;

/** "48 of 50 (96 %)"; a sentence if none counts. */
const metText = ({ met, breached }: Pick<ShownRow, "met" | "breached">, { locale }: Viewer): string => {
  const total = met + breached;
  const say = sayIn(locale);
  return total === 0
    ? say("chart.none")
    : say("deskReport.met", {
        met: numberText(met, locale),
        total: numberText(total, locale),
        share: shareText(shareOf(met, total), locale),
      });
};

/** A row of the chart as text: "Acme: 48 of 50 (96 %)", with its goal if it has one. */
export const rowText = (row: ShownRow, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  const values = { label: oneLine(row.label, 60), figures: metText(row, viewer) };
  return row.goal === null
    ? say("deskReport.row", values)
    : say("deskReport.rowWithGoal", { ...values, goal: shareText(row.goal, viewer.locale) });
};

const clockFact = (row: Attainment<"clock">, viewer: Viewer) => {
  const say = sayIn(viewer.locale);
  const { p90 } = row.used;
  return fact(
    say(`clock.${row.clock}`),
    ...dotted(
      [plain(metText(row, viewer))],
      p90 === null ? [] : [plain(say("deskReport.nineOfTen", { length: durationText(p90, viewer.locale) }))],
      row.cancelled === 0 ? [] : [plain(say("deskReport.cancelled", { count: row.cancelled }))],
    ),
  );
};

const breachLine = (each: Breach, desk: Desk, viewer: Viewer): Line => {
  const say = sayIn(viewer.locale);
  return dotted(
    [strong(ticketName(each.ticket))],
    [plain(scopeName("account", each.account, { desk, viewer }))],
    [plain(say(`clock.${each.clock}`))],
    [plain(say("deskReport.late", { length: durationText(each.late, viewer.locale) }))],
    [plain(say(`report.cause.${each.cause}`))],
  );
};

const breachParts = ({ breaches, byClock }: ShownDeskReport, desk: Desk, viewer: Viewer): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const all = byClock.reduce((sum, { breached }) => sum + breached, 0);
  if (all === 0) return [{ part: "text", lines: [[plain(say("report.noBreaches"))]] }];
  const others = all - breaches.length;
  const tickets = [...new Set(breaches.map(({ ticket }) => ticket))];
  return [
    {
      part: "text",
      lines: [
        [strong(say("report.breaches"))],
        ...breaches.map((each) => breachLine(each, desk, viewer)),
        ...(others > 0 ? [[plain(say("deskReport.others", { count: others }))]] : []),
      ],
    },
    {
      part: "buttons",
      label: say("list.openTickets"),
      buttons: tickets.map((ticket) => ({
        action: encodeAction("show", ticket, 0),
        label: say("list.openTicket", { ticket: ticketName(ticket) }),
      })),
    },
  ];
};

const rowParts = ({ rows, hasPicture }: ShownDeskReport, viewer: Viewer): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  if (hasPicture) return [{ part: "small", line: [plain(say("deskReport.picture"))] }];
  const left = rows.slice(mostRows);
  const lines = rows.slice(0, mostRows).map((row): Line => [plain(rowText(row, viewer))]);
  return [
    {
      part: "text",
      lines: left.length === 0 ? lines : [...lines, [plain(say("chart.others", { count: left.length }))]],
    },
  ];
};

const periodButtons = ({ words, only }: ShownDeskReport, say: Say): readonly Button[] =>
  offered.flatMap(([period, key]) => {
    const action = reportAction({ period, only });
    return action === null ? [] : [{ action, label: say(key), chosen: period === words }];
  });

const links = (urlOf: (format: ReportForm) => string, say: Say): Line => [
  { t: "link", url: urlOf("page"), label: say("deskReport.open") },
  plain(" · "),
  { t: "link", url: urlOf("pdf"), label: "PDF" },
];

/** How targets were kept: for each clock, with the targets that were missed, and a link to the whole report. */
export const reportCard = (shown: ShownDeskReport, desk: Desk, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const { period, zone, byClock, urlOf, toDerive } = shown;
  const inZone = { ...viewer, timezone: zone };
  const heading = reportHeading(shown, desk, viewer);
  const facts = byClock
    .toSorted((one, other) => allClockKinds.indexOf(one.clock) - allClockKinds.indexOf(other.clock))
    .map((row) => clockFact(row, viewer));
  const about = say("report.about", {
    from: datedMomentText(period.from, inZone),
    to: datedMomentText(period.to, inZone),
    zone,
  });
  const figures: readonly CardPart[] =
    facts.length === 0
      ? [{ part: "text", lines: [[plain(say("report.nothing"))]] }]
      : [{ part: "facts", facts }, ...breachParts(shown, desk, viewer), ...rowParts(shown, viewer)];
  return {
    summary: heading,
    parts: [
      { part: "heading", text: heading },
      { part: "small", line: [plain(about)] },
      ...(toDerive > 0
        ? [{ part: "text", lines: [[plain(say("report.toDerive", { count: toDerive }))]] } as const]
        : []),
      ...figures,
      ...(urlOf === null ? [] : [{ part: "small", line: links(urlOf, say) } as const]),
      { part: "buttons", label: say("report.period"), buttons: periodButtons(shown, say) },
    ],
  };
};
