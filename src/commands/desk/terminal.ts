import { userInfo } from "node:os";
import { connect } from "../../db/connection/connect.ts";
import { DirectoryInUse } from "../../db/connection/directory-lock.ts";
import type { DatabaseHandle } from "../../db/connection/handle.ts";
import { faultSentence, readEnv, type Env } from "../../env.ts";
import { createLog } from "../../log/log.ts";
import { makePrivateDirectory } from "../../start/private-files.ts";
import { startTrouble } from "../../start/start-trouble.ts";

/** Something the person at the keyboard can put right, a line each; the exit code. */
export const complain = (...lines: readonly string[]): 1 => {
  for (const line of lines) process.stderr.write(`${line}\n`);
  return 1;
};

/** An answer; the exit code. */
export const say = (...lines: readonly string[]): 0 => {
  for (const line of lines) process.stdout.write(`${line}\n`);
  return 0;
};

/**
 * Logs on standard error that a person at the command line was given something, and who: the account of this machine. What it
 * says is not logged.
 */
export const logDisclosure = (env: Env, what: "export" | "transcript", about: object): void => {
  const log = createLog({ ...env, logLevel: "info" }, (line) => void process.stderr.write(line));
  log.info({ what, by: userInfo().username, ...about }, "command.disclosed");
};

/** The database's own trouble as a sentence; a running Plazo keeps the embedded one, which is no fault but must be understood. */
export const plainly = (error: unknown, env: Env): unknown => {
  const trouble = startTrouble(error, env);
  if (trouble === null) return error;
  const why = error instanceof DirectoryInUse ? `${trouble}\n${whileRunning}` : trouble;
  return new Error(why, { cause: error });
};

const whileRunning =
  "The embedded database belongs to one process at a time. Stop Plazo for the moment of this command (its promises are kept" +
  " up when it starts again), or set DATABASE_URL: with Postgres this works while Plazo runs.";

/** Works on the database of the environment, and closes it afterwards. */
export const withDatabase = async (work: (database: DatabaseHandle, env: Env) => Promise<number>): Promise<number> => {
  const reading = readEnv(process.env);
  if (!reading.ok) return complain(...reading.faults.map(faultSentence));
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
