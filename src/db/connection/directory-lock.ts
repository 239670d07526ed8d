import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { OperatorError } from "../../chat/error-kind.ts";

/** This process owns the directory until `release`, or until the process ends. */
export interface DirectoryLock {
  release(): void;
}

/** Another running process uses the database. The message names it and says what to do. */
export class DirectoryInUse extends OperatorError {}

/**
 * Locks a directory for this process, or throws an error that names the holder. PGlite has no such lock and silently
 * loses rows to a second process. The lock is an exclusive SQLite transaction: the kernel frees it when the holder
 * dies, and a live holder keeps it.
 */
export const lockDirectory = (directory: string): DirectoryLock => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const holderFile = join(directory, "holder.json");
  const lock = new DatabaseSync(join(directory, "lock.sqlite"), { timeout: 0 });
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (isDamaged(error))
      throw new OperatorError(
        `The file ${join(directory, "lock.sqlite")} is damaged. It holds no data: make sure that no other Plazo uses ${directory}, delete this file, and start again.`,
        { cause: error },
      );
    if (!isBusy(error)) throw error;
    const sentence = `The database in ${directory} is in use by ${holderIn(holderFile)}. Stop it first, or use another DATA_DIR.`;
    throw new DirectoryInUse(sentence, { cause: error });
  }
  // The holder's name is in its own file, because an exclusively locked database cannot be read.
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() }));
  return {
    release: () => {
      if (!lock.isOpen) return;
      rmSync(holderFile, { force: true });
      lock.close();
    },
  };
};

/** SQLite's code for a lock that another process holds. */
const SQLITE_BUSY = 5;

/** SQLite's codes for a file that is damaged, or no database. */
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

const hasCode = (error: unknown, ...codes: readonly number[]): boolean =>
  error instanceof Error && "errcode" in error && codes.includes(Number(error.errcode));

const isBusy = (error: unknown): boolean => hasCode(error, SQLITE_BUSY);
const isDamaged = (error: unknown): boolean => hasCode(error, SQLITE_CORRUPT, SQLITE_NOTADB);

const holderIn = (file: string): string => {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as { pid: number; host: string; since: string };
    return `process ${holder.pid} on ${holder.host} since ${holder.since}`;
  } catch {
    return "another process";
  }
};
