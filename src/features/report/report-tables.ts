import { shareText } from "../../charts/chart.ts";
import type { Desk } from "../../desk/desk.ts";
import {
  heading,
  note,
  numbers,
  paragraph,
  words,
  type DocumentCell,
  type DocumentPart,
  type DocumentTable,
} from "../../documents/document.ts";
import { dayName } from "../../i18n/calendar-text.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { numberText } from "../../i18n/languages.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { judged } from "../../reports/make-report.ts";
import type { Report, ValueCounts } from "../../reports/report.ts";
import { weekdays } from "../../sla/calendar.ts";
import { scopeName, severityName } from "./report-names.ts";
import { lengthText, shareChange, shareMet } from "./report-texts.ts";

/** What the parts of a printed report are drawn from. The viewer reads in the report's zone. */
export interface PrintedView {
  readonly report: Report;
  readonly desk: Desk;
  readonly viewer: Viewer;
}

/** A printed table has at most so many rows; the last line says how many are left out. */
const mostRows = 100;

/** The rest is on the ticket's page. */
export const titleShown = 80;

export const sayFor = ({ viewer }: PrintedView): Say => sayIn(viewer.locale);

const shortened = (table: DocumentTable, say: Say): readonly DocumentPart[] => {
  const left = table.rows.length - mostRows;
  return left <= 0
    ? [table]
    : [{ ...table, rows: table.rows.slice(0, mostRows) }, note(say("report.more", { count: left }))];
};

const badCount = (count: number, { locale }: Viewer): DocumentCell =>
  count === 0 ? numberText(0, locale) : { text: numberText(count, locale), tone: "bad" };

/** How the clocks of each value ended: of each severity, account and so on. */
const countsTable = <Value>(
  {
    title,
    head,
    rows,
  }: { readonly title: string; readonly head: string; readonly rows: readonly ValueCounts<Value>[] },
  nameOf: (value: Value) => string,
  view: PrintedView,
): readonly DocumentPart[] => {
  const say = sayFor(view);
  const { viewer } = view;
  const heads = ["share", "change", "met", "breached", "cancelled"] as const;
  return [
    heading(title, 3),
    ...shortened(
      {
        part: "table",
        label: title,
        columns: [words(head), ...heads.map((each) => numbers(say(`report.${each}`)))],
        rows: rows.map(({ value, counts: { now, before } }) => [
          nameOf(value),
          shareText(shareMet(now), viewer.locale),
          shareChange({ now: shareMet(now), before: shareMet(before) }, viewer) ?? "–",
          numberText(now.met, viewer.locale),
          badCount(now.breached, viewer),
          numberText(now.cancelled, viewer.locale),
        ]),
        sum: null,
      },
      say,
    ),
  ];
};

const scoped = (
  name: "account" | "area" | "manager" | "agent",
  rows: readonly ValueCounts<string | null>[],
  view: PrintedView,
): readonly DocumentPart[] => {
  const say = sayFor(view);
  const titles = { account: "byAccount", area: "byArea", manager: "byManager", agent: "byAgent" } as const;
  // A desk without areas needs no table that says so.
  if (rows.every(({ value }) => value === null)) return [];
  return countsTable(
    { title: say(`report.${titles[name]}`), head: say(`report.${name}`), rows },
    (value) => oneLine(scopeName(name, value, view), titleShown),
    view,
  );
};

