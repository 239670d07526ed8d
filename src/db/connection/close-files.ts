import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Takes from other users what they may do with the files of a directory. PGlite unpacks a new database with permissions of its
 * own, whatever the process asks for; a copy of it would keep them.
 */
export const closeFiles = (directory: string): void => {
  if (process.platform === "win32") return;
  for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    const path = join(directory, name);
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o077) !== 0) chmodSync(path, mode & 0o700);
  }
};
