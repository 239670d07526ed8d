import { Hono } from "hono";
import limit from "p-limit";
import { readPrintedReport } from "../../db/outcomes/read-printed-report.ts";
import { pdfFile } from "../../documents/pdf/pdf-file.ts";
import { reportDocument } from "../../features/report/index.ts";
import { sayIn } from "../../i18n/say.ts";
import { periodWords } from "../../reports/period.ts";
import { managersOf } from "../../reports/scope.ts";
import type { WebEnv } from "../deps.ts";
import { noticePage } from "../pages/small-pages.ts";
import { documentFile } from "../render/document-file.ts";
import type { DeskPage } from "./desk-page.ts";
import { reportAddressOf, reportPath } from "./reports/report-address.ts";

/** So many missed targets are listed in a file that a browser waits for. */
const mostListed = 500;

/** Drawing takes computing, so a process draws one file at a time. */
const oneAtATime = limit(1);

const types = { pdf: "application/pdf", html: "text/html; charset=utf-8" } as const;

/**
 * A report as a file to print or to send, with the fields of the report's own address: `/desk/reports/report.pdf?period=2026-10`. An
 * address whose period is not readable says so, because a file of another period would be taken for the one that was asked for.
 */
export const reportFileRoutes = ({ deps, show }: DeskPage): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  for (const format of ["pdf", "html"] as const)
    app.get(`/desk/reports/report.${format}`, async (context) => {
      const { desk, viewer, user } = context.get("visitor");
      const now = deps.now();
      const address = reportAddressOf(new URL(context.req.url).searchParams, desk, now);
      const { scope, period, zone, refused } = address;
      const say = sayIn(viewer.locale);
      if (refused !== null) {
        const back = { path: reportPath(address), label: say("report.back") };
        return show(context, say("report.title"), noticePage(say("report.noPeriod", { words: refused }), back), 404);
      }
      deps.disclosed?.({ user }, "report", null);
      const file = await oneAtATime(async () => {
        const request = { scope, period, zone, now, managers: managersOf(desk.accounts) };
        const document = reportDocument(await readPrintedReport(deps.database.db, request, mostListed), desk, viewer);
        return format === "pdf" ? await pdfFile(document) : await documentFile(document);
      });
      const name = `report-${periodWords(period, zone).replace("..", "-until-")}.${format}`;
      return context.body(file, 200, {
        "Content-Type": types[format],
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "no-store",
      });
    });
  return app;
};
