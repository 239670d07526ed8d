import { chmodSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { OperatorError } from "../chat/error-kind.ts";

/** Permissions of users other than the owner. */
const forOthers = 0o077;
const hasPermissions = process.platform !== "win32";

/** Makes new files of this process readable by its own user only. */
export const writeForOwnerOnly = (): void => {
  process.umask(forOthers);
};

/** Writes a file that only its owner may read, also if it existed before. */
export const writePrivateFile = (file: string, text: string): void => {
  writeFileSync(file, text, { mode: 0o600 });
  if (hasPermissions) chmodSync(file, 0o600);
};

/**
 * Creates a directory that only its owner may enter, or closes an existing one. Throws a sentence if that is
 * impossible.
 */
export const makePrivateDirectory = (directory: string): void => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!hasPermissions) return;
  const { mode, uid } = statSync(directory);
  if ((mode & forOthers) === 0) return;
  if (uid === process.getuid?.()) chmodSync(directory, 0o700);
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
