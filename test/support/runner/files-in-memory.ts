import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";

/** A file system of Linux that keeps its files in memory. */
const inMemory = "/dev/shm";
/** More than a whole run writes. Docker gives a container 64 MB, which is too little. */
const neededBytes = 6 * 2 ** 30;
const prefix = "plazo-tests-";

const hasRoom = (): boolean => {
  if (!existsSync(inMemory)) return false;
  const { bavail, bsize } = statfsSync(inMemory);
  return Math.min(bavail * bsize, freemem()) > neededBytes;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user lives as well.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** Deletes what a run that was killed left in memory. */
const removeLeftovers = (): void => {
  for (const name of readdirSync(inMemory))
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length).split("-")[0])))
      rmSync(join(inMemory, name), { recursive: true, force: true });
};

/**
 * Puts the temporary files of a test run into memory, where there is room. Tests create over a hundred databases of
 * hundreds of files each, and a disk takes longer to create and delete them than the tests take to use them.
 */
export default (): (() => void) => {
  if (!hasRoom()) return () => {};
  removeLeftovers();
  const before = process.env["TMPDIR"];
  const folder = mkdtempSync(join(inMemory, `${prefix}${process.pid}-`));
  // The Postgres of the tests may run as another user.
  chmodSync(folder, 0o755);
  process.env["TMPDIR"] = folder;
  return () => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    rmSync(folder, { recursive: true, force: true });
  };
};
