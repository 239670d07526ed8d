import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { clockFor } from "../../src/clock.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { readDesk } from "../../src/db/desk-store.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { readEnv, type Env } from "../../src/env.ts";
import { createLog } from "../../src/log/log.ts";
import { guardPlayground } from "../../src/start/guard-playground.ts";
import { startPlazo } from "../../src/start/plazo.ts";
import { DeskNotUsable, prepareDesk } from "../../src/start/start-desk.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { tickets } from "../../src/db/schema/schema.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { monday, opening } from "../support/given.ts";
import { applyDesk } from "../../src/tickets/execute/apply-desk.ts";
import { visit } from "../adapters/playground/visitor.ts";
import { recordingCore } from "../adapters/recording-core.ts";
import { silent } from "../adapters/playground/open-playground.ts";
import { freshDatabase } from "../support/database/database.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { until } from "../support/until.ts";

const demoFile = "adapters/playground/demo-desk.yaml";
const realFile = "test/process/desk.yaml";

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "plazo-playground-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const envWith = (variables: Readonly<Record<string, string>>): Env => {
  const reading = readEnv({ DATA_DIR: dataDir, PORT: "0", ...variables });
  if (!reading.ok) throw new Error(reading.faults.map(({ expected }) => expected).join());
  return reading.env;
};

/** Applies a desk file as another process does. */
const apply = async (database: DatabaseHandle, file: string): Promise<void> => {
  const text = readFileSync(file, "utf8");
  const applied = await applyDesk(database, (current, former) => readDeskFile(text, current, { former }), Date.now());
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults));
};

/** Opens a ticket of the playground's Carla. */
const storeDemoTicket = async (database: DatabaseHandle): Promise<void> => {
  const by = { kind: "person", user: "playground:carla", name: "Carla", channel: "playground:acme-support" } as const;
  const command = { ...opening("high", by.channel), by, at: monday } as Parameters<typeof execute>[1]["command"];
  const opened = await execute({ database, desk: createDeskCache(deskOf) }, { key: null, number: null, command });
  expect(opened.ok).toBe(true);
};

/** Statements that bring one real person into the database of `storeDemoTicket`. */
const realRows = {
  ticket: "update tickets set requester_user = 'slack:U0CARLA'",
  card: `update cards set place = '{"kind": "channel", "channel": "slack:C0ACME"}' where id = (select min(id) from cards)`,
  outbox: `insert into outbox (key, ticket, target, message, lane, urgency, status, created_at, attempted_at, not_before, settled_at, ref)
    select 'real', number, '{"kind": "person", "person": "ana"}', '{"type": "customerMessage"}', 'x', 1, 'sent', now(), now(), now(), now(), '{"channel": "slack:D0ANA", "id": "1"}' from tickets`,
  inbox: `insert into inbox (key, lane, inbound_event, received_at, not_before)
    values ('real', 'x', '{"kind": "command", "by": {"user": "slack:U0CARLA", "name": "Carla"}, "channel": "slack:C0ACME"}', now(), now())`,
} as const;

