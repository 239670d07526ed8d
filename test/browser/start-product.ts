import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { patience } from "../support/runner/patience.ts";
import { freePort } from "../support/runner/free-port.ts";
import { ownProcess } from "../support/own-process.ts";

/** The product as `npm start` runs it, in a data directory of its own. */
export interface Product {
  readonly url: string;
  readonly dataDir: string;
  /** Ends it as an operator would, and forgets its data unless told to keep them. */
  stop(keep?: "keep"): Promise<void>;
}

/**
 * Starts the product without any token, so that it opens the playground. `at` is where the desk's clock begins;
 * the past is not possible. Without `databaseUrl` it uses the embedded database, which takes more computing than Postgres. Rejects with what the process printed where it does not become ready.
 */
export const startProduct = async ({
  at,
  dataDir: kept,
  databaseUrl = "",
}: { readonly at?: Date; readonly dataDir?: string; readonly databaseUrl?: string } = {}): Promise<Product> => {
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), "plazo-product-"));
  mkdirSync(dataDir, { recursive: true });
  if (at !== undefined) {
    const aheadMs = Math.max(0, Math.round(at.getTime() - Date.now()));
    writeFileSync(join(dataDir, "clock.json"), JSON.stringify({ aheadMs }));
  }
  const port = await freePort();
  const child = spawn(process.execPath, ["src/main.ts"], {
    env: {
      ...ownProcess,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (printed += text.toString()));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const isReady = (): Promise<boolean> =>
    fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
  const deadline = Date.now() + patience;
  while (!(await isReady())) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`The product did not become ready:\n${printed}`);
    }
    await pause(50);
  }
  return {
    url,
    dataDir,
    async stop(keep) {
      child.kill("SIGTERM");
      await ended;
      if (keep === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** The next Monday morning, when the calendars of both demo accounts are open. */
export const nextMonday = (): Date => {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7));
  day.setUTCHours(9, 5, 0, 0);
  return day;
};
