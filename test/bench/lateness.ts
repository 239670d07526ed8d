import { handle } from "../../src/app/handle.ts";
import { createDeskCache } from "../../src/app/desk-cache.ts";
import type { Delivery } from "../../src/chat/delivery.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import { connect, type DatabaseSettings } from "../../src/db/connect.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { isNull, lt, or } from "../../src/db/orm.ts";
import { cards } from "../../src/db/schema.ts";
import { createMetrics } from "../../src/metrics.ts";
import type { WorkDeps } from "../../src/work/deps.ts";
import { runLoops } from "../../src/work/run-loops.ts";
import { createSteps } from "../../src/work/steps.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { until } from "../support/until.ts";
import { figuresOf, type Figures } from "./figures.ts";

const hour = 3_600_000;
/** The first step of a ticket of this severity falls due so long after it was opened. */
const halfTarget = 2 * hour;

/** A platform that takes everything at once; `told` hears of each direct message. */
const instantPort = (told: (key: string) => void): ChatPort => {
  let count = 0;
  const take = async (channel: `${string}:${string}`): Promise<Delivery> => ({
    ok: true,
    ref: { channel, id: String((count += 1)) },
  });
  return {
    post: ({ channel }) => take(channel),
    edit: async (ref) => ({ ok: true, ref }),
    tell: (user, _, { key }) => {
      told(key);
      return take(user);
    },
  };
};

/**
 * How late reminders leave (ms from their planned moment to the call of the platform): so many fall due, evenly spread
 * over `spreadMs`, while all loops of one process run.
 */
export const reminderLateness = async (
  settings: DatabaseSettings,
  count: number,
  spreadMs: number,
): Promise<Figures> => {
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const database = await connect(settings, quiet);
  // Time stands a minute before the first reminder until everything is prepared.
  const first = Date.now() + hour;
  let ahead = first - 60_000 - Date.now();
  const now = (): number => Date.now() + ahead;
  const planned = new Map<string, number>();
  const late: number[] = [];
  const port = instantPort((key) => {
    const due = planned.get(key.split(" ")[0] ?? "");
    if (due !== undefined) late.push(now() - due);
  });
  await writeDesk(database.db, {}, now());
  const deps: WorkDeps = {
    database,
    desk: createDeskCache(() => sampleDesk),
    ports: new Map([["slack", port]]),
    now,
    log: quiet,
    meter: createMetrics(),
  };
  const by = { kind: "person", user: "slack:U0CARLA", name: "Carla", channel: "slack:C0ACME" } as const;
  for (let n = 0; n < count; n += 1) {
    const due = first + Math.round((n * spreadMs) / count);
    const words = { title: `Ticket ${n}`, description: "It is slow.", severity: "high" } as const;
    const command = { type: "open", by, at: due - halfTarget, ...words, askedIn: "slack:C0ACME" } as const;
    const outcome = await handle(deps, { key: null, number: null, command });
    if (outcome.ok) planned.set(`T-${outcome.ticket.number}`, due);
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
  await until("every reminder had left", () => late.length >= count, spreadMs + 30_000);
  await loops.stop();
  await database.close();
  return figuresOf(late);
};
