import { durationText } from "../desk/duration.ts";
import type { TimePercentiles } from "./attainment.ts";
import type { Period } from "./period.ts";
import type { Compared, Report } from "./report.ts";

const iso = (at: number): string => new Date(at).toISOString();

const periodOf = ({ from, to }: Period) => ({ from: iso(from), to: iso(to) });

const lengthOf = (ms: number | null): string | null => (ms === null ? null : durationText(ms));

const lengthsOf = ({ p50, p90, p95 }: TimePercentiles) => ({
  p50: lengthOf(p50),
  p90: lengthOf(p90),
  p95: lengthOf(p95),
});

const comparedLengths = ({ now, before }: Compared<TimePercentiles>) => ({
  now: lengthsOf(now),
  before: lengthsOf(before),
});

/**
 * All figures of a report as plain JSON: moments are ISO 8601 in UTC, lengths ISO 8601 durations, people, accounts and areas keys of
 * the desk file. `now` is the period, `before` the one before.
 */
export const reportJson = (report: Report): object => ({
  ...report,
  period: periodOf(report.period),
  before: periodOf(report.before),
  madeAt: iso(report.madeAt),
  times: report.times.map(({ clock, ended, used, elapsed }) => ({
    clock,
    ended,
    used: comparedLengths(used),
    elapsed: comparedLengths(elapsed),
  })),
  flow: {
    ...report.flow,
    parts: report.flow.parts.map(({ from, to, ...counts }) => ({ ...periodOf({ from, to }), ...counts })),
  },
  ratings: {
    ...report.ratings,
    comments: report.ratings.comments.map((each) => ({ ...each, at: iso(each.at) })),
  },
  articles: {
    ...report.articles,
    solved: report.articles.solved.map((each) => ({ ...each, lastAt: iso(each.lastAt) })),
  },
});
