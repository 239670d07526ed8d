import { randomUUID } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import postgres from "postgres";
import { inject } from "vitest";
import { migratePostgres } from "../../../src/db/connection/migrate.ts";
import { freePort } from "../runner/free-port.ts";
import { patience } from "../runner/patience.ts";
import { postgresUser, runTool } from "./postgres-binaries.ts";

/** The address of a new database on a real Postgres server: migrated and empty. */
export const freshPostgres = (): Promise<string> => copyOf("migrated");

/** The same without any table, to run migrations. */
export const barePostgres = (): Promise<string> => copyOf("template0");

const copyOf = async (template: string): Promise<string> => {
  const address = await serverAddress(template === "migrated");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(address, (sql) => sql.unsafe(`create database ${name} template ${template}`));
  return `${address}/${name}`;
};

/** The folder of the server's Unix socket; null on a system without one. Only test workers know it, so it is no constant. */
export const socketFolder = (): string | null =>
  process.platform === "win32" ? null : join(inject("postgresDirectory"), "server");

let lookup: Promise<unknown> = Promise.resolve();

/**
 * The address of the test run's one server. A process asks for one address at a time, because waiting for a lock blocks
 * its event loop.
 */
const serverAddress = (needsTemplate: boolean): Promise<string> => {
  const address = lookup.then(() => lockedAddress(needsTemplate));
  lookup = address.catch(() => {});
  return address;
};

/**
 * The first caller starts the server, and `stop-postgres.ts` ends it. Test files are processes of their own, so an exclusive
 * SQLite transaction makes the others wait.
 */
const lockedAddress = async (needsTemplate: boolean): Promise<string> => {
  const directory = inject("postgresDirectory");
  const turn = new DatabaseSync(join(directory, "turn.sqlite"), { timeout: patience });
  try {
    turn.exec("begin exclusive");
    const portFile = join(directory, "port");
    if (!existsSync(portFile)) writeFileSync(portFile, String(await start(join(directory, "server"))));
    const address = `postgres://postgres@127.0.0.1:${readFileSync(portFile, "utf8")}`;
    const templateFile = join(directory, "has-template");
    if (needsTemplate && !existsSync(templateFile)) {
      await asAdmin(address, (sql) => sql.unsafe("drop database if exists migrated"));
      await asAdmin(address, (sql) => sql.unsafe("create database migrated"));
      await migratePostgres(`${address}/migrated`);
      writeFileSync(templateFile, "");
    }
    return address;
  } finally {
    turn.close();
  }
};

/** Creates and starts a server on a free port, for speed and without safety against power cuts. */
const start = async (directory: string): Promise<number> => {
  const port = await freePort();
  mkdirSync(directory, { mode: 0o700 });
  if (postgresUser.uid !== undefined && postgresUser.gid !== undefined)
    chownSync(directory, postgresUser.uid, postgresUser.gid);
  await runTool("initdb", [
    "-D",
    join(directory, "data"),
    "-U",
    "postgres",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale=C",
    "--no-sync",
  ]);
  const options = [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    `-c unix_socket_directories='${socketFolder() === null ? "" : directory}'`,
    "-c fsync=off",
    "-c synchronous_commit=off",
    "-c full_page_writes=off",
    "-c max_connections=300",
  ];
  await runTool("pg_ctl", [
    "start",
    "-w",
    "-D",
    join(directory, "data"),
    "-l",
    join(directory, "log"),
    "-o",
    options.join(" "),
  ]);
  return port;
};

const asAdmin = async (address: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> => {
  const sql = postgres(`${address}/postgres`, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
};
