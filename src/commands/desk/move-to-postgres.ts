import { join } from "node:path";
import { connect } from "../../db/connection/connect.ts";
import { copyRows, filledTables } from "../../db/connection/copy-rows.ts";
import { holdsFiles } from "../../db/connection/create-embedded.ts";
import { openPostgres } from "../../db/connection/postgres.ts";
import { faultSentence, readEnv } from "../../env.ts";
import { createLog } from "../../log/log.ts";
import { printProblems, say, type Terminal } from "./print.ts";
import { plainly } from "./terminal.ts";

const howTo =
  "Set DATABASE_URL to the empty Postgres database, and DATA_DIR to the folder of the embedded one. Stop Plazo first.";

/** Copies the embedded database in DATA_DIR to the empty Postgres of DATABASE_URL. The embedded one stays as it is. */
export const moveToPostgres = async (terminal: Terminal): Promise<number> => {
  const reading = readEnv(terminal.env);
  if (!reading.ok) return printProblems(terminal, ...reading.faults.map(faultSentence));
  const { env } = reading;
  if (env.databaseUrl === null) return printProblems(terminal, `DATABASE_URL is not set. ${howTo}`);
  // `connect` would create a database, also in an empty folder.
  if (!holdsFiles(join(env.dataDir, "pglite")))
    return printProblems(terminal, `There is no embedded database in ${env.dataDir}. ${howTo}`);
  const log = createLog({ ...env, logLevel: "silent" });
  const open = (databaseUrl: string | null) =>
    connect({ databaseUrl, dataDir: env.dataDir }, log).catch((error: unknown) => {
      throw plainly(error, { ...env, databaseUrl });
    });
  const { databaseUrl } = env;
  const refuseFilled = (tables: readonly string[]): number =>
    printProblems(
      terminal,
      `The database of DATABASE_URL is not empty (${tables.join(", ")}), so nothing was copied. ${howTo}`,
    );
  // Before the migrations: a database that is refused stays as it is, also one of another program.
  const filled = await filledIn(databaseUrl).catch((error: unknown) => {
    throw plainly(error, env);
  });
  if (filled.length > 0) return refuseFilled(filled);
  const embedded = await open(null);
  try {
    const server = await open(databaseUrl);
    try {
      const copied = await copyRows(embedded, server);
      if (!copied.ok) return refuseFilled(copied.notEmpty);
      const tickets = copied.rows.get("tickets") ?? 0;
      const rows = [...copied.rows.values()].reduce((sum, each) => sum + each, 0);
      return say(
        terminal,
        `Copied ${tickets === 1 ? "1 ticket" : `${tickets} tickets`} (${rows} rows) to the database of DATABASE_URL.`,
        `Start Plazo with DATABASE_URL set. Keep ${env.dataDir} until you have seen that everything is there.`,
      );
    } finally {
      await server.close();
    }
  } finally {
    await embedded.close();
  }
};

/** The tables of a server that hold rows. No migration runs. */
const filledIn = async (url: string): Promise<readonly string[]> => {
  const target = openPostgres(url);
  try {
    return await filledTables(target);
  } finally {
    await target.close();
  }
};