describe("a start without tokens", () => {
  const refusal = async (database: DatabaseHandle, variables: Readonly<Record<string, string>>): Promise<string> => {
    const before = await readDesk(database.db);
    const error: unknown = await prepareDesk(envWith(variables), database)
      .then((prepared) => prepared.apply(Date.now(), silent))
      .then(String, (reason: unknown) => reason);
    if (!(error instanceof DeskNotUsable)) throw new Error(`it was not refused: ${String(error)}`);
    expect(await readDesk(database.db)).toEqual(before);
    return error.message;
  };

  test("refuses a named desk file of real people on an empty database", async () => {
    for (const playground of [{}, { PLAYGROUND: "on" }]) {
      const refusalText = await refusal(await freshDatabase(), { DESK_FILE: realFile, ...playground });
      expect(refusalText).toMatch(/^test\/process\/desk\.yaml holds the desk "Process Support" [^]* on slack/);
      expect(refusalText).toContain("nothing was started and nothing was written");
      expect(refusalText).toContain("SLACK_BOT_TOKEN");
    }
  });

  test("refuses a named desk file of real people on the database of the demo desk", async () => {
    const database = await freshDatabase();
    await apply(database, demoFile);
    expect(await refusal(database, { DESK_FILE: realFile })).toContain("desk.yaml holds the desk");
  });

  test("refuses the database of a real desk, whatever the file holds", async () => {
    const database = await freshDatabase();
    await apply(database, realFile);
    for (const asked of [{}, { PLAYGROUND: "on" }, { DESK_FILE: demoFile }, { DESK_FILE: realFile }])
      expect(await refusal(database, asked)).toMatch(
        /\(DATA_DIR\) holds the desk "Process Support" \(people: \d+, accounts: \d+\) on slack[^]*SLACK_BOT_TOKEN/,
      );
  });

  test("refuses a database whose earlier desk was of real people, because it keeps their tickets", async () => {
    const database = await freshDatabase();
    await apply(database, realFile);
    await apply(database, demoFile);
    for (const file of [{}, { DESK_FILE: demoFile }])
      expect(await refusal(database, file)).toContain("an earlier one with people on slack");
  });

  test.each(["ticket", "card", "outbox", "inbox"] as const)(
    "refuses a database of the demo desk whose only trace of a real person is one row: %s",
    async (kind) => {
      const database = await freshDatabase();
      await apply(database, demoFile);
      await storeDemoTicket(database);
      await (await prepareDesk(envWith({}), database)).apply(Date.now(), silent);
      await database.db.execute(sql.raw(realRows[kind]));
      const received = await refusal(database, {});
      expect(received).toMatch(/\(DATA_DIR\) holds tickets or messages of people on slack, [^]*nothing was started/);
      expect(received).toContain("name an empty folder in DATA_DIR");
      expect((await clockFor(envWith({}), database)).advance.bind(null, 1)).toThrow("only the playground's clock");
    },
  );

  test("does not write over a real desk that another process applies while it starts", async () => {
    const database = await freshDatabase();
    const prepared = await prepareDesk(envWith({}), database);
    await apply(database, realFile);
    await expect(prepared.apply(Date.now(), silent)).rejects.toThrow("on slack");
    expect((await readDesk(database.db))?.version).toBe(1);
  });

  test("opens the demo desk where nothing is configured, and a desk file of playground people", async () => {
    const own = join(dataDir, "own.yaml");
    writeFileSync(own, readFileSync(demoFile, "utf8").replace("desk: Plazo Support", "desk: My own desk"));
    for (const file of [{}, { DESK_FILE: own }]) {
      const database = await freshDatabase();
      const prepared = await prepareDesk(envWith(file), database);
      expect(await prepared.apply(Date.now(), silent)).toBe(true);
    }
  });
});

describe("a start with chat tokens", () => {
  const tokens = { DISCORD_TOKEN: "MTIzNDU2Nzg5MDEy.abcdef.abcdefghijkl" };

  test("refuses a desk of the playground, in force or in a file, and writes nothing", async () => {
    const database = await freshDatabase();
    const expectRefused = async (file: Readonly<Record<string, string>>, where: RegExp): Promise<void> => {
      const before = await readDesk(database.db);
      const starting = prepareDesk(envWith({ ...tokens, ...file }), database);
      await expect(starting).rejects.toThrow(DeskNotUsable);
      await expect(starting).rejects.toThrow(where);
      await expect(starting).rejects.toThrow(/tokens of discord are set[^]*write your people and channels on discord/);
      expect(await readDesk(database.db)).toEqual(before);
    };
    await expectRefused({ DESK_FILE: demoFile }, /^adapters\/playground\/demo-desk\.yaml holds the desk/);
    await apply(database, demoFile);
    await expectRefused({}, /\(DATA_DIR\) holds the desk "Plazo Support"/);
    await expectRefused({ DESK_FILE: demoFile }, /^adapters\/playground\/demo-desk\.yaml holds the desk/);
  });

  test("applies a real desk file to the database of the demo desk", async () => {
    const database = await freshDatabase();
    await apply(database, demoFile);
    const prepared = await prepareDesk(envWith({ ...tokens, DESK_FILE: realFile }), database);
    expect(await prepared.apply(Date.now(), silent)).toBe(true);
  });
});

test("with tokens or without a playground, a real desk starts as before", async () => {
  for (const variables of [{ PLAYGROUND: "off" }, { DISCORD_TOKEN: "MTIzNDU2Nzg5MDEy.abcdef.abcdefghijkl" }]) {
    const database = await freshDatabase();
    const prepared = await prepareDesk(envWith({ DESK_FILE: realFile, ...variables }), database);
    expect(await prepared.apply(Date.now(), silent)).toBe(true);
  }
});

