import { fork } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { migratePglite } from "./migrate.ts";
import { openPglite } from "./pglite.ts";
import { preparedFile, readPrepared, unpackPrepared } from "./prepared.ts";

/** Returns whether a folder holds any file, even an incomplete database. */
export const holdsFiles = (directory: string): boolean => existsSync(directory) && readdirSync(directory).length > 0;

/** The failure that the creating process reports. */
interface Failure {
  readonly message: string;
  readonly code?: string;
}

/**
 * V8 compiles each function of PGlite once, and only when it is called. A process that makes one database and ends would lose
 * by faster code: it takes a quarter less computing so.
 */
const compileOnce = ["--liftoff-only", "--wasm-lazy-compilation"];

/** Runs a child process that creates the files. The child is killed if this process ends. */
const createElsewhere = async (directory: string): Promise<void> => {
  // The child does not inherit this process's Node options, such as a debugger or an env file.
  const child = fork(import.meta.filename, [directory], {
    execArgv: compileOnce,
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

/** Where the files came from: they existed, were copied from the prepared database, or were made by a child process. */
export type Creation = "kept" | "copied" | "made";

/**
 * Creates the files of an embedded database with all its tables, unless there are any. It copies the prepared database, if
 * the installation left one for this version. Otherwise a child process makes the files, because that takes about 600 MB; a
 * thread would leave a third of that to this process. Rejects if the files cannot be written.
 */
export const createEmbedded = async (directory: string, prepared = preparedFile()): Promise<Creation> => {
  // Removes the incomplete files of a start that was killed.
  for (const name of readdirSync(dirname(directory)))
    if (name.startsWith(`${basename(directory)}.new-`) && /\.new-\d+$/.test(name))
      rmSync(join(dirname(directory), name), { recursive: true, force: true, maxRetries: 5 });
  if (holdsFiles(directory)) return "kept";
  // A child left behind by such a start may still write for a moment, so each start uses its own folder.
  const unfinished = `${directory}.new-${process.pid}`;
  const files = readPrepared(prepared);
  await (files === null ? createElsewhere(unfinished) : unpackPrepared(files, unfinished));
  // The folder is renamed only when it is complete. So incomplete files at `directory` always mean damage and are never
  // replaced.
  rmSync(directory, { recursive: true, force: true });
  renameSync(unfinished, directory);
  return files === null ? "made" : "copied";
};

/** Makes the files of an embedded database in a folder that is not there yet, with all its tables. */
export const makeEmbedded = async (directory: string): Promise<void> => {
  const { client, close } = await openPglite({ dataDir: directory });
  await migratePglite(client);
  // Only `create database` reads these, which Plazo never does. Without them a database has half as many files to copy.
  for (const name of ["template0", "template1"]) {
    await client.exec(`alter database ${name} is_template false`);
    await client.exec(`drop database ${name}`);
  }
  await close();
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
    await makeEmbedded(process.argv[2] ?? "");
  } catch (error) {
    const code =
      error instanceof Error && "code" in error && typeof error.code === "string" ? { code: error.code } : {};
    await tell({ message: error instanceof Error ? error.message : String(error), ...code });
    process.exit(1);
  }
  process.exit(0);
}
