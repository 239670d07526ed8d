import { randomUUID } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../chat/error-kind.ts";

/** Permissions of users other than the owner. */
const forOthers = 0o077;
/** The mark of a directory in which each user may delete only their own files, such as /tmp. */
const sticky = 0o1000;
const hasPermissions = process.platform !== "win32";

/** Makes new files of this process readable by its own user only. */
export const writeForOwnerOnly = (): void => {
  process.umask(forOthers);
};

/**
 * Writes a file that only this user may read. A file that is there already is replaced by a new one, because another user
 * may own it or have it open.
 */
export const writePrivateFile = (file: string, text: string): void => {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) {
    writeFileSync(file, text);
    return;
  }
  const made = `${file}.${randomUUID()}.new`;
  writeFileSync(made, text, { mode: 0o600, flag: "wx" });
  try {
    renameSync(made, file);
  } catch (error) {
    rmSync(made, { force: true });
    throw error;
  }
};

/** Root's own folder at the top of a new ext4 disk. It is no reason to refuse the disk. */
const madeByFileSystem = "lost+found";

/** Whether other users keep files in this directory: it has the mark of a shared one, or an entry of another user. */
const isShared = (directory: string, { mode, uid }: { readonly mode: number; readonly uid: number }): boolean =>
  (mode & sticky) !== 0 ||
  readdirSync(directory).some((name) => name !== madeByFileSystem && lstatSync(join(directory, name)).uid !== uid);

/**
 * Creates a directory that only its owner may enter, or closes an existing one. Throws a sentence if that is
 * impossible.
 */
export const makePrivateDirectory = (directory: string): void => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!hasPermissions) return;
  const { mode, uid } = statSync(directory);
  if ((mode & forOthers) === 0) return;
  if (uid === process.getuid?.()) {
    if (isShared(directory, { mode, uid }))
      throw new OperatorError(
        `DATA_DIR ${directory} holds files of other users, so Plazo does not close it to them. Name a folder in it that Plazo creates, such as DATA_DIR=${directory.replace(/\/+$/, "")}/plazo.`,
      );
    chmodSync(directory, 0o700);
  }
  if ((statSync(directory).mode & forOthers) === 0) return;
  const how = (mode & 0o777).toString(8);
  throw new OperatorError(
    `DATA_DIR ${directory} is open to other users of this machine (mode ${how}) and cannot be closed, because it belongs to user ${uid} or its disk has no permissions. ` +
      `Run "chown" and "chmod 700" on it, or name a folder in it that Plazo creates, such as DATA_DIR=${directory.replace(/\/+$/, "")}/plazo.`,
  );
};

/** Returns a warning if other users may read the file with the tokens; null if it is private or missing. */
export const openEnvFile = (file = ".env"): string | null => {
  const mode = hasPermissions ? (statSync(file, { throwIfNoEntry: false })?.mode ?? 0) : 0;
  return (mode & forOthers) === 0
    ? null
    : `${file} holds tokens and can be read by other users of this machine: run "chmod 600 ${file}"`;
};
