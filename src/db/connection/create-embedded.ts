import { fork } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { migratePglite } from "./migrate.ts";
import { openPglite } from "./pglite.ts";

/** Returns whether a folder holds any file, even an incomplete database. */
export const holdsFiles = (directory: string): boolean => existsSync(directory) && readdirSync(directory).length > 0;

/** The failure that the creating process reports. */
interface Failure {
  readonly message: string;
  readonly code?: string;
}

/** Runs a child process that creates the files. The child is killed if this process ends. */
const createElsewhere = async (directory: string): Promise<void> => {
  // The child does not inherit this process's Node options, such as a debugger or an env file.
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
 * Creates the files of an embedded database with all its tables, unless there are any. A child process does it, because
 * it takes about 600 MB; a thread would leave a third of that to this process. Rejects if the files cannot be written.
 */
export const createEmbedded = async (directory: string): Promise<void> => {
  // Removes the incomplete files of a start that was killed.
  for (const name of readdirSync(dirname(directory)))
    if (name.startsWith(`${basename(directory)}.new`))
      rmSync(join(dirname(directory), name), { recursive: true, force: true, maxRetries: 5 });
  if (holdsFiles(directory)) return;
  // A child left behind by such a start may still write for a moment, so each start uses its own folder.
  const unfinished = `${directory}.new-${process.pid}`;
  await createElsewhere(unfinished);
  // The folder is renamed only when it is complete. So incomplete files at `directory` always mean damage and are never
  // replaced.
  rmSync(directory, { recursive: true, force: true });
  renameSync(unfinished, directory);
};

const tell = (failure: Failure): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(failure, () => resolve());
  });

if (import.meta.main) {
  // The parent process handles the signals. This process ends with its parent.
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
