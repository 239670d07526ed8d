import { attainmentChart } from "../../charts/attainment.ts";
import { toPng } from "../../charts/picture.ts";
import type { AnswerPicture, PrivateAnswer } from "../../chat/answer.ts";
import { errorKind } from "../../chat/error-kind.ts";
import type { Database } from "../../db/connection/handle.ts";
import { countToDerive } from "../../db/outcomes/derive-store.ts";
import { readAttainment, readBreaches } from "../../db/outcomes/report-queries.ts";
import type { Desk } from "../../desk/desk.ts";
import {
  outcomesOf,
  pictureText,
  reportCard,
  reportHeading,
  reportPath,
  rowText,
  scopeName,
  severityName,
  type ShownDeskReport,
  type ShownRow,
} from "../../features/report/index.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import type { OutcomeFilter } from "../../reports/attainment.ts";
import { readPeriod, usualPeriod } from "../../reports/period.ts";
import type { Question } from "../../requests/intent.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { allClockKinds, type ClockKind } from "../../sla/clock-kinds.ts";
import { severities } from "../../sla/severity.ts";

/** A card lists so many missed targets. The web desk has the others. */
const breachesShown = 5;

/** The width of the chart, and how many pixels of the picture are one of it, so that its text is sharp. */
const chartWidth = 720;
const sharpness = 2;

/** The share in time, of something that counts: the lowest comes first. */
const byShare = (one: ShownRow, other: ShownRow): number =>
  one.met / (one.met + one.breached) - other.met / (other.met + other.breached) ||
  other.met + other.breached - (one.met + one.breached);

const byAccount = async (
  db: Database,
  filter: OutcomeFilter,
  desk: Desk,
  viewer: Viewer,
): Promise<readonly ShownRow[]> =>
  (await readAttainment(db, filter, ["account"]))
    .filter(({ met, breached }) => met + breached > 0)
    .map(({ account, met, breached }) => ({
      label: scopeName("account", account, { desk, viewer }),
      met,
      breached,
      goal: null,
    }))
    .toSorted(byShare);

/** The goals of the plan that an account has now; none for an account that left the desk. */
const goalsOf = (account: string, { accounts, plans }: Desk): Readonly<Partial<Record<ClockKind, number>>> => {
  const plan = Object.hasOwn(accounts, account) ? accounts[account]?.plan : undefined;
  return (plan === undefined ? undefined : plans[plan]?.attainment) ?? {};
};

const bySeverity = async (
  db: Database,
  filter: OutcomeFilter,
  goals: Readonly<Partial<Record<ClockKind, number>>>,
  viewer: Viewer,
): Promise<readonly ShownRow[]> => {
  const say = sayIn(viewer.locale);
  return (await readAttainment(db, filter, ["clock", "kind", "severity"]))
    .filter(({ met, breached }) => met + breached > 0)
    .toSorted(
      (one, other) =>
        allClockKinds.indexOf(one.clock) - allClockKinds.indexOf(other.clock) ||
        one.kind.localeCompare(other.kind) * -1 ||
        severities.indexOf(one.severity) - severities.indexOf(other.severity),
    )
    .map(({ clock, kind, severity, met, breached }) => ({
      label: `${say(`clock.${clock}`)} · ${severityName(kind === "consulting" ? kind : severity, viewer)}`,
      met,
      breached,
      goal: goals[clock] ?? null,
    }));
};

/** The chart of a report as a picture; null if it cannot be drawn. The answer does not fail for it. */
const drawn = async (
  deps: Pick<WorkDeps, "log">,
  { rows, only }: ShownDeskReport,
  heading: string,
  viewer: Viewer,
): Promise<AnswerPicture | null> => {
  const say = sayIn(viewer.locale);
  const [title, head] =
    only.account === undefined
      ? [say("deskReport.chartByAccount"), say("report.account")]
      : [say("deskReport.chartByClock"), say("report.clock")];
  try {
    const chart = await attainmentChart({ title, head, rows }, { viewer, theme: "light", width: chartWidth });
    const { png } = await toPng(chart, chartWidth * sharpness);
    return {
      name: "report.png",
      type: "image/png",
      bytes: png,
      title: heading,
      alt: pictureText(
        chart.description,
        rows.map((row) => rowText(row, viewer)),
      ),
    };
  } catch (error) {
    deps.log.warn({ err: errorKind(error) }, "answer.picture-undrawn");
    return null;
  }
};

/**
 * Answers how targets were kept, with a chart as a picture. If the picture cannot be drawn or sent, a card comes that says its
 * figures. Days are those of the account's zone if one account is asked for, else of the desk's, as on the web desk.
 */
export const giveReport = async (
  deps: Pick<WorkDeps, "database" | "now" | "log" | "webUrl">,
  { period: words, only }: Extract<Question, { kind: "report" }>,
  { desk, viewer }: RequestContext,
): Promise<PrivateAnswer> => {
  const { db } = deps.database;
  const zone = (only.account === undefined ? undefined : desk.accounts[only.account]?.timezone) ?? desk.timezone;
  const period = readPeriod(words, zone, deps.now()) ?? readPeriod(usualPeriod, zone, deps.now());
  if (period === null) throw new Error("the usual period is not readable");
  const filter = { ...period, only: outcomesOf(only, desk) };
  const rows =
    only.account === undefined
      ? await byAccount(db, filter, desk, viewer)
      : await bySeverity(db, filter, goalsOf(only.account, desk), viewer);
  const shown: ShownDeskReport = {
    words,
    period,
    zone,
    only,
    byClock: await readAttainment(db, filter, ["clock"]),
    rows,
    breaches: await readBreaches(db, filter, breachesShown),
    hasPicture: false,
    toDerive: await countToDerive(db),
    urlOf: deps.webUrl === undefined ? null : (format) => deps.webUrl?.(reportPath(words, only, format)) ?? "",
  };
  const plain = reportCard(shown, desk, viewer);
  const picture = rows.length === 0 ? null : await drawn(deps, shown, reportHeading(shown, desk, viewer), viewer);
  return picture === null
    ? { card: plain, files: [] }
    : { card: reportCard({ ...shown, hasPicture: true }, desk, viewer), files: [picture], otherwise: plain };
};
