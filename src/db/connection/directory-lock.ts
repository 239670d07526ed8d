import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { OperatorError } from "../../chat/error-kind.ts";

/** The directory is ours until `release`, or until this process ends in whatever way. */
export interface DirectoryLock {
  release(): void;
}

/** A running process has the database; the message says which, and what to do. */
export class DirectoryInUse extends OperatorError {}

/**
 * Takes a directory for this process alone, or throws an Error that names the holder. PGlite has no such lock of its own
 * and silently loses rows to a second process. The lock is an exclusive SQLite transaction, so the kernel frees it when
 * its holder dies, and a living holder is never robbed.
 */
export const lockDirectory = (directory: string): DirectoryLock => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const holderFile = join(directory, "holder.json");
  const lock = new DatabaseSync(join(directory, "lock.sqlite"), { timeout: 0 });
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    const sentence = `The database in ${directory} is in use by ${holderIn(holderFile)}. Stop it first, or use another DATA_DIR.`;
    throw new DirectoryInUse(sentence, { cause: error });
  }
  // Beside the lock and not in it: nobody can read what is locked exclusively.
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() }));
  return {
    release: () => {
      if (!lock.isOpen) return;
      rmSync(holderFile, { force: true });
      lock.close();
    },
  };
};

/** SQLite's code for "somebody else holds the lock". */
const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;

const holderIn = (file: string): string => {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as { pid: number; host: string; since: string };
    return `process ${holder.pid} on ${holder.host} since ${holder.since}`;
  } catch {
    return "another process";
  }
};
