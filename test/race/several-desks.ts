import { createDeskCache, type DeskCache } from "../../src/tickets/execute/desk-cache.ts";
import type { Card } from "../../src/chat/card.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { sql } from "../../src/db/schema/orm.ts";
import type { Desk } from "../../src/desk/desk.ts";
import type { WorkDeps } from "../../src/jobs/deps.ts";
import { createSteps, type Steps } from "../../src/jobs/steps.ts";
import { keptLog, type KeptLog } from "../adapters/slack/stage.ts";
import { freshEmbedded } from "../support/database/embedded-database.ts";
import { prepareEmptying } from "../support/database/empty-tables.ts";
import { monday } from "../support/given.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { sampleDesk } from "../support/sample-desk.ts";

/** One of several processes of a desk: its own connections, caches and loops. */
export interface Instance {
  readonly steps: Steps;
  readonly deps: WorkDeps;
}

/** Several processes on one database, with one clock to turn. */
export interface SeveralDesks {
  readonly instances: readonly Instance[];
  readonly database: DatabaseHandle;
  readonly log: KeptLog;
  now(): number;
  turn(ms: number): void;
  /** Takes an inbound event in through one of them; its private answers are kept by key. */
  accept(inboundEvent: InboundEvent, instance?: number): Promise<void>;
  readonly answers: ReadonlyMap<string, readonly Card[]>;
  /** Steps all loops of these instances (of all, where none is named), all at the same time, until nothing is left to do. */
  settle(only?: readonly Instance[]): Promise<void>;
  /** A further process whose port or desk is faulty. */
  join(port: ChatPort, broken?: (desk: DeskCache) => DeskCache): Promise<Instance>;
  /** A further process that has the token of another platform only. */
  joinOn(platform: string, port: ChatPort): Promise<Instance>;
  close(): Promise<void>;
}

/** A desk with two triage channels, so that there is more to lock. */
export const busyDesk: Desk = { ...sampleDesk, channels: { triage: ["slack:C0TRIAGE", "slack:C0NIGHT"], tech: [] } };

const silentMeter: WorkDeps["metrics"] = {
  inboundEventReceived: () => {},
  acknowledged: () => {},
  delivered: () => {},
  reminded: () => {},
  reminderLate: () => {},
  backlog: () => {},
  outboxPending: () => {},
  overloaded: () => {},
  inboxStored: () => {},
  inboxDone: () => {},
  inboxParked: () => {},
  manualSolved: () => {},
  mailTaken: () => {},
  mailRead: () => {},
  requestRefused: () => {},
  disclosed: () => {},
};

export type Kind = DatabaseHandle["kind"];

/** A database for several processes, and the pools that are open. */
interface Pools {
  readonly url: string;
  readonly handles: readonly DatabaseHandle[];
}

/**
 * What earlier tests of this worker left. Emptying a database takes less than creating another, and a new connection has
 * to plan every statement anew.
 */
const left: Pools[] = [];

/** So many pools on one database. Postgres may keep its plans, as in `database.ts`. */
const openPools = async (count: number): Promise<Pools> => {
  const { url, handles } = left.pop() ?? { url: `${await freshPostgres()}?plan_cache_mode=auto`, handles: [] };
  const missing = Array.from({ length: Math.max(0, count - handles.length) }, () => openPostgres(url));
  return { url, handles: [...handles, ...missing] };
};

/** Leaves the pools to the next test, unless a statement or a transaction of this one is still under way. */
const leave = async ({ url, handles }: Pools): Promise<void> => {
  const [row] =
    (await handles[0]?.rows<{ busy: number }>(
      sql`select count(*)::int as busy from pg_stat_activity
        where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
    )) ?? [];
  if (row?.busy === 0) left.push({ url, handles });
  else {
    await Promise.all(handles.map((handle) => handle.close()));
    left.push({ url, handles: [] });
  }
};

/** Opens a desk with one process for each port: on Postgres with a pool each, on PGlite all on its one connection. */
export const openSeveral = async (
  kind: Kind,
  ports: readonly ChatPort[],
  desk: Desk = busyDesk,
): Promise<SeveralDesks> => {
  let now = monday;
  const pools = kind === "postgres" ? await openPools(ports.length) : null;
  const shared = pools === null ? await freshEmbedded() : null;
  const handles = ports.map((_, index) => shared ?? pools?.handles[index]);
  const [database] = handles;
  if (database === undefined) throw new Error("a desk needs a process");
  if (pools !== null) await (await prepareEmptying((text) => database.db.execute(sql.raw(text))))();
  await writeDesk(database.db, {}, now);
  const log = keptLog();
  const answers = new Map<string, Card[]>();
  const begin = async (
    handle: DatabaseHandle,
    port: ChatPort,
    { broken = (cache: DeskCache) => cache, platform = "slack" } = {},
  ): Promise<Instance> => {
    const cache = createDeskCache(() => desk);
    await cache.read(handle.db);
    const deps: WorkDeps = {
      database: handle,
      desk: broken(cache),
      ports: new Map([[platform, port]]),
      now: () => now,
      log,
      metrics: silentMeter,
    };
    return { deps, steps: createSteps(deps, () => {}) };
  };
  const instances = await Promise.all(ports.map((port, index) => begin(handles[index] ?? database, port)));
  const once = async ({ steps }: Instance): Promise<number> => {
    const done = await Promise.all([
      steps.processInbox(),
      steps.fireReminders(),
      steps.releaseReplies(),
      steps.refreshCards(),
      steps.deliverOutbox(),
    ]);
    return done.reduce((sum, each) => sum + each, 0);
  };
  return {
    instances,
    database,
    log,
    now: () => now,
    turn: (ms) => void (now += ms),
    answers,
    accept: async (inboundEvent, instance = 0) => {
      const say = async (card: Card): Promise<void> =>
        void answers.set(inboundEvent.key, [...(answers.get(inboundEvent.key) ?? []), card]);
      await instances[instance % instances.length]?.steps.core.accept(inboundEvent, say);
    },
    settle: async (only = instances) => {
      for (let done = 1; done > 0;) {
        const each = await Promise.all(only.map(once));
        done = each.reduce((sum, count) => sum + count, 0);
      }
    },
    join: (port, broken) => begin(database, port, broken === undefined ? {} : { broken }),
    joinOn: (platform, port) => begin(database, port, { platform }),
    close: async () => {
      if (pools !== null) await leave(pools);
    },
  };
};
