import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect as dial, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { startDesk, type DeskProcess } from "../process/desk-process.ts";
import { freshPostgres } from "../support/real-postgres.ts";
import { until } from "../support/until.ts";

/** Stands between Plazo and Postgres, and may stop handing on what comes. */
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

let dataDir = "";
let postgres = "";
let wire: Wire;
let desk: DeskProcess;
let port = 0;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "plazo-away-"));
  const deskFile = join(dataDir, "desk.yaml");
  writeFileSync(
    deskFile,
    'channels: { triage: "playground:triage" }\npeople: { ana: { name: Ana, roles: [agent], playground: ana } }\n',
  );
  postgres = await freshPostgres();
  wire = await openWire(postgres);
  desk = startDesk({ DATABASE_URL: wire.address, DATA_DIR: dataDir, DESK_FILE: deskFile, PLAYGROUND: "on" });
  port = await desk.ready();
  await until("it is ready", async () => ((await looks("/readyz")).status === 200 ? true : null));
});
afterEach(async () => {
  wire.thaw();
  await wire.cut().catch(() => {});
  await desk.end("SIGTERM");
  rmSync(dataDir, { recursive: true, force: true });
});

const looks = async (path: string) => {
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: answer.status, text: await answer.text(), ms: performance.now() - began };
};

/** Every one of ten probes, a moment apart, as watchers send them. */
const allAnswer = async (): Promise<void> => {
  await until("it is noticed", async () => ((await looks("/readyz")).status === 503 ? true : null));
  for (let n = 0; n < 10; n++) {
    const seen = await Promise.all(["/healthz", "/readyz", "/metrics"].map(looks));
    expect(seen.map(({ status }) => status)).toEqual([200, 503, 200]);
    expect(Math.max(...seen.map(({ ms }) => ms))).toBeLessThan(1_000);
    expect(seen[1]?.text).toContain("the database does not answer");
    expect(seen[1]?.text).not.toMatch(/select|params|Failed query/i);
  }
};

test("all three answer within a second while the database takes connections and says nothing", async () => {
  wire.freeze();
  await allAnswer();
  wire.thaw();
  await until("it is ready again", async () => ((await looks("/readyz")).status === 200 ? true : null), 50_000);
});

test("all three answer within a second when the database is gone", async () => {
  await wire.cut();
  await allAnswer();
});

test("all three answer within a second while every connection of the pool waits for a lock", async () => {
  const other = openPostgres(postgres);
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const locking = other.db.transaction(async (tx) => {
    await tx.execute(sql`lock table desk_versions, outbox, inbox, tickets, reminders, cards in access exclusive mode`);
    await held;
  });
  await allAnswer();
  letGo();
  await locking;
  await other.close();
});
