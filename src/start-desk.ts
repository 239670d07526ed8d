import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { applyDesk } from "./app/apply-desk.ts";
import type { Log } from "./chat/port.ts";
import { readDeskVersion } from "./db/desk-store.ts";
import type { Handle } from "./db/handle.ts";
import { deskFaultSentence } from "./desk/desk-fault.ts";
import { readDeskFile } from "./desk/read-desk-file.ts";
import type { Instant } from "./domain/refs.ts";
import { isPlaygroundAlone, type Env } from "./env.ts";

const usualFile = "desk.yaml";
const demoFile = join(import.meta.dirname, "../adapters/playground/demo-desk.yaml");

/** Something in the desk's settings that a person must put right before it can start; the message says what, a line each. */
export class DeskNotUsable extends Error {}

/** Which file to apply: the one named, else `desk.yaml` where there is one, else the demo desk for a playground by itself. */
const fileFor = (env: Env): string | null => {
  if (env.deskFile !== null) return env.deskFile;
  if (existsSync(usualFile)) return usualFile;
  return isPlaygroundAlone(env) ? demoFile : null;
};

/** Applies the desk file at start. Rejects with every fault of it, or where there is neither a file nor a desk from before. */
export const applyDeskAtStart = async (env: Env, database: Handle, now: Instant, log: Log): Promise<void> => {
  const file = fileFor(env);
  if (file === null) {
    if ((await readDeskVersion(database.db)) === 0)
      throw new DeskNotUsable(
        `There is no desk yet: write ${usualFile} (the README shows one), or name a desk file in DESK_FILE.`,
      );
    return;
  }
  const text = readText(file);
  const applied = await applyDesk(database, (current) => readDeskFile(text, current), now);
  if (!applied.ok)
    throw new DeskNotUsable(
      [`${file} cannot be applied:`, ...applied.faults.map((fault) => `  ${deskFaultSentence(fault)}`)].join("\n"),
    );
  log.info({ file, version: applied.version, changed: applied.changed }, "desk file applied");
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
