import { chmodSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { OperatorError } from "../chat/error-kind.ts";

/** Permissions that people other than the owner have. */
const forOthers = 0o077;
const hasPermissions = process.platform !== "win32";

/** What this process writes from now on is for its own user alone. */
export const writeForOwnerOnly = (): void => {
  process.umask(forOthers);
};

/** Writes a file that only its owner may read, also where it was there before. */
export const writePrivateFile = (file: string, text: string): void => {
  writeFileSync(file, text, { mode: 0o600 });
  if (hasPermissions) chmodSync(file, 0o600);
};

/** Makes a directory that only its owner may enter, or closes one that is ours. Throws a sentence where it cannot be closed. */
export const makePrivateDirectory = (directory: string): void => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!hasPermissions) return;
  const { mode, uid } = statSync(directory);
  if ((mode & forOthers) === 0) return;
  if (uid === process.getuid?.()) chmodSync(directory, 0o700);
  if ((statSync(directory).mode & forOthers) === 0) return;
  const how = (mode & 0o777).toString(8);
  throw new OperatorError(
    `DATA_DIR ${directory} is open to other users of this machine (mode ${how}) and cannot be closed, since it belongs to user ${uid} or its disk knows no permissions. ` +
      `Run "chown" and "chmod 700" on it, or name a folder in it that Plazo makes itself, such as DATA_DIR=${directory.replace(/\/+$/, "")}/plazo.`,
  );
};

/** A warning where others may read the file that holds the tokens; null where it is private or not there. */
export const openEnvFile = (file = ".env"): string | null => {
  const mode = hasPermissions ? (statSync(file, { throwIfNoEntry: false })?.mode ?? 0) : 0;
  return (mode & forOthers) === 0
    ? null
    : `${file} holds tokens and can be read by other users of this machine: run "chmod 600 ${file}"`;
};
