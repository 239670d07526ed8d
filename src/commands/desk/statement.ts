import { clockFor } from "../../clock.ts";
import { newestOf } from "../../db/statements/statement-store.ts";
import { deskOf } from "../../desk/desk-of.ts";
import { nearest } from "../../desk/checks/nearest.ts";
import type { PrintedDocument } from "../../documents/document.ts";
import { pdfFile } from "../../documents/pdf/pdf-file.ts";
import { usualPeriod } from "../../reports/period.ts";
import { statementDocument } from "../../statements/statement-document.ts";
import { mostMissed, periodFrom, readFigures, readStatement } from "../../statements/statements.ts";
import { createDeskCache } from "../../tickets/execute/desk-cache.ts";
import { documentFile } from "../../web/render/document-file.ts";
import { documentLines } from "./document-lines.ts";
import { printProblems, say, type Terminal } from "./print.ts";
import { logDisclosure, withDatabase } from "./terminal.ts";

const statementFormats = ["text", "html", "pdf", "json"] as const;

/**
 * Prints the statement of an account and a period: what was sent, else the draft, else the figures of now. Nothing is stored.
 * Returns the exit code.
 */
export const statement = (
  terminal: Terminal,
  {
    account: key,
    words,
    format: asked,
  }: { readonly account: string; readonly words: string; readonly format: string | undefined },
): Promise<number> => {
  const format = statementFormats.find((each) => each === (asked ?? "text"));
  if (format === undefined)
    return Promise.resolve(
      printProblems(terminal, `--format is "${asked}": expected one of ${statementFormats.join(", ")}.`),
    );
  return withDatabase(terminal, async (database, env) => {
    const { db } = database;
    const desk = await createDeskCache(deskOf).read(db);
    const account = Object.hasOwn(desk.accounts, key) ? desk.accounts[key] : undefined;
    if (account === undefined) {
      const near = nearest(key, Object.keys(desk.accounts));
      return printProblems(terminal, `There is no account ${key}${near === null ? "." : `: did you mean ${near}?`}`);
    }
    const { now } = await clockFor(env, database);
    const period = periodFrom(words === "" ? usualPeriod : words, account, now());
    if (period === null)
      return printProblems(
        terminal,
        `“${words}” is no period: write last month, 2026, 2026-Q3, 2026-10 or 2026-10-31.`,
      );
    logDisclosure(terminal, env, "report", { account: key });
    const row = await newestOf(db, key, period);
    const shown = row === null ? null : await readStatement(db, row, desk, now());
    if (shown?.is === "damaged")
      return printProblems(
        terminal,
        "This statement is no longer what was sent: its content was changed in the database.",
      );
    if (shown !== null && "content" in shown) return printed(terminal, shown.content, format);
    const read = await readFigures(db, account, period);
    if (read === null)
      return printProblems(terminal, `More than ${mostMissed} targets were missed: choose a shorter period.`);
    const { figures } = read;
    const written = new Map<string, string>();
    const document = statementDocument({ desk, account, period, version: 1, figures, written, madeAt: now() });
    return printed(terminal, { document, figures }, format);
  });
};

const printed = async (
  terminal: Terminal,
  content: { readonly document: PrintedDocument; readonly figures: object },
  format: (typeof statementFormats)[number],
): Promise<number> => {
  switch (format) {
    case "text":
      return say(terminal, ...documentLines(content.document));
    case "json":
      return say(terminal, JSON.stringify(content));
    case "html":
      return say(terminal, await documentFile(content.document));
    case "pdf":
      terminal.out.write(await pdfFile(content.document));
      return 0;
  }
};
