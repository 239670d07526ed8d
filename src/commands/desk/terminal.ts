import { connect } from "../../db/connection/connect.ts";
import { DirectoryInUse } from "../../db/connection/directory-lock.ts";
import type { DatabaseHandle } from "../../db/connection/handle.ts";
import { faultSentence, readEnv, type Env } from "../../env.ts";
import { createLog } from "../../log/log.ts";
import { makePrivateDirectory } from "../../start/private-files.ts";
import { startTrouble } from "../../start/start-trouble.ts";
import { operatorName } from "./operator-name.ts";
import { printProblems, type Terminal } from "./print.ts";

/**
 * Logs on standard error that a person read data at the command line, with the name of their account on this machine.
 * The data is not logged.
 */
export const logDisclosure = (
  terminal: Terminal,
  env: Env,
  what: "export" | "report" | "transcript",
  about: object,
): void => {
  const log = createLog({ ...env, logLevel: "info" }, (line) => void terminal.err.write(line));
  log.info({ what, by: operatorName(), ...about }, "command.disclosed");
};

/**
 * Turns a database error into a sentence. It also explains why a running Plazo keeps the embedded database to itself.
 */
export const plainly = (error: unknown, env: Env): unknown => {
  const trouble = startTrouble(error, env);
  if (trouble === null) return error;
  const why = error instanceof DirectoryInUse ? `${trouble}\n${whileRunning}` : trouble;
  return new Error(why, { cause: error });
};

const whileRunning =
  "Only one process at a time can use the embedded database. Stop Plazo while this command runs (it catches up on reminders" +
  " when it starts again), or set DATABASE_URL: with Postgres this works while Plazo runs.";

/** Runs `work` on the database of the environment, and closes it afterwards. */
export const withDatabase = async (
  terminal: Terminal,
  work: (database: DatabaseHandle, env: Env) => Promise<number>,
): Promise<number> => {
  const reading = readEnv(terminal.env);
  if (!reading.ok) return printProblems(terminal, ...reading.faults.map(faultSentence));
  const { env } = reading;
  if (env.databaseUrl === null) makePrivateDirectory(env.dataDir);
  const database = await connect(env, createLog({ ...env, logLevel: "silent" })).catch((error: unknown) => {
    throw plainly(error, env);
  });
  try {
    return await work(database, env);
  } finally {
    await database.close();
  }
};
