import type { Desk } from "../../desk/desk.ts";
import { goalsOf } from "../../reports/goals.ts";
import { periodOf } from "../../reports/report-times.ts";
import type { MonthGoal } from "../../reports/weekly-figures.ts";
import type { Instant } from "../../sla/instant.ts";
import { dateAt } from "../../sla/wall-clock.ts";
import type { Database } from "../connection/handle.ts";
import { readAttainment } from "../outcomes/report-queries.ts";

/**
 * How the goals of accounts stand in the month of a moment, by the clocks that were due in it and have ended. The month is that
 * of the account's zone. Goals without an ended clock are left out. `accounts`: keys of the desk.
 */
export const readGoals = async (
  db: Database,
  desk: Desk,
  at: Instant,
  accounts: readonly string[],
): Promise<readonly MonthGoal[]> => {
  const goals = goalsOf(desk).filter(({ account }) => accounts.includes(account));
  const zoneOf = (account: string): string => desk.accounts[account]?.timezone ?? desk.timezone;
  const found: MonthGoal[] = [];
  for (const [zone, own] of Map.groupBy(goals, ({ account }) => zoneOf(account))) {
    const month = dateAt(zone, at).slice(0, 7);
    const period = periodOf("statements", `${month}-01`, zone);
    const keys = [...new Set(own.map(({ account }) => account))];
    const only = { accounts: { keys, isIn: true } };
    const rows = await readAttainment(db, { ...period, only }, ["account", "clock"]);
    for (const { account, plan, clock, goal } of own) {
      const row = rows.find((each) => each.account === account && each.clock === clock);
      if (row !== undefined && row.met + row.breached > 0)
        found.push({
          subject: { account, plan, clock, month },
          count: { met: row.met, breached: row.breached, goal },
        });
    }
  }
  return found;
};
