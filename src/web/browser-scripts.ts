import { readFileSync, readdirSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/**
 * Reads the TypeScript files of a folder and makes them JavaScript for browsers, by file name. A thread does it and ends:
 * Node's parser of types takes 12 MB, and the thread that used it keeps them.
 */
export const browserScripts = (folder: string): Promise<ReadonlyMap<string, string>> =>
  new Promise((resolve, reject) => {
    // The thread does not inherit this process's Node options, such as an env file.
    const worker = new Worker(new URL(import.meta.url), { workerData: folder, execArgv: [], env: {} });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the scripts of the pages were not read")));
  });

const readFolder = (folder: string): ReadonlyMap<string, string> => {
  // Node warns that the function is experimental, although this very file runs by it.
  process.emitWarning = () => undefined;
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return new Map(names.map((name) => [name, stripTypeScriptTypes(readFileSync(join(folder, name), "utf8"))]));
};

if (!isMainThread && typeof workerData === "string") parentPort?.postMessage(readFolder(workerData));
