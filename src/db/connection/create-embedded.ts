import { fork } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { migratePglite } from "./migrate.ts";
import { openPglite } from "./pglite.ts";

/** Whether there is anything in this folder, even where it is no whole database. */
export const holdsFiles = (directory: string): boolean => existsSync(directory) && readdirSync(directory).length > 0;

/** What the process that creates the files tells of its failure. */
interface Failure {
  readonly message: string;
  readonly code?: string;
}

/** Runs a process that creates the files, and ends it where this one ends. */
const createElsewhere = async (directory: string): Promise<void> => {
  // What this process was started with (a debugger, a file of settings) is not for that one.
  const child = fork(import.meta.filename, [directory], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const end = (): void => void child.kill("SIGKILL");
  process.once("exit", end);
  try {
    await new Promise<void>((resolve, reject) => {
      let failure: Error = new Error("the files of the embedded database were not created");
      child.once("error", reject);
      child.on("message", ({ message, code }: Failure) => {
        failure = Object.assign(new Error(message), code === undefined ? {} : { code });
      });
      // "close" comes after the last message.
      child.once("close", (code) => (code === 0 ? resolve() : reject(failure)));
    });
  } finally {
    process.off("exit", end);
  }
};

/**
 * Creates the files of an embedded database where there are none, with all its tables. A process of its own does it: creating
 * them takes some 600 MB, of which a thread would leave a third to this process. Rejects where they cannot be written.
 */
export const createEmbedded = async (directory: string): Promise<void> => {
  // A start that was killed while it created the files left them there, and nothing was written to them.
  for (const name of readdirSync(dirname(directory)))
    if (name.startsWith(`${basename(directory)}.new`))
      rmSync(join(dirname(directory), name), { recursive: true, force: true, maxRetries: 5 });
  if (holdsFiles(directory)) return;
  // The process that such a start left behind may still write for a moment: never to the same folder.
  const unfinished = `${directory}.new-${process.pid}`;
  await createElsewhere(unfinished);
  // Only complete files come to their place, so that files which lack something are damaged and never replaced.
  rmSync(directory, { recursive: true, force: true });
  renameSync(unfinished, directory);
};

const tell = (failure: Failure): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(failure, () => resolve());
  });

if (import.meta.main) {
  // The process that started this one decides what a signal means, and this one does not outlive it.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
  process.on("disconnect", () => process.exit(1));
  try {
    const { client, close } = await openPglite({ dataDir: process.argv[2] ?? "" });
    await migratePglite(client);
    await close();
  } catch (error) {
    const code =
      error instanceof Error && "code" in error && typeof error.code === "string" ? { code: error.code } : {};
    await tell({ message: error instanceof Error ? error.message : String(error), ...code });
    process.exit(1);
  }
  process.exit(0);
}
