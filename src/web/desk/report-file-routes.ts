import { Hono } from "hono";
import limit from "p-limit";
import { readPrintedFigures } from "../../db/outcomes/printed-figures.ts";
import { pdfFile } from "../../documents/pdf/pdf-file.ts";
import { outcomesOf, reportDocument } from "../../features/report/index.ts";
import { readPeriod, usualPeriod } from "../../reports/period.ts";
import type { WebEnv } from "../deps.ts";
import { documentFile } from "../render/document-file.ts";
import type { DeskPage } from "./desk-page.ts";

/** So many missed targets are listed in a file that a browser waits for. */
const mostListed = 500;

/** Drawing takes computing, so a process draws one file at a time. */
const oneAtATime = limit(1);

const types = { pdf: "application/pdf", html: "text/html; charset=utf-8" } as const;

/** What the fields of an address count. A field that names nothing of the desk is as good as none. */
const onlyIn = (
  query: (name: string) => string | undefined,
  { accounts, areas, people }: Readonly<Record<"accounts" | "areas" | "people", Readonly<Record<string, unknown>>>>,
): Parameters<typeof outcomesOf>[0] => {
  const known = { account: accounts, area: areas, manager: people, agent: people };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, keys]) => {
      const key = query(name) ?? "";
      return Object.hasOwn(keys, key) ? [[name, key]] : [];
    }),
  );
};

/** A report as a file to print or send, with the fields of the report's own address: `/desk/reports/report.pdf?period=last+week`. */
export const reportFileRoutes = ({ deps, notice }: DeskPage): Hono<WebEnv> => {
  const app = new Hono<WebEnv>();
  for (const format of ["pdf", "html"] as const)
    app.get(`/desk/reports/report.${format}`, async (context) => {
      const { desk, viewer } = context.get("visitor");
      const only = onlyIn((name) => context.req.query(name), desk);
      const zone = (only.account === undefined ? undefined : desk.accounts[only.account]?.timezone) ?? desk.timezone;
      const words = (context.req.query("period") ?? usualPeriod).slice(0, 40);
      const period = readPeriod(words, zone, deps.now());
      if (period === null) return notice(context, "notThere", "/desk/reports");
      const madeAt = deps.now();
      const file = await oneAtATime(async () => {
        const read = await readPrintedFigures(
          deps.database.db,
          { ...period, only: outcomesOf(only, desk) },
          mostListed,
        );
        const document = reportDocument({ ...read, only, period, zone, madeAt }, desk, viewer);
        return format === "pdf" ? await pdfFile(document) : await documentFile(document);
      });
      return context.body(file, 200, {
        "Content-Type": types[format],
        "Content-Disposition": `attachment; filename="report.${format}"`,
        "Cache-Control": "no-store",
      });
    });
  return app;
};
