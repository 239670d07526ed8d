import { Hono } from "hono";
import { outcomePages } from "../../../db/outcomes/report-queries.ts";
import { chosenOutcomes, countListed, readListedClocks, readListedTickets } from "../../../db/outcomes/list-queries.ts";
import { readReport } from "../../../db/outcomes/read-report.ts";
import { coverageGaps } from "../../../desk/checks/coverage.ts";
import type { CoverageGap } from "../../../desk/coverage-gap.ts";
import type { Desk } from "../../../desk/desk.ts";
import { sayIn } from "../../../i18n/say.ts";
import { csvHead, csvLines } from "../../../reports/outcomes-csv.ts";
import { periodWords } from "../../../reports/period.ts";
import { filterOf, managersOf } from "../../../reports/scope.ts";
import { isAtHomeInAccounts } from "../accounts/listed-accounts.ts";
import type { WebEnv } from "../../deps.ts";
import { listPage, listTitle, type ListedRows } from "../../pages/reports/list-page.ts";
import { reportPage } from "../../pages/reports/report-page.ts";
import type { DeskPage } from "../desk-page.ts";
import { csvStream } from "./csv-stream.ts";
import { listAddressIn, type FigureListAddress } from "./list-address.ts";
import { reportAddressOf, usualReportPath } from "./report-address.ts";
import { reportCharts } from "./report-charts.ts";

const pageSize = 50;

/** The gaps of a desk change only with the desk, and finding them walks through two weeks minute by minute. */
const knownGaps = new WeakMap<Desk, readonly CoverageGap[]>();

const gapsOf = (desk: Desk, platforms: ReadonlySet<string>): readonly CoverageGap[] => {
  const known = knownGaps.get(desk) ?? coverageGaps(desk, platforms);
  knownGaps.set(desk, known);
  return known;
};

/**
 * The reports of the desk: `/desk/reports?period=last+month&account=acme`, the list behind each figure, and clocks as a file. The
 * address holds what is shown, so it can be shared.
 */
export const reportRoutes = ({ deps, show, contextOf }: DeskPage): Hono<WebEnv> => {
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  app.get("/desk/reports", async (context) => {
    const visitor = context.get("visitor");
    const { desk, viewer, person } = visitor;
    const { search, searchParams } = new URL(context.req.url);
    if (search === "" && isAtHomeInAccounts(person, desk)) return context.redirect(usualReportPath(person.key), 303);
    const address = reportAddressOf(searchParams, desk, deps.now());
    const { scope, period, zone } = address;
    const request = { scope, period, zone, now: deps.now(), managers: managersOf(desk.accounts) };
    const report = await readReport(db, request);
    const platforms = deps.settings?.platformsOn ?? null;
    const content = reportPage(
      {
        report,
        desk,
        viewer,
        address,
        charts: await reportCharts(report, viewer),
        gaps: platforms === null ? null : gapsOf(desk, platforms),
      },
      contextOf(visitor),
    );
    return show(context, sayIn(viewer.locale)("report.title"), content);
  });

  const listContext = ({ behind, zone }: FigureListAddress, desk: Desk) => ({
    period: behind.period,
    scope: filterOf(behind.scope, managersOf(desk.accounts)),
    zone,
    now: deps.now(),
  });

  app.get("/desk/reports/tickets", async (context) => {
    const { desk, viewer } = context.get("visitor");
    const address = listAddressIn(new URL(context.req.url).searchParams, desk, deps.now());
    const { list } = address.behind;
    const about = listContext(address, desk);
    const page = { skipped: (address.page - 1) * pageSize, limit: pageSize };
    const total = await countListed(db, list, about);
    const listed: ListedRows =
      list.of === "clocks"
        ? { of: "clocks", rows: await readListedClocks(db, list, about, page) }
        : { of: "tickets", rows: await readListedTickets(db, list, about, page) };
    const content = listPage({ address, listed, total, pageSize }, { desk, viewer });
    return show(context, listTitle(list, viewer), content);
  });

  app.get("/desk/reports/clocks.csv", (context) => {
    const { desk, user } = context.get("visitor");
    const address = listAddressIn(new URL(context.req.url).searchParams, desk, deps.now());
    const { list, period } = address.behind;
    const { scope, zone } = listContext(address, desk);
    const filter = { ...period, only: scope };
    const also = list.of === "clocks" ? chosenOutcomes(filter, list.choice, zone) : undefined;
    deps.disclosed?.({ user }, "report", null);
    const name = `clocks-${periodWords(period, zone).replace("..", "-until-")}.csv`;
    return context.body(csvStream(csvHead(), outcomePages(db, filter, also), csvLines), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    });
  });
  return app;
};
