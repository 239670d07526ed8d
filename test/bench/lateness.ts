import { cards } from "../../src/db/schema/delivery-schema.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import type { Delivery } from "../../src/chat/delivery.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import { connect, type DatabaseSettings } from "../../src/db/connection/connect.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { isNull, lt, or, sql } from "../../src/db/schema/orm.ts";

import { runLoops } from "../../src/jobs/run-loops.ts";
import { createSteps } from "../../src/jobs/steps.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { until } from "../support/until.ts";
import { depsFor, quiet } from "./deps-for.ts";
import { figuresOf, type Figures } from "./figures.ts";

const hour = 3_600_000;
/** How long (ms) after its opening a ticket of this severity has its first step. */
const halfTarget = 2 * hour;

/** A platform that accepts everything at once. */
const instantPort = (): ChatPort => {
  let count = 0;
  const take = async (channel: `${string}:${string}`): Promise<Delivery> => ({
    ok: true,
    ref: { channel, id: String((count += 1)) },
  });
  return {
    post: ({ channel }) => take(channel),
    edit: async (ref) => ({ ok: true, ref }),
    tell: take,
  };
};

/** The time (ms) from a reminder's planned moment until a platform had it, for each sent reminder. */
const latenesses = async (database: DatabaseHandle): Promise<readonly number[]> => {
  const rows = await database.rows<{ late: number }>(
    sql`select (extract(epoch from settled_at) * 1000 - (message->'notice'->>'plannedFor')::float8)::float8 as late
      from outbox where status = 'sent' and message->>'type' = 'reminder'`,
  );
  return rows.map(({ late }) => late);
};

/**
 * How late reminders leave (ms from their planned moment until the platform had taken them, by themselves or in a digest):
 * so many fall due, evenly spread over `spreadMs`, while all loops of one process run.
 */
export const reminderLateness = async (
  settings: DatabaseSettings,
  count: number,
  spreadMs: number,
): Promise<Figures> => {
  const database = await connect(settings, quiet);
  // The clock stays a minute before the first reminder until everything is prepared.
  const first = Date.now() + hour;
  let ahead = first - 60_000 - Date.now();
  const now = (): number => Date.now() + ahead;
  const deps = await depsFor(database, sampleDesk, instantPort(), now);
  const by = { kind: "person", user: "slack:U0CARLA", name: "Carla", channel: "slack:C0ACME" } as const;
  for (let n = 0; n < count; n += 1) {
    const due = first + Math.round((n * spreadMs) / count);
    const words = { title: `Ticket ${n}`, description: "It is slow.", severity: "high" } as const;
    const command = { type: "open", by, at: due - halfTarget, ...words, askedIn: "slack:C0ACME" } as const;
    await execute(deps, { key: null, number: null, command });
  }
  const loops = runLoops(
    deps,
    createSteps(deps, () => {}),
  );
  const behind = or(lt(cards.shown, cards.wanted), isNull(cards.ref));
  await until(
    "every card was shown",
    async () => (await database.db.select({ id: cards.id }).from(cards).where(behind)).length === 0,
    60_000,
  );
  ahead = first - 1_000 - Date.now();
  const late = await until(
    "every reminder had left",
    async () => {
      const times = await latenesses(database);
      return times.length >= count && times;
    },
    spreadMs + 30_000,
  );
  await loops.stop();
  await database.close();
  return figuresOf(late);
};
