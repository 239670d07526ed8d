import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Removes the permissions of other users from the files of a directory. PGlite ignores the umask when it creates a
 * database, and a copy would keep the open permissions.
 */
export const closeFiles = (directory: string): void => {
  if (process.platform === "win32") return;
  for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    const path = join(directory, name);
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o077) !== 0) chmodSync(path, mode & 0o700);
  }
};
