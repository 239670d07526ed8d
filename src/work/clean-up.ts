import { forgetAbsencesBefore } from "../db/absence-store.ts";
import { forgetUsesBefore } from "../db/customer-use-store.ts";
import type { Handle } from "../db/handle.ts";
import { forgetInboxBefore } from "../db/inbox-store.ts";
import { forgetOffersBefore } from "../db/offer-store.ts";
import { sql } from "../db/orm.ts";
import { forgetRequestsBefore } from "../db/request-store.ts";
import type { Step, WorkDeps } from "./deps.ts";

/** Longer than any platform redelivers (Slack: six minutes; a backfill: days). */
const keepMs = 7 * 24 * 60 * 60 * 1000;

/** The embedded database has no autovacuum of its own. */
const vacuum = async (database: Handle): Promise<void> => {
  if (database.kind === "pglite") await database.rows(sql`vacuum analyze`);
};

/** Forgets what was received and granted a week ago, and tidies the embedded database. Always rests afterwards. */
export const cleanUp =
  ({ database, now }: Pick<WorkDeps, "database" | "now">): Step =>
  async () => {
    await forgetInboxBefore(database.db, now() - keepMs);
    await forgetAbsencesBefore(database.db, now());
    await forgetOffersBefore(database.db, now() - keepMs);
    await forgetRequestsBefore(database.db, now() - keepMs);
    // No limit looks back further than a week.
    await forgetUsesBefore(database.db, now() - keepMs);
    await vacuum(database);
    return 0;
  };
