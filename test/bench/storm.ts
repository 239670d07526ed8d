import { connect, type DatabaseSettings } from "../../src/db/connection/connect.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { fromInstant, sql } from "../../src/db/schema/orm.ts";
import { countPending } from "../../src/db/delivery/outbox-store.ts";
import { severities } from "../../src/sla/severity.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";
import { createSteps, type Steps } from "../../src/jobs/steps.ts";
import { depsFor, quiet } from "./deps-for.ts";
import { limitedPort } from "./limited-port.ts";
import { copyTickets, countPlanned, openOne, settleTables } from "./seed-tickets.ts";
import { mix, stormDesk } from "./storm-desk.ts";

const hour = 3_600_000;
/** Half of each severity's target: when the first step of a ticket comes. */
const halfTarget = { critical: hour / 4, high: 2 * hour, medium: 4 * hour, low: 12 * hour } as const;

/** The result of the storm; times in ms from the second in which all fell due. */
export interface Storm {
  readonly planned: number;
  readonly due: number;
  readonly decided: number;
  /** When the last reminder of a critical ticket had left, and when the last of all had. */
  readonly critical: number;
  readonly all: number;
  readonly messages: number;
  /** Messages that came faster than the platform takes them. */
  readonly refused: number;
}

/** Opens so many of the mix for each account that `each` of every ticket come due at `at`. */
const open = async (deps: WorkDeps, at: number, from: number, share: number): Promise<number> => {
  let next = from;
  for (const severity of severities)
    for (let account = 0; account < 40; account += 1) {
      const count = mix[severity] * share;
      const copies = Math.floor(count / 40) + (account < count % 40 ? 1 : 0);
      if (copies === 0) continue;
      const like = await openOne(deps, account, severity, at - halfTarget[severity]);
      await copyTickets(deps.database, like, next, copies - 1);
      next += copies;
    }
  return next;
};

/** A tenth of the storm an hour before, to warm up; the storm; and what comes due much later. */
const seed = async (deps: WorkDeps, at: number, pending: number): Promise<void> => {
  const next = await open(deps, at, await open(deps, at - hour, 1_000_000, 0.1), 1);
  const later = await openOne(deps, 0, "low", at);
  await copyTickets(deps.database, later, next, Math.ceil(pending / 3));
  // Every card counts as shown.
  await deps.database.rows(sql`update cards set shown = wanted`);
  await settleTables(deps.database);
};

/** Steps reminders and outbox until everything is sent. If nothing can be done, the clock jumps to the next moment. */
const letLeave = async (steps: Steps, database: DatabaseHandle, now: () => number, skip: (ms: number) => void) => {
  for (;;) {
    if ((await steps.fireReminders()) + (await steps.deliverOutbox()) > 0) continue;
    if ((await countPending(database.db)) === 0) return;
    skip(Math.max(1, Math.min(1_000, (steps.opensAt() ?? now() + 1_000) - now())));
  }
};

const leftAt = async (database: DatabaseHandle, at: number, onlyCritical: boolean): Promise<number> => {
  const [row] = await database.rows<{ ms: number }>(
    sql`select (extract(epoch from max(settled_at) - ${fromInstant(at)}::timestamptz) * 1000)::float8 as ms
      from outbox join tickets on tickets.number = outbox.ticket
      where created_at >= ${fromInstant(at)} and outbox.status = 'sent' and (not ${onlyCritical} or claimed_severity = 'critical')`,
  );
  return row?.ms ?? Number.NaN;
};

/** A thousand targets fall due in the same second, among many planned reminders, on a platform with a rate limit. */
export const storm = async (settings: DatabaseSettings, pending: number): Promise<Storm> => {
  const database = await connect(settings, quiet);
  const at = Math.ceil(Date.now() / 1_000) * 1_000 + 24 * hour;
  let ahead = at - hour / 2 - Date.now();
  const now = (): number => Date.now() + ahead;
  const slack = limitedPort(now);
  const deps = await depsFor(database, stormDesk, slack.port, now);
  await seed(deps, at, pending);
  const steps = createSteps(deps, () => {});
  const skip = (ms: number): void => void (ahead += ms);
  await letLeave(steps, database, now, skip);
  skip(at - now());
  const counted = await countPlanned(database, at);
  const before = slack.received.length;
  ahead = at - Date.now();
  let decided = Number.NaN;
  const decide = async (): Promise<void> => {
    for (let done = 1; done > 0;) done = await steps.fireReminders();
    decided = now() - at;
  };
  // The outbox looks for work in the middle of the storm.
  await Promise.all([decide(), steps.deliverOutbox()]);
  await letLeave(steps, database, now, skip);
  const figures = {
    ...counted,
    decided,
    critical: await leftAt(database, at, true),
    all: await leftAt(database, at, false),
    messages: slack.received.length - before,
    refused: slack.refused,
  };
  await database.close();
  return figures;
};
