import { existsSync } from "node:fs";
import { join } from "node:path";
import { readContacts } from "../../db/access/contact-store.ts";
import type { AddedContact } from "../../tickets/contact.ts";
import { readDesk } from "../../db/desk-store.ts";
import { lockDirectory } from "../../db/connection/directory-lock.ts";
import type { DatabaseHandle } from "../../db/connection/handle.ts";
import { openEmbedded } from "../../db/connection/open-embedded.ts";
import { openPostgres } from "../../db/connection/postgres.ts";
import { startTrouble } from "../../start/start-trouble.ts";
import { faultSentence, readEnv, type Env } from "../../env.ts";
import type { Terminal } from "./print.ts";

/**
 * The document in force (null: none was ever applied) with what earlier ones named and with the contacts whom the staff
 * added, or why it cannot be read.
 */
export type InForce =
  | { readonly document: unknown; readonly former: unknown; readonly contacts: readonly AddedContact[] }
  | { readonly unread: string };

/** Postgres' code for a missing table: Plazo was never started on this database. */
const UNDEFINED_TABLE = "42P01";

const isNew = (error: unknown): boolean =>
  error instanceof Error && (("code" in error && error.code === UNDEFINED_TABLE) || isNew(error.cause));

const none: InForce = { document: null, former: null, contacts: [] };

const documentIn = async ({ db, close }: DatabaseHandle): Promise<InForce> => {
  try {
    const stored = await readDesk(db);
    return { document: stored?.document ?? null, former: stored?.former ?? null, contacts: await readContacts(db) };
  } catch (error) {
    if (isNew(error)) return none;
    throw error;
  } finally {
    await close();
  }
};

const inDirectory = async (directory: string): Promise<InForce> => {
  const dataDir = join(directory, "pglite");
  if (!existsSync(dataDir)) return none;
  const lock = lockDirectory(directory);
  try {
    return await documentIn(await openEmbedded(dataDir));
  } finally {
    lock.release();
  }
};

const onServer = (url: string): Promise<InForce> => documentIn(openPostgres(url));

const inDatabase = (env: Env): Promise<InForce> =>
  env.databaseUrl === null ? inDirectory(env.dataDir) : onServer(env.databaseUrl);

/** Returns the desk to which a file would be applied. It creates, migrates and repairs nothing. */
export const deskInForce = async (terminal: Terminal): Promise<InForce> => {
  const reading = readEnv(terminal.env);
  if (!reading.ok) return { unread: reading.faults.map(faultSentence).join(" ") };
  try {
    return await inDatabase(reading.env);
  } catch (error) {
    const trouble = startTrouble(error, reading.env);
    return { unread: trouble ?? (error instanceof Error ? error.message : String(error)) };
  }
};
