import { existsSync } from "node:fs";
import { join } from "node:path";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

/**
 * Creates the files of an embedded database where there are none. A thread of its own does it: creating them takes some
 * 400 MB, which the process gives back to the system when the thread ends. Rejects where the files cannot be written.
 */
export const createEmbedded = async (directory: string): Promise<void> => {
  if (existsSync(join(directory, "PG_VERSION"))) return;
  const worker = new Worker(new URL(import.meta.url), { workerData: { createEmbedded: directory } });
  await new Promise<void>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`PGlite ended with ${code}`))));
  });
};

const asked: unknown = workerData;
if (!isMainThread && typeof asked === "object" && asked !== null && "createEmbedded" in asked) {
  const client = await PGlite.create(String(asked.createEmbedded));
  await client.close();
}