describe("a playground on whose database another process applies a desk of real people", () => {
  test("closes at once and for good: page, API, loops and clock, and says what to do", async () => {
    const address = await freshPostgres();
    const env = envWith({ DATABASE_URL: address });
    const lines: string[] = [];
    const plazo = await startPlazo(
      env,
      createLog(env, (line) => void lines.push(line)),
    );
    const url = `http://127.0.0.1:${plazo.port}`;
    const other = openPostgres(address);
    try {
      const visitor = await visit(url);
      const feed = await visitor.call("/api/live?as=playground:carla");
      expect((await visitor.call("/api/state?as=playground:carla")).status).toBe(200);
      await apply(other, realFile);
      await until("the playground closed", async () => (await fetch(url)).status === 410);

      const page = await fetch(url);
      const shown = await page.text();
      expect(shown).toMatch(/DATABASE_URL holds the desk &quot;Process Support&quot; [^]* on slack/);
      expect(shown).toContain("SLACK_BOT_TOKEN");
      expect(shown).not.toContain("playground-token");
      expect(page.headers.get("content-security-policy")).not.toContain("script-src");
      expect((await visitor.call("/api/state?as=playground:carla")).status).toBe(410);
      expect((await visitor.call("/api/inspect?as=playground:carla&ticket=1001")).status).toBe(410);
      await expect(visitor.post("/api/clock", { forward: 3_600_000 })).rejects.toThrow("410");
      await expect(visitor.say("playground:carla", "playground:acme-support", "/ticket list")).rejects.toThrow("410");
      // The open feed ends, so that the page asks again and shows the reason.
      await feed.body?.pipeTo(new WritableStream());

      const ready = await fetch(`${url}/readyz`);
      expect(ready.status).toBe(503);
      expect(await ready.text()).toContain("Process Support");
      const closed = lines.filter((line) => line.includes('"event":"playground.closed"'));
      expect(closed).toHaveLength(1);
      expect(closed[0]).toContain("SLACK_BOT_TOKEN");

      // The demo desk comes back, and with it the names of those who are gone: the playground stays closed.
      await apply(other, demoFile);
      expect((await fetch(url)).status).toBe(410);
    } finally {
      await other.close();
      await plazo.stop();
    }
  });

  const carla = {
    kind: "person",
    user: "playground:carla",
    name: "Carla",
    channel: "playground:acme-support",
  } as const;
  const event: InboundEvent = {
    kind: "command",
    key: "playground:command:1",
    at: 0,
    by: { user: "playground:carla", name: "Carla" },
    channel: "playground:acme-support",
    name: "ticket",
    text: "list",
  };

  test("stores, shows and moves nothing in the moment before a loop notices", async () => {
    const database = await freshDatabase();
    await apply(database, demoFile);
    const guard = guardPlayground(database.db, envWith({}), silent);
    const core = recordingCore();
    const done: string[] = [];
    const controls = guard.controls({
      dataDir: null,
      webPath: async () => null,
      turnClock: async () => void done.push("turned"),
      inspect: async () => (done.push("inspected"), []),
    });
    const viewer = { locale: "en", timezone: "UTC" } as const;
    await guard.core(core).accept(event);
    await controls.turnClock(1, () => {});
    await controls.inspect(1001, viewer);
    expect([core.accepted.size, done]).toEqual([1, ["turned", "inspected"]]);
    const command = { ...opening(), by: carla, at: monday } as Parameters<typeof execute>[1]["command"];
    const open = () => execute({ database, desk: guard.desk }, { key: null, number: null, command });
    expect((await open()).ok).toBe(true);
    await apply(database, realFile);
    await expect(guard.core(core).accept({ ...event, key: "playground:command:2" })).rejects.toThrow("on slack");
    await expect(controls.turnClock(1, () => {})).rejects.toThrow("on slack");
    await expect(controls.inspect(1001, viewer)).rejects.toThrow("on slack");
    expect(await guard.mayWork()).toBe(false);
    await expect(open()).rejects.toThrow("on slack");
    expect(await database.db.select().from(tickets)).toHaveLength(1);
    expect([core.accepted.size, done]).toEqual([1, ["turned", "inspected"]]);
    expect(controls.closed.aborted).toBe(true);
  });
});

test("a playground closes when a process without this check stores a real person's ticket on its database", async () => {
  const database = await freshDatabase();
  await apply(database, demoFile);
  await storeDemoTicket(database);
  await database.db.execute(sql.raw(realRows.inbox));
  const guard = guardPlayground(database.db, envWith({}), silent);
  expect(await guard.mayWork()).toBe(false);
  expect(String(guard.closed.reason)).toContain("holds tickets or messages of people on slack");
});

test("the command line without tokens uses the true time for a real desk, not a clock that a playground moved", async () => {
  const database = await freshDatabase();
  writeFileSync(join(dataDir, "clock.json"), JSON.stringify({ aheadMs: 31 * 86_400_000 }));
  const isAhead = async (): Promise<boolean> =>
    (await clockFor(envWith({}), database)).now() > Date.now() + 30 * 86_400_000;
  expect(await isAhead()).toBe(true);
  await apply(database, demoFile);
  expect(await isAhead()).toBe(true);
  await apply(database, realFile);
  expect(await isAhead()).toBe(false);
});
