import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { OperatorError } from "../chat/error-kind.ts";

/** The most bytes of a file that an operator names, far above a real desk file. */
export const largestFile = 8 * 1024 * 1024;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : String(error);

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "this user may not read it",
  EISDIR: "it is not a regular file",
};

/** Opens without waiting: a pipe that no process writes to would never open. */
const openWithoutWaiting = (file: string): number => {
  try {
    return openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw unreadable(file, reasons[codeOf(error)] ?? codeOf(error), error);
  }
};

const unreadable = (file: string, why: string, cause?: unknown): OperatorError =>
  new OperatorError(`${file} cannot be read: ${why}.`, { cause });

/**
 * Returns the text of a file that an operator named. Throws a sentence if it cannot be read, is too large, or is no
 * regular file: a device or a pipe may never end.
 */
export const readTextFile = (file: string): string => {
  const fd = openWithoutWaiting(file);
  try {
    if (!fstatSync(fd).isFile()) throw unreadable(file, "it is not a regular file");
    const chunks: Buffer[] = [];
    let size = 0;
    for (;;) {
      const chunk = Buffer.alloc(64 * 1024);
      const read = readSync(fd, chunk);
      if (read === 0) return Buffer.concat(chunks).toString("utf8");
      size += read;
      // The size that the file system states can be wrong, so the bytes are counted.
      if (size > largestFile) throw unreadable(file, `it is larger than ${largestFile / 1024 / 1024} MB`);
      chunks.push(chunk.subarray(0, read));
    }
  } catch (error) {
    throw error instanceof OperatorError ? error : unreadable(file, reasons[codeOf(error)] ?? codeOf(error), error);
  } finally {
    closeSync(fd);
  }
};
