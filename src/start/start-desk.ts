import type { Instant } from "../sla/instant.ts";
import { platforms } from "../../adapters/index.ts";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { applyDesk } from "../tickets/execute/apply-desk.ts";
import { OperatorError } from "../chat/error-kind.ts";
import type { Log } from "../chat/port.ts";
import { readDesk, type StoredDesk } from "../db/desk-store.ts";
import type { DatabaseHandle } from "../db/connection/handle.ts";
import { deskFaultSentence } from "../desk/desk-fault.ts";
import { deskOf } from "../desk/desk-of.ts";
import { listed } from "../desk/checks/listed.ts";
import { realPlatforms } from "../desk/checks/only-playground.ts";
import { readDeskFile, type DeskReading } from "../desk/read-desk-file.ts";
import type { Desk } from "../desk/desk.ts";

import { isPlaygroundAlone, type Env } from "../env.ts";

/** The variables that switch on a platform of real people. */
const chatVariables = platforms
  .filter(({ kind }) => kind === "chat")
  .map(({ switchedOnBy }) => switchedOnBy)
  .join(", ");

const usualFile = "desk.yaml";
const demoFile = join(import.meta.dirname, "../../adapters/playground/demo-desk.yaml");

/** The desk's settings must be corrected before it can start. The message says how, a line each. */
export class DeskNotUsable extends OperatorError {}

/** A desk that may start. Nothing was written yet. */
export interface PreparedDesk {
  /** Applies the desk file, if there is one. Resolves with whether that changed anything. */
  apply(now: Instant, log: Log): Promise<boolean>;
}

/** The file to apply: DESK_FILE, else `desk.yaml` if it exists. */
const fileFor = (env: Env): string | null => env.deskFile ?? (existsSync(usualFile) ? usualFile : null);

/**
 * Reads the desk file and the desk in force, and writes nothing. Rejects with every fault of the file, if there is
 * neither a file nor a desk, and if a playground would open a desk of real people.
 */
export const prepareDesk = async (env: Env, database: DatabaseHandle): Promise<PreparedDesk> => {
  const stored = await readDesk(database.db);
  const alone = isPlaygroundAlone(env);
  if (env.playground && stored !== null) refuseRealDesk(deskOf(stored.document, stored.version), whereIs(env));
  const file = fileFor(env);
  if (file !== null) return preparedFrom(file, stored, database, alone && env.deskFile === null);
  if (stored !== null) return { apply: async () => false };
  if (alone) return preparedFrom(demoFile, stored, database, false);
  throw new DeskNotUsable(
    `There is no desk yet: write ${usualFile} (docs/desk-file.md shows one), or name a desk file in DESK_FILE.`,
  );
};

const preparedFrom = (
  file: string,
  stored: StoredDesk | null,
  database: DatabaseHandle,
  isFound: boolean,
): PreparedDesk => {
  const text = readText(file);
  const read = (current: unknown, former: unknown): DeskReading => readDeskFile(text, current, { former });
  const reading = read(stored?.document ?? null, stored?.former ?? null);
  if (!reading.ok) throw new DeskNotUsable(faultLines(file, reading));
  // A file named in DESK_FILE is intended. On a desk with real people, `desk.yaml` that was merely found is refused.
  if (isFound) refuseRealDesk(deskOf(reading.document, 0), file);
  return {
    apply: async (now, log) => {
      const applied = await applyDesk(database, read, now);
      if (!applied.ok) throw new DeskNotUsable(faultLines(file, applied));
      log.info({ file, version: applied.version, changed: applied.changed }, "desk.applied");
      const { paths } = applied.reading.removed;
      if (paths.length > 0) log.warn({ file, removed: paths }, "desk.removed");
      return applied.changed;
    },
  };
};

const faultLines = (file: string, { faults }: Extract<DeskReading, { ok: false }>): string =>
  [`${file} cannot be applied:`, ...faults.map((fault) => `  ${deskFaultSentence(fault)}`)].join("\n");

const whereIs = (env: Env): string =>
  env.databaseUrl === null ? `The database in ${env.dataDir} (DATA_DIR)` : "The database of DATABASE_URL";

/**
 * Refuses to open a desk of real people in the playground, where every visitor may act as everyone and move the clock.
 */
const refuseRealDesk = (desk: Desk, where: string): void => {
  const real = realPlatforms(desk);
  if (real.length === 0) return;
  const [people, accounts] = [Object.keys(desk.people).length, Object.keys(desk.accounts).length];
  throw new DeskNotUsable(
    [
      `${where} holds the desk "${desk.name}" (people: ${people}, accounts: ${accounts}) on ${listed(real)}, and no token is set.`,
      "The playground would let everybody act as these people and turn their clock, so nothing was started and nothing was written.",
      `  To run this desk: set its tokens in the environment or in .env, in the folder in which you start (${chatVariables}).`,
      "  To try the playground: name an empty folder in DATA_DIR, leave DATABASE_URL empty, and start where there is no desk.yaml.",
    ].join("\n"),
  );
};

const readText = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new DeskNotUsable(
      `DESK_FILE ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
};
