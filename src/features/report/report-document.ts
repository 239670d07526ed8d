import { shareOf, shareText } from "../../charts/chart.ts";
import type { Desk } from "../../desk/desk.ts";
import {
  heading,
  note,
  numbers,
  paragraph,
  words,
  type DocumentCell,
  type DocumentPart,
  type PrintedDocument,
} from "../../documents/document.ts";
import { durationText } from "../../i18n/duration-text.ts";
import { numberText } from "../../i18n/languages.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Attainment, AttainmentCounts, Breach } from "../../reports/attainment.ts";
import type { Period } from "../../reports/period.ts";
import type { ReportedOnly } from "../../requests/intent.ts";
import { allClockKinds } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import { severities } from "../../sla/severity.ts";
import { accountLabel, scopeName } from "./report-card.ts";

/** The figures of a report that people print. */
export interface PrintedFigures {
  readonly only: ReportedOnly;
  readonly period: Period;
  /** The zone in which the days of the period begin. */
  readonly zone: string;
  readonly madeAt: Instant;
  readonly byClock: readonly Attainment<"clock">[];
  readonly bySeverity: readonly Attainment<"clock" | "kind" | "severity">[];
  readonly byAccount: readonly Attainment<"account">[];
  readonly breaches: readonly Breach[];
  /** Whether more targets were missed than are listed. */
  readonly isCut: boolean;
}

const countsOf = (
  { met, breached, cancelled, used }: AttainmentCounts,
  { locale }: Viewer,
): readonly DocumentCell[] => {
  const length = (ms: number | null): string => (ms === null ? "–" : durationText(ms, locale));
  return [
    shareText(shareOf(met, met + breached), locale),
    numberText(met, locale),
    breached === 0 ? numberText(0, locale) : { text: numberText(breached, locale), tone: "bad" },
    numberText(cancelled, locale),
    length(used.p50),
    length(used.p90),
  ];
};

const clockOrder = (one: Pick<Attainment<"clock">, "clock">, other: Pick<Attainment<"clock">, "clock">): number =>
  allClockKinds.indexOf(one.clock) - allClockKinds.indexOf(other.clock);

const countsPart = (figures: PrintedFigures, viewer: Viewer): DocumentPart => {
  const say = sayIn(viewer.locale);
  const heads = ["share", "met", "breached", "cancelled", "half", "nineOfTen"] as const;
  const rows = figures.bySeverity.toSorted(
    (one, other) =>
      clockOrder(one, other) ||
      other.kind.localeCompare(one.kind) ||
      severities.indexOf(one.severity) - severities.indexOf(other.severity),
  );
  return {
    part: "table",
    label: say("report.counts"),
    columns: [
      words(say("report.clock")),
      words(say("report.severity")),
      ...heads.map((each) => numbers(say(`report.${each}`))),
    ],
    rows: rows.map((row) => [
      say(`clock.${row.clock}`),
      row.kind === "consulting" ? say("kind.consulting") : say(`severityLabel.${row.severity}`),
      ...countsOf(row, viewer),
    ]),
    sum: null,
  };
};

const accountParts = ({ byAccount }: PrintedFigures, desk: Desk, viewer: Viewer): readonly DocumentPart[] => {
  const say = sayIn(viewer.locale);
  const named = byAccount.map((row) => ({ ...row, label: accountLabel(row.account, desk, say) }));
  const rows = named.toSorted((one, other) => one.label.localeCompare(other.label, viewer.locale));
  const heads = ["share", "met", "breached", "cancelled", "half", "nineOfTen"] as const;
  return [
    heading(say("deskReport.byAccount")),
    {
      part: "chart",
      hasTable: false,
      chart: {
        kind: "attainment",
        figures: {
          title: say("deskReport.chartByAccount"),
          head: say("report.account"),
          rows: rows.map(({ label, met, breached }) => ({ label, met, breached, goal: null })),
        },
      },
    },
    {
      part: "table",
      label: say("deskReport.byAccount"),
      columns: [words(say("report.account")), ...heads.map((each) => numbers(say(`report.${each}`)))],
      rows: rows.map((row) => [row.label, ...countsOf(row, viewer)]),
      sum: null,
    },
  ];
};

const breachParts = ({ breaches, isCut }: PrintedFigures, desk: Desk, viewer: Viewer): readonly DocumentPart[] => {
  const say = sayIn(viewer.locale);
  if (breaches.length === 0) return [heading(say("report.breaches")), paragraph(say("report.noBreaches"), "good")];
  const heads = ["ticket", "account", "clock", "due", "late", "cause"] as const;
  return [
    heading(say("report.breaches")),
    {
      part: "table",
      label: say("report.breaches"),
      columns: heads.map((each) => words(say(`report.${each}`))),
      rows: breaches.map((each) => [
        { ticket: each.ticket, tone: "plain" },
        accountLabel(each.account, desk, say),
        say(`clock.${each.clock}`),
        datedMomentText(each.dueAt, viewer),
        durationText(each.late, viewer.locale),
        say(`report.cause.${each.cause}`),
      ]),
      sum: null,
    },
    ...(isCut ? [note(say("report.moreBreaches", { count: breaches.length }))] : []),
  ];
};

/** How targets were kept, as a document that people print: for each clock and severity, each account, and every missed target. */
export const reportDocument = (figures: PrintedFigures, desk: Desk, viewer: Viewer): PrintedDocument => {
  const say = sayIn(viewer.locale);
  const { only, period, zone, madeAt, byClock } = figures;
  const inZone = { ...viewer, timezone: zone };
  const title = say("deskReport.document", { name: scopeName(only, desk, viewer) });
  const about = {
    from: datedMomentText(period.from, inZone),
    to: datedMomentText(period.to, inZone),
    zone,
  };
  const chart: DocumentPart = {
    part: "chart",
    hasTable: false,
    chart: {
      kind: "attainment",
      figures: {
        title: say("deskReport.chartByClock"),
        head: say("report.clock"),
        rows: byClock
          .toSorted(clockOrder)
          .map(({ clock, met, breached }) => ({ label: say(`clock.${clock}`), met, breached, goal: null })),
      },
    },
  };
  return {
    title,
    locale: viewer.locale,
    timezone: zone,
    author: desk.name,
    madeAt,
    facts: [{ label: say("deskReport.madeAt"), value: datedMomentText(madeAt, inZone) }],
    parts: [
      paragraph(say("report.about", about)),
      ...(byClock.length === 0
        ? [paragraph(say("report.nothing"))]
        : [
            chart,
            heading(say("report.counts")),
            countsPart(figures, viewer),
            ...(only.account === undefined ? accountParts(figures, desk, viewer) : []),
            ...breachParts(figures, desk, inZone),
          ]),
    ],
    foot: `${desk.name} · ${title}`,
  };
};
