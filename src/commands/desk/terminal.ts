import { connect } from "../../db/connect.ts";
import type { Handle } from "../../db/handle.ts";
import { faultSentence, readEnv, type Env } from "../../env.ts";
import { createLog } from "../../log.ts";
import { makePrivateDirectory } from "../../private-files.ts";

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

/** Works on the database of the environment, and closes it afterwards. */
export const withDatabase = async (work: (database: Handle, env: Env) => Promise<number>): Promise<number> => {
  const reading = readEnv(process.env);
  if (!reading.ok) return complain(...reading.faults.map(faultSentence));
  if (reading.env.databaseUrl === null) makePrivateDirectory(reading.env.dataDir);
  const database = await connect(reading.env, createLog({ ...reading.env, logLevel: "silent" }));
  try {
    return await work(database, reading.env);
  } finally {
    await database.close();
  }
};
