import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

/** Whether there is anything in this folder, even where it is no whole database. */
export const holdsFiles = (directory: string): boolean => existsSync(directory) && readdirSync(directory).length > 0;

/**
 * Creates the files of an embedded database where there are none. A thread of its own does it: creating them takes some
 * 400 MB, which the process gives back to the system when the thread ends. Rejects where the files cannot be written.
 */
export const createEmbedded = async (directory: string): Promise<void> => {
  const unfinished = `${directory}.new`;
  // A start that was killed while it created the files left them here, and nothing was written to them.
  rmSync(unfinished, { recursive: true, force: true });
  if (holdsFiles(directory)) return;
  const worker = new Worker(new URL(import.meta.url), { workerData: { createEmbedded: unfinished } });
  await new Promise<void>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`PGlite ended with ${code}`))));
  });
  // Only complete files come to their place, so that files which lack something are damaged and never replaced.
  rmSync(directory, { recursive: true, force: true });
  renameSync(unfinished, directory);
};

const asked: unknown = workerData;
if (!isMainThread && typeof asked === "object" && asked !== null && "createEmbedded" in asked) {
  const client = await PGlite.create(String(asked.createEmbedded));
  await client.close();
}
