import type { Desk } from "../../desk/desk.ts";
import { heading, note, paragraph, words, type DocumentPart, type PrintedDocument } from "../../documents/document.ts";
import { durationText } from "../../i18n/duration-text.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Breach } from "../../reports/attainment.ts";
import type { Period } from "../../reports/period.ts";
import type { Report } from "../../reports/report.ts";
import { scopeTitle } from "./report-card.ts";
import { scopeName } from "./report-names.ts";
import { causeParts, keptFact, keptParts, lengthParts, type PrintedView } from "./report-tables.ts";
import { articleParts, flowParts, ratingParts } from "./report-ticket-tables.ts";

/** A report that people print, with the targets that were missed. */
export interface PrintedReport {
  readonly report: Report;
  readonly breaches: readonly Breach[];
  /** Whether more targets were missed than are listed. */
  readonly isCut: boolean;
}

const breachParts = ({ breaches, isCut }: PrintedReport, view: PrintedView): readonly DocumentPart[] => {
  const { viewer } = view;
  const say = sayIn(viewer.locale);
  if (breaches.length === 0) return [];
  const heads = ["ticket", "account", "clock", "due", "late", "cause"] as const;
  return [
    heading(say("report.breaches")),
    {
      part: "table",
      label: say("report.breaches"),
      columns: heads.map((each) => words(say(`report.${each}`))),
      rows: breaches.map((each) => [
        { ticket: each.ticket, tone: "plain" },
        scopeName("account", each.account, view),
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

/** A report as a document that people print: the figures of its page, and every missed target. Its times are those of its zone. */
export const reportDocument = (
  printed: PrintedReport,
  desk: Desk,
  { locale }: Pick<Viewer, "locale">,
): PrintedDocument => {
  const { report } = printed;
  const { period, before, zone, madeAt, clocks, toDerive } = report;
  const viewer = { locale, timezone: zone };
  const view: PrintedView = { report, desk, viewer };
  const say = sayIn(locale);
  const title = say("deskReport.document", { name: scopeTitle(report.scope, desk, viewer) });
  const moments = ({ from, to }: Period) => ({ from: datedMomentText(from, viewer), to: datedMomentText(to, viewer) });
  const isEmpty = clocks.now.met + clocks.now.breached + clocks.now.cancelled === 0;
  return {
    title,
    locale,
    timezone: zone,
    author: desk.name,
    madeAt,
    facts: [
      { label: say("deskReport.madeAt"), value: datedMomentText(madeAt, viewer) },
      { label: say("report.inTime"), value: keptFact(view) },
    ],
    parts: [
      paragraph(say("report.about", { ...moments(period), zone })),
      paragraph(say("report.aboutBefore", moments(before))),
      ...(period.to > madeAt ? [paragraph(say("report.unfinished"), "soft")] : []),
      ...(toDerive > 0 ? [paragraph(say("report.toDerive", { count: toDerive }), "bad")] : []),
      ...(isEmpty
        ? [paragraph(say("report.nothing"))]
        : [...keptParts(view), ...causeParts(view), ...lengthParts(view)]),
      ...flowParts(view),
      ...ratingParts(view),
      ...articleParts(view),
      ...breachParts(printed, view),
    ],
    foot: `${desk.name} · ${title}`,
  };
};
