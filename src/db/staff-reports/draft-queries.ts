import type { Desk } from "../../desk/desk.ts";
import { totalOf, type EndedCounts } from "../../reports/attainment.ts";
import { periodOf } from "../../reports/report-times.ts";
import { statementRows } from "../../reports/statement-figures.ts";
import type { Period } from "../../reports/period.ts";
import type { WaitingDraft } from "../../reports/waiting-draft.ts";
import type { Database } from "../connection/handle.ts";
import { readAttainment } from "../outcomes/report-queries.ts";
import { newestOf } from "../statements/statement-store.ts";

/** The month of an account's statement: that of its own zone. */
export const statementPeriod = (account: string, month: string, desk: Desk): Period =>
  periodOf("statements", month, desk.accounts[account]?.timezone ?? desk.timezone);

const readKept = async (db: Database, account: string, period: Period): Promise<EndedCounts> =>
  totalOf(statementRows(await readAttainment(db, { ...period, only: { account } }, ["kind", "severity", "clock"])));

/** The accounts, of these, that had targets in a month and have no statement about it yet. */
export const accountsWithoutStatement = async (
  db: Database,
  desk: Desk,
  month: string,
  accounts: readonly string[],
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const account of accounts) {
    const period = statementPeriod(account, month, desk);
    const { met, breached, cancelled } = await readKept(db, account, period);
    if (met + breached + cancelled > 0 && (await newestOf(db, account, period)) === null) found.push(account);
  }
  return found;
};

/** The drafts of these accounts about a month which were not sent yet, with their figures of now. */
export const readDrafts = async (
  db: Database,
  desk: Desk,
  month: string,
  accounts: readonly string[],
): Promise<readonly WaitingDraft[]> => {
  const found: WaitingDraft[] = [];
  for (const account of accounts) {
    const period = statementPeriod(account, month, desk);
    const statement = await newestOf(db, account, period);
    if (statement === null || statement.sentAt !== null) continue;
    const { met, breached } = await readKept(db, account, period);
    found.push({ id: statement.id, account, kept: { met, breached } });
  }
  return found;
};
