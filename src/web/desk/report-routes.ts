import { Hono } from "hono";
import { attainmentChart } from "../../charts/attainment.ts";
import { readAttainment, readBreaches } from "../../db/outcomes/report-queries.ts";
import { sayIn } from "../../i18n/say.ts";
import { readPeriod, usualPeriod } from "../../reports/period.ts";
import type { WebEnv } from "../deps.ts";
import { chartFigure } from "../render/chart.ts";
import { reportPage } from "../pages/report-page.ts";
import type { DeskPage } from "./desk-page.ts";

/** The most breaches that a page lists. */
const breachesShown = 100;
const chartWidth = 960;

/** How targets were kept: `/desk/reports?period=last+month&account=acme`. The address holds what is shown, so it can be shared. */
export const reportRoutes = ({ deps, show }: DeskPage): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  app.get("/desk/reports", async (context) => {
    const { desk, viewer } = context.get("visitor");
    const say = sayIn(viewer.locale);
    const asked = (context.req.query("period") ?? "").slice(0, 40);
    const named = context.req.query("account") ?? "";
    const account = Object.hasOwn(desk.accounts, named) ? named : null;
    const zone = (account === null ? undefined : desk.accounts[account]?.timezone) ?? desk.timezone;
    const found = asked === "" ? null : readPeriod(asked, zone, deps.now());
    const period = found ?? readPeriod(usualPeriod, zone, deps.now());
    if (period === null) throw new Error("the usual period is not readable");
    const filter = { ...period, only: account === null ? {} : { account } };
    const rows = await readAttainment(deps.database.db, filter, ["kind", "severity", "clock"]);
    const breaches = await readBreaches(deps.database.db, filter, breachesShown + 1);
    const byClock = [...Map.groupBy(rows, ({ clock }) => clock)].toSorted(([one], [other]) => one.localeCompare(other));
    const chart = await attainmentChart(
      {
        title: say("report.chart"),
        head: say("report.clock"),
        rows: byClock.map(([clock, own]) => ({
          label: say(`clock.${clock}`),
          met: own.reduce((sum, { met }) => sum + met, 0),
          breached: own.reduce((sum, { breached }) => sum + breached, 0),
          goal: null,
        })),
      },
      { viewer, theme: "page", width: chartWidth },
    );
    const content = reportPage(
      {
        words: found === null ? usualPeriod : asked,
        refused: found === null && asked !== "" ? asked : null,
        zone,
        period,
        account,
        rows,
        breaches: breaches.slice(0, breachesShown),
        isCut: breaches.length > breachesShown,
        chart: rows.length === 0 ? null : chartFigure(chart, viewer),
      },
      desk,
      viewer,
    );
    return show(context, say("report.title"), content);
  });
  return app;
};
