import { forgetAccessBefore, forgetAccessLogBefore } from "../db/access/access-store.ts";
import { forgetAnswersBefore } from "../db/access/answer-store.ts";
import { forgetAreaFiles } from "../db/access/area-file-store.ts";
import { forgetOidcAttemptsBefore } from "../db/access/oidc-store.ts";
import { showCollectedAgain } from "../db/collected-store.ts";
import { forgetUsesBefore } from "../db/customer-use-store.ts";
import { forgetProposalsBefore } from "../db/desk/proposal-store.ts";
import { forgetHalfMails } from "../db/mail/mail-store.ts";
import { forgetInboxBefore } from "../db/inbox-store.ts";
import { forgetProcessesBefore } from "../db/process-store.ts";
import { forgetPromptsBefore } from "../db/prompt-store.ts";
import { forgetRequestsBefore } from "../db/request-store.ts";
import { tidyTable, untidyTables } from "../db/connection/tidy.ts";
import type { Step, WorkDeps } from "./deps.ts";
import { forgetAbsencesBefore } from "../db/staff-store.ts";
import { forgetUnticketedBefore } from "../db/messages/unticketed-store.ts";
import { forgetStaffReportsBefore } from "../db/staff-reports/staff-report-store.ts";

/**
 * How long (ms) handled keys are kept: longer than any platform repeats an event (Slack: six minutes; a backfill:
 * days).
 */
const keepMs = 7 * 24 * 60 * 60 * 1000;

/** How long (ms) the audit log of access is kept: a year, and some days to look at it. */
const logKeptMs = 400 * 24 * 60 * 60 * 1000;

/** How long (ms) a report that was sent is kept: longer than the month in which its subject may come again. */
const keptReportsMs = 100 * 24 * 60 * 60 * 1000;

/** How long (ms) private answers of the pages are kept. No page shows one for longer. */
const keptAnswersMs = 10 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** How many clean-ups pass before the first table maintenance, because a start has enough to do. */
const passes = 1;

/**
 * Deletes what was received and granted more than a week ago, and requests an edit of collected messages. For the
 * embedded database it also does the work of Postgres' autovacuum, one table at a time. `calm` is awaited before each
 * table, so that requests wait for one table at most. Each table is vacuumed once after a start, because PGlite forgets
 * its change counts at a restart.
 */
export const cleanUp = ({ database, now }: Pick<WorkDeps, "database" | "now">, calm: () => Promise<void>): Step => {
  const vacuumed = new Set<string>();
  let passed = 0;

  const tidy = async (): Promise<void> => {
    if (database.kind !== "pglite" || passed++ < passes) return;
    for (const untidy of await untidyTables(database)) {
      await calm();
      await tidyTable(database, { ...untidy, vacuum: untidy.vacuum || !vacuumed.has(untidy.table) });
      vacuumed.add(untidy.table);
    }
  };

  return async () => {
    await forgetInboxBefore(database.db, now() - keepMs);
    await forgetAccessBefore(database.db, now());
    await forgetProposalsBefore(database.db, now() - keepMs);
    await forgetAccessLogBefore(database.db, now() - logKeptMs);
    await forgetAnswersBefore(database.db, now() - keptAnswersMs);
    await forgetOidcAttemptsBefore(database.db, now());
    await forgetAreaFiles(database.db, { copiedBefore: now() - dayMs, refusedBefore: now() - keepMs });
    await forgetHalfMails(database.db, now() - dayMs);
    await forgetAbsencesBefore(database.db, now());
    await forgetPromptsBefore(database.db, now() - keepMs);
    await forgetProcessesBefore(database.db, now() - keepMs);
    await forgetStaffReportsBefore(database.db, now() - keptReportsMs);
    await forgetUnticketedBefore(database.db, now() - keepMs);
    await forgetRequestsBefore(database.db, now() - keepMs);
    // No limit looks back further than a week.
    await forgetUsesBefore(database.db, now() - keepMs);
    await showCollectedAgain(database.db);
    await tidy();
    return 0;
  };
};
