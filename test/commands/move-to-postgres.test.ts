import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { connect } from "../../src/db/connection/connect.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { applyDesk } from "../../src/tickets/execute/apply-desk.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { monday } from "../support/given.ts";
import { runHere } from "../support/command-line.ts";
import { barePostgres } from "../support/database/real-postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "plazo-move-"));
const dataDir = join(folder, "data");
afterAll(() => rmSync(folder, { recursive: true }));

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const move = async (
  env: Readonly<Record<string, string>>,
): Promise<readonly [code: number | null, out: string, err: string]> => {
  const { code, out, err } = await runHere("desk", ["move-to-postgres"], { folder, env });
  return [code, out, err];
};

const file = `
limits: { tickets: { person: 1000, account: 1000 } }
channels: { triage: slack:C0TRIAGE }
calendars: { always: { open: always } }
plans: { standard: { calendar: always } }
people: { luis: { name: Luis, roles: [agent], slack: U0LUIS } }
accounts: { acme: { name: Acme, plan: standard, channels: ["slack:C0ACME"] } }`;

const by = { kind: "person", user: "slack:U0CARLA", name: "Carla", channel: "slack:C0ACME" } as const;

const opens = async (database: DatabaseHandle, title: string): Promise<number> => {
  const command = {
    type: "open",
    by,
    at: monday,
    title,
    description: 'a quote ", a backslash \\, an emoji 🎫',
    severity: "high",
    askedIn: by.channel,
  } as const;
  const opened = await execute({ database, desk: createDeskCache(deskOf) }, { key: title, number: null, command });
  if (!opened.ok) throw new Error(opened.refusal.reason);
  return opened.ticket.number;
};

/** Every table with all it holds, in an order that does not depend on where a row lies. */
const contentOf = async (database: DatabaseHandle): Promise<Readonly<Record<string, readonly string[]>>> => {
  const tables = await database.rows<{ name: string }>(
    sql`select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const content: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const rows = await database.rows<{ row: string }>(
      sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t`,
    );
    content[name] = rows.map(({ row }) => row).toSorted();
  }
  return content;
};

test("every row of the embedded database moves to an empty Postgres, and ticket numbers continue", async () => {
  const embedded = await connect({ databaseUrl: null, dataDir }, silent);
  const applied = await applyDesk(embedded, (current) => readDeskFile(file, current), monday);
  expect(applied.ok).toBe(true);
  for (const title of ["first", ...Array.from({ length: 2 }, (_, at) => `ticket ${at}`)]) await opens(embedded, title);
  await embedded.rows(
    sql`insert into card_roots (card, channel, message) select id, 'slack:C0ACME', 'm' || id || ' ' || n from cards, generate_series(1, 150) n`,
  );
  await embedded.rows(sql`
    insert into files (channel, message, file, ticket, name, type, bytes, at)
    select 'slack:C0ACME', 'm', 'f' || n, 1001, 'n', 't', decode(repeat('00ff', 600000), 'hex'), now()
    from generate_series(1, 3) n`);
  const before = await contentOf(embedded);
  await embedded.close();

  const url = await barePostgres();
  expect(await move({ DATA_DIR: dataDir, DATABASE_URL: url })).toEqual([
    0,
    expect.stringMatching(/^Copied 3 tickets \(\d+ rows\) to the database of DATABASE_URL\.\nStart Plazo/),
    "",
  ]);

  const server = await connect({ databaseUrl: url, dataDir }, silent);
  try {
    expect(await contentOf(server)).toEqual(before);
    expect(before["card_roots"]?.length).toBeGreaterThan(100);
    expect(await opens(server, "after the move")).toBe(1004);
  } finally {
    await server.close();
  }

  expect(await move({ DATA_DIR: dataDir, DATABASE_URL: url })).toEqual([
    1,
    "",
    expect.stringMatching(/^The database of DATABASE_URL is not empty \(.*tickets.*\), so nothing was copied\. /),
  ]);
});

test("a Postgres with rows of another program is refused and not changed", async () => {
  const url = await barePostgres();
  const server = openPostgres(url);
  try {
    await server.rows(sql`create table invoices as select 1 as id`);
    expect(await move({ DATA_DIR: dataDir, DATABASE_URL: url })).toEqual([
      1,
      "",
      expect.stringMatching(/^The database of DATABASE_URL is not empty \(invoices\), so nothing was copied\. /),
    ]);
    expect(Object.keys(await contentOf(server))).toEqual(["invoices"]);
    expect(await server.rows(sql`select 1 from pg_namespace where nspname = 'drizzle'`)).toEqual([]);
  } finally {
    await server.close();
  }
});

test("a server that does not answer is named without its password", async () => {
  const [code, out, err] = await move({ DATA_DIR: dataDir, DATABASE_URL: "postgres://x:canary-4711@127.0.0.1:1/x" });
  expect([code, out]).toEqual([1, ""]);
  expect(err).toMatch(/127\.0\.0\.1/);
  expect(err).not.toContain("canary-4711");
});

test("the command says what is missing, and creates no database", async () => {
  expect(await move({ DATA_DIR: dataDir })).toEqual([1, "", expect.stringMatching(/^DATABASE_URL is not set\. /)]);
  expect(await move({ DATA_DIR: join(folder, "none"), DATABASE_URL: "postgres://x@127.0.0.1:1/x" })).toEqual([
    1,
    "",
    expect.stringMatching(/^There is no embedded database in \S+none\. /),
  ]);
  const empty = join(folder, "empty");
  mkdirSync(join(empty, "pglite"), { recursive: true });
  expect(await move({ DATA_DIR: empty, DATABASE_URL: "postgres://x@127.0.0.1:1/x" })).toEqual([
    1,
    "",
    expect.stringMatching(/^There is no embedded database in \S+empty\. /),
  ]);
  expect(readdirSync(join(empty, "pglite"))).toEqual([]);
});
