import { afterAll, beforeAll } from "vitest";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { openPostgres } from "../../../src/db/connection/postgres.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { freshEmbedded } from "./embedded-database.ts";
import { prepareEmptying } from "./empty-tables.ts";
import { freshPostgres, socketFolder } from "./real-postgres.ts";

/** `TEST_DATABASE=embedded` makes every test use PGlite unless it names a database. */
const everywhere = process.env["TEST_DATABASE"] === "embedded";
let isEmbedded = everywhere;
let opened: Promise<{ readonly database: DatabaseHandle; readonly empty: () => Promise<unknown> }> | undefined;

/** Makes the tests of a file use PGlite, as a desk without `DATABASE_URL` does. */
export const useEmbedded = (): void => {
  beforeAll(() => void (isEmbedded = true));
  afterAll(() => void (isEmbedded = everywhere));
};

/**
 * A migrated, empty database. A test worker has one, which each call empties, so at most one is in use at a time. It is
 * on the Postgres server of the test run, where a statement takes half of PGlite's time.
 */
export const freshDatabase = async (): Promise<DatabaseHandle> => {
  if (isEmbedded) return freshEmbedded();
  opened ??= openOwn();
  const { database, empty } = await opened;
  await empty();
  return database;
};

/**
 * The same database by the server's Unix socket: a statement takes a third less computing than by TCP. The driver reads
 * the socket's folder from the environment if an address names no host.
 */
const bySocket = (address: string): string => {
  const folder = socketFolder();
  if (folder === null) return address;
  const { port, pathname } = new URL(address);
  Object.assign(process.env, { PGHOST: folder, PGPORT: port, PGUSER: "postgres" });
  return `postgres://${pathname}`;
};

/**
 * One connection runs the statements in their order, as PGlite does. Planning each run of a statement takes half of the
 * server's time here, so Postgres may keep a plan: the tables have few rows, and any plan reads them fast.
 */
const openOwn = async (): NonNullable<typeof opened> => {
  const address = `${bySocket(await freshPostgres())}?plan_cache_mode=auto`;
  const database = openPostgres(address, { ordinary: 1, inbound: 1, pages: 1 });
  const empty = await prepareEmptying((text) => database.db.execute(sql.raw(text)));
  const close = async (): Promise<void> => {
    opened = undefined;
    await database.close();
  };
  return { database: { ...database, close }, empty };
};
