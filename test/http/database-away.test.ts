import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect as dial, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { startDesk } from "../process/desk-process.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { until } from "../support/until.ts";

/** A proxy between Plazo and Postgres that can stop forwarding. */
interface Wire {
  readonly address: string;
  freeze(): void;
  thaw(): void;
  cut(): Promise<void>;
}

const openWire = async (address: string): Promise<Wire> => {
  const { port, pathname } = new URL(address);
  const ends = new Set<Socket>();
  let frozen = false;
  const server: Server = createServer((near) => {
    const far = dial(Number(port), "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on("error", () => {});
      from.on("data", (bytes: Buffer) => to.write(bytes));
      from.on("close", () => to.destroy());
      if (frozen) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = server.address();
  return {
    address: `postgres://postgres@127.0.0.1:${typeof own === "object" && own !== null ? own.port : 0}${pathname}`,
    freeze: () => {
      frozen = true;
      for (const each of ends) each.pause();
    },
    thaw: () => {
      frozen = false;
      for (const each of ends) each.resume();
    },
    cut: () => {
      for (const each of ends) each.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

/** A desk with its own database and its own proxy. */
interface Watched {
  readonly wire: Wire;
  /** The database's address without the proxy. */
  readonly postgres: string;
  looks(path: string): Promise<{ readonly status: number; readonly text: string; readonly ms: number }>;
  end(): Promise<void>;
}

const startWatched = async (): Promise<Watched> => {
  const dataDir = mkdtempSync(join(tmpdir(), "plazo-away-"));
  const deskFile = join(dataDir, "desk.yaml");
  writeFileSync(
    deskFile,
    'channels: { triage: "playground:triage" }\npeople: { ana: { name: Ana, roles: [agent], playground: ana } }\n',
  );
  const postgres = await freshPostgres();
  const wire = await openWire(postgres);
  const desk = startDesk({ DATABASE_URL: wire.address, DATA_DIR: dataDir, DESK_FILE: deskFile, PLAYGROUND: "on" });
  const port = await desk.ready();
  const looks: Watched["looks"] = async (path) => {
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, text: await answer.text(), ms: performance.now() - began };
  };
  await until("it is ready", async () => (await looks("/readyz")).status === 200);
  return {
    wire,
    postgres,
    looks,
    end: async () => {
      wire.thaw();
      await wire.cut().catch(() => {});
      await desk.end("SIGTERM");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** One for each test. They start before the first test, so that no start takes the processor while a test measures. */
let desks: readonly [Watched, Watched, Watched];
beforeAll(async () => {
  desks = await Promise.all([startWatched(), startWatched(), startWatched()]);
});
afterAll(async () => {
  await Promise.all(desks.map((each) => each.end()));
});

/**
 * Every one of ten probes, a moment apart, as watchers send them. A busy machine may delay one of them by itself, but never
 * beyond the two seconds after which a watcher gives up.
 */
const allAnswer = async ({ looks }: Watched): Promise<void> => {
  await until("it is noticed", async () => (await looks("/readyz")).status === 503);
  const took: number[] = [];
  for (let n = 0; n < 10; n++) {
    const seen = await Promise.all(["/healthz", "/readyz", "/metrics"].map(looks));
    expect(seen.map(({ status }) => status)).toEqual([200, 503, 200]);
    took.push(Math.max(...seen.map(({ ms }) => ms)));
    expect(seen[1]?.text).toContain("the database does not answer");
    expect(seen[1]?.text).not.toMatch(/select|params|Failed query/i);
  }
  expect(Math.min(...took)).toBeLessThan(1_000);
  expect(Math.max(...took)).toBeLessThan(2_000);
};

// The tests mostly wait, each on a desk of its own, so they run side by side.
describe.concurrent("all three endpoints answer within a second", () => {
  test("while the database accepts connections and does not answer", async () => {
    const [desk] = desks;
    desk.wire.freeze();
    await allAnswer(desk);
    desk.wire.thaw();
    await until("it is ready again", async () => (await desk.looks("/readyz")).status === 200);
  });

  test("while the database is unreachable", async () => {
    const [, desk] = desks;
    await desk.wire.cut();
    await allAnswer(desk);
  });

  test("while every connection of the pool waits for a lock", async () => {
    const [, , desk] = desks;
    const other = openPostgres(desk.postgres);
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let hasLocked = (): void => {};
    const locked = new Promise<void>((resolve) => (hasLocked = resolve));
    const locking = other.db.transaction(async (tx) => {
      await tx.execute(
        sql`lock table desk_versions, outbox, inbox, tickets, reminders, cards in access exclusive mode`,
      );
      hasLocked();
      await held;
    });
    // A slow machine may answer 503 for a moment before that.
    await Promise.race([locked, locking]);
    await allAnswer(desk);
    letGo();
    await locking;
    await other.close();
  });
});