/** How targets were kept: by clock, severity, account and so on. What the report is narrowed to has no table of one row. */
export const keptParts = (view: PrintedView): readonly DocumentPart[] => {
  const { report, viewer } = view;
  const { scope } = report;
  const say = sayFor(view);
  const isManaged = scope.manager === null && scope.account === null;
  return [
    heading(say("report.kept")),
    {
      part: "chart",
      hasTable: false,
      chart: {
        kind: "attainment",
        figures: {
          title: say("report.chart"),
          head: say("report.severity"),
          rows: report.bySeverity.map(({ value, counts }) => ({
            label: severityName(value, viewer),
            met: counts.now.met,
            breached: counts.now.breached,
            goal: null,
          })),
        },
      },
    },
    ...countsTable(
      { title: say("report.byClock"), head: say("report.clock"), rows: report.byClock },
      (clock) => say(`clock.${clock}`),
      view,
    ),
    ...countsTable(
      { title: say("report.bySeverity"), head: say("report.severity"), rows: report.bySeverity },
      (severity) => severityName(severity, viewer),
      view,
    ),
    ...(scope.account === null ? scoped("account", report.byAccount, view) : []),
    ...(scope.area === null ? scoped("area", report.byArea, view) : []),
    ...(isManaged ? scoped("manager", report.byManager, view) : []),
    ...(scope.agent === null ? scoped("agent", report.byAgent, view) : []),
  ];
};

/** Why targets were missed, and the hours of the week in which no person could have answered. */
export const causeParts = (view: PrintedView): readonly DocumentPart[] => {
  const { report, viewer } = view;
  const say = sayFor(view);
  if (report.clocks.now.breached === 0) return [paragraph(say("report.noBreaches"), "good")];
  const hours = report.hours.filter(({ alone }) => alone > 0).toSorted((one, other) => other.alone - one.alone);
  const hourName = (day: number, hour: number): string => {
    const at = (each: number): string => `${String(each).padStart(2, "0")}:00`;
    return `${dayName(weekdays[day] ?? "mon", viewer.locale)}, ${at(hour)}–${at(hour + 1)}`;
  };
  return [
    heading(say("report.causes")),
    {
      part: "table",
      label: say("report.causes"),
      columns: [words(say("report.cause")), numbers(say("report.missed")), numbers(say("report.change"))],
      rows: report.causes.map(({ cause, count }) => [
        say(`report.cause.${cause}`),
        numberText(count.now, viewer.locale),
        say("report.before", { value: numberText(count.before, viewer.locale) }),
      ]),
      sum: null,
    },
    heading(say("report.gaps")),
    paragraph(say("report.gapsAbout")),
    ...(hours.length === 0
      ? [paragraph(say("report.noGaps"))]
      : shortened(
          {
            part: "table",
            label: say("report.gaps"),
            columns: [words(say("report.hour")), numbers(say("report.alone")), numbers(say("report.missed"))],
            rows: hours.map(({ day, hour, alone, breached }) => [
              hourName(day, hour),
              numberText(alone, viewer.locale),
              numberText(breached, viewer.locale),
            ]),
            sum: null,
          },
          say,
        )),
  ];
};

const marks = ["p50", "p90", "p95"] as const;

/** How long the clocks of each kind took, in working time and in all time. */
export const lengthParts = (view: PrintedView): readonly DocumentPart[] => {
  const { report, viewer } = view;
  const say = sayFor(view);
  if (report.times.length === 0) return [];
  return [
    heading(say("report.lengths")),
    paragraph(say("report.lengthsAbout")),
    {
      part: "table",
      label: say("report.lengths"),
      columns: [
        words(say("report.clock")),
        words(say("report.measuredIn")),
        ...marks.map((mark) => numbers(say(`report.${mark}`))),
        numbers(say("report.halfBefore")),
        numbers(say("report.count")),
      ],
      rows: report.times.flatMap((times) =>
        (["used", "elapsed"] as const).map((measure) => [
          say(`clock.${times.clock}`),
          say(measure === "used" ? "report.working" : "report.all"),
          ...marks.map((mark) => lengthText(times[measure].now[mark], viewer)),
          lengthText(times[measure].before.p50, viewer),
          numberText(times.ended.now, viewer.locale),
        ]),
      ),
      sum: null,
    },
  ];
};

/** The share of targets that were met, as a fact: "96% (+2 pp, before: 94%)". */
export const keptFact = ({ report, viewer }: Pick<PrintedView, "report" | "viewer">): string => {
  const { now, before } = report.clocks;
  const share = shareText(shareMet(now), viewer.locale);
  const change = shareChange({ now: shareMet(now), before: shareMet(before) }, viewer);
  return judged(now) === 0 || change === null ? share : `${share} · ${change}`;
};
