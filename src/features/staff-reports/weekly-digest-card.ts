import type { Card, CardPart, Line } from "../../chat/card.ts";
import { durationText } from "../../i18n/duration-text.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn } from "../../i18n/say.ts";
import { dotted, faint, moment, plain, strong } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { periodWords } from "../../reports/period.ts";
import { isQuiet, type ClockWeek, type WeeklyFigures } from "../../reports/weekly-figures.ts";
import { hour, type Instant } from "../../sla/instant.ts";
import { goalLine } from "./goal-alert-card.ts";
import { accountSpan, daysText, keptShare, pageLink, ticketLink, type ReportContext } from "./report-context.ts";

/** Whose figures the digest tells, and when it should have come. */
interface DigestFor {
  readonly role: "head" | "manager";
  readonly plannedFor: Instant;
}

/** A digest that comes so much after its time (ms) says so: the desk was down, or the person was out. */
const lateFrom = hour;

const clockLine = ({ clock, week, before }: ClockWeek, { viewer }: ReportContext): Line => {
  const say = sayIn(viewer.locale);
  const name = say(`clock.${clock}`);
  const values = (counts: ClockWeek["week"]) => ({
    met: String(counts.met),
    ended: String(counts.met + counts.breached),
    share: keptShare(counts, viewer.locale),
  });
  return dotted(
    week.met + week.breached === 0
      ? rich(say, "weekly.noneDue", { clock: strong(name) })
      : rich(say, "weekly.kept", { clock: strong(name), ...values(week) }),
    [faint(before.met + before.breached === 0 ? say("weekly.noneBefore") : say("weekly.before", values(before)))],
  );
};

/** A title and lines below it; nothing without lines. */
const section = (title: string, lines: readonly Line[]): readonly CardPart[] =>
  lines.length === 0 ? [] : [{ part: "text", lines: [[strong(title)], ...lines] }];

const missedLines = ({ breaches, breachCount }: WeeklyFigures, context: ReportContext): readonly Line[] => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const left = breachCount - breaches.length;
  return [
    ...breaches.map((each) =>
      dotted(
        [ticketLink(each.ticket, context)],
        accountSpan(each.account, context),
        [plain(say(`clock.${each.clock}`))],
        [plain(say("weekly.late", { time: durationText(each.late, viewer.locale) }))],
        [faint(say(`report.cause.${each.cause}`))],
      ),
    ),
    ...(left > 0 ? [[faint(say("weekly.more", { count: left }))]] : []),
  ];
};

const waitingLines = ({ waiting }: WeeklyFigures, context: ReportContext): readonly Line[] => {
  const say = sayIn(context.viewer.locale);
  return waiting.map(({ ticket, account, title, since, isOverdue }) =>
    dotted(
      [ticketLink(ticket, context)],
      accountSpan(account, context),
      rich(say, "weekly.since", { since: moment(since) }),
      isOverdue ? [strong(say("weekly.overdue"))] : [],
      [plain(oneLine(title, 60))],
    ),
  );
};

const ratingLines = ({ scores, comments }: WeeklyFigures, context: ReportContext): readonly Line[] => {
  const say = sayIn(context.viewer.locale);
  if (scores.good + scores.ok + scores.bad === 0) return [];
  const counts = (["good", "ok", "bad"] as const)
    .filter((score) => scores[score] > 0)
    .map((score) => [plain(`${say(`rating.score.${score}`)}: ${scores[score]}`)]);
  return [
    dotted(...counts),
    ...comments.map((each) =>
      dotted(
        [ticketLink(each.ticket, context)],
        accountSpan(each.account, context),
        [plain(say(`rating.score.${each.score}`))],
        [plain(say("rating.quoted", { comment: oneLine(each.comment, 200) }))],
      ),
    ),
  ];
};

/** The report of the same week, by its days: the link of an old digest keeps its meaning. */
const reportPath = ({ period }: WeeklyFigures, { timezone }: Viewer): string =>
  `/desk/reports?${new URLSearchParams({ period: periodWords(period, timezone) }).toString()}`;

/**
 * The digest of a week for the head of support (the whole desk) or an account manager (their accounts): what was kept and
 * missed, who waits, what is at risk, and what customers say. An empty week is one sentence.
 */
export const weeklyDigestCard = (
  figures: WeeklyFigures,
  { role, plannedFor }: DigestFor,
  context: ReportContext,
): Card => {
  const { viewer, now } = context;
  const say = sayIn(viewer.locale);
  const week = daysText(figures.period, viewer);
  const heading = say(role === "head" ? "weekly.headingDesk" : "weekly.headingAccounts", { week });
  const late: readonly Line[] =
    now - plannedFor < lateFrom ? [] : [[faint(say("weekly.cameLate", { at: momentText(plannedFor, viewer) }))]];
  const small: CardPart = {
    part: "small",
    line: [faint(say(role === "head" ? "weekly.becauseHead" : "weekly.becauseManager"))],
  };
  if (isQuiet(figures))
    return {
      summary: heading,
      parts: [
        { part: "heading", text: heading },
        { part: "text", lines: [[plain(say("weekly.quiet"))], ...late] },
        small,
      ],
    };
  return {
    summary: heading,
    parts: [
      { part: "heading", text: heading },
      ...(late.length === 0 ? [] : [{ part: "text", lines: late } as const]),
      ...section(
        say("weekly.targets"),
        figures.clocks.map((each) => clockLine(each, context)),
      ),
      ...section(say("weekly.missed", { count: figures.breachCount }), missedLines(figures, context)),
      ...section(say("weekly.waiting"), waitingLines(figures, context)),
      ...section(
        say("weekly.atRisk"),
        figures.atRisk.map((goal) => goalLine(goal, context)),
      ),
      ...section(say("weekly.ratings"), ratingLines(figures, context)),
      ...(context.urlOf("/") === null
        ? []
        : [{ part: "text", lines: [[pageLink(reportPath(figures, viewer), say("weekly.open"), context)]] } as const]),
      small,
    ],
  };
};
