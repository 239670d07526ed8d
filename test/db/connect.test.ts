import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Log } from "../../src/chat/port.ts";
import postgres from "postgres";
import { connect } from "../../src/db/connection/connect.ts";
import type { FoundDatabase } from "../../src/db/connection/found-database.ts";
import { readDesk, writeDesk } from "../../src/db/desk-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { barePostgres } from "../support/database/real-postgres.ts";

const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const dataDir = mkdtempSync(join(tmpdir(), "plazo-connect-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

test("a stored value survives a restart, and only one process may open the directory", async () => {
  const settings = { databaseUrl: null, dataDir };
  const first = await connect(settings, quiet);
  await writeDesk(first.db, { desk: "Ours" }, 1_700_000_000_123);
  await expect(connect(settings, quiet)).rejects.toThrow(`in use by process ${process.pid}`);
  await first.close();
  await first.close();
  const second = await connect(settings, quiet);
  expect(await readDesk(second.db)).toEqual({ version: 1, document: { desk: "Ours" }, former: null });
  await second.close();
});

test("the same code runs on a Postgres server, which ends a statement that takes too long", async () => {
  const handle = await connect({ databaseUrl: await barePostgres(), dataDir: "/nowhere" }, quiet);
  expect(await writeDesk(handle.db, { desk: "Ours" }, 1_700_000_000_123)).toBe(1);
  expect(await readDesk(handle.db)).toEqual({ version: 1, document: { desk: "Ours" }, former: null });
  expect(await handle.rows(sql`show statement_timeout`)).toMatchObject([{ statement_timeout: "15s" }]);
  await handle.close();
});

test("what a database holds is known before anything is written, and a throw leaves it as it was", async () => {
  const url = await barePostgres();
  const settings = { databaseUrl: url, dataDir: "/nowhere" };
  const found: FoundDatabase[] = [];
  const refuse = (each: FoundDatabase): void => {
    found.push(each);
    throw new Error("refused");
  };
  const other = postgres(url, { max: 1, onnotice: () => {} });
  const tables = async (): Promise<number | undefined> => {
    const [row] = await other<{ n: number }[]>`select count(*)::int as n from pg_tables
      where schemaname in ('public', 'drizzle')`;
    return row?.n;
  };
  await expect(connect(settings, quiet, refuse)).rejects.toThrow("refused");
  expect(await tables()).toBe(0);
  await other`create table orders (id int)`;
  await expect(connect(settings, quiet, refuse)).rejects.toThrow("refused");
  expect(await tables()).toBe(1);
  await other`create role narrow login password 'narrow'`;
  const narrow = Object.assign(new URL(url), { username: "narrow", password: "narrow" }).href;
  await expect(connect({ ...settings, databaseUrl: narrow }, quiet, refuse)).rejects.toThrow("refused");
  const handle = await connect(settings, quiet);
  await writeDesk(handle.db, { desk: "Ours" }, 1_700_000_000_123);
  await handle.close();
  await expect(connect(settings, quiet, refuse)).rejects.toThrow("refused");
  await expect(connect({ ...settings, databaseUrl: narrow }, quiet, refuse)).rejects.toThrow("SQLSTATE 42501");
  await other`drop role narrow`;
  await other.end();
  expect(found).toMatchObject([
    { holds: "nothing", desk: null },
    { holds: "other", desk: null },
    { holds: "other", desk: null },
    { holds: "plazo", desk: { document: { desk: "Ours" } } },
  ]);
});

test("an unreachable server is an immediate error that does not show its password", async () => {
  const connecting = connect({ databaseUrl: "postgres://plazo:canary@127.0.0.1:1/plazo", dataDir }, quiet);
  await expect(connecting).rejects.toThrow("127.0.0.1:1");
  await expect(connecting).rejects.not.toThrow("canary");
});

test("a damaged database names the copy to restore and how, and opens once the copy is back", async () => {
  const folder = mkdtempSync(join(tmpdir(), "plazo-damaged-"));
  const settings = { databaseUrl: null, dataDir: join(folder, "data") };
  const pglite = join(settings.dataDir, "pglite");
  const first = await connect(settings, quiet);
  await writeDesk(first.db, { desk: "Ours" }, 1_700_000_000_123);
  await first.close();
  cpSync(pglite, join(folder, "backup"), { recursive: true });
  const cutControl = (): void => truncateSync(join(pglite, "global/pg_control"), 100);
  const zeroLog = (): void => {
    const wal = join(pglite, "pg_wal");
    for (const name of readdirSync(wal))
      if (statSync(join(wal, name)).isFile())
        writeFileSync(join(wal, name), Buffer.alloc(statSync(join(wal, name)).size));
  };
  for (const damage of [cutControl, zeroLog]) {
    damage();
    await expect(connect(settings, quiet)).rejects.toThrow(
      /is damaged[^]*mv [^]*cp -a BACKUP\/pglite[^]*docs\/operations\.md/,
    );
    rmSync(pglite, { recursive: true });
    cpSync(join(folder, "backup"), pglite, { recursive: true });
  }
  const last = await connect(settings, quiet);
  expect(await readDesk(last.db)).toEqual({ version: 1, document: { desk: "Ours" }, former: null });
  await last.close();
  rmSync(folder, { recursive: true });
});
