import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { runTool } from "./postgres-binaries.ts";

declare module "vitest" {
  export interface ProvidedContext {
    postgresDirectory: string;
  }
}

/** Gives a test run the directory for its Postgres, and stops that server at the end, if it was started. */
export default (project: TestProject): (() => Promise<void>) => {
  const directory = mkdtempSync(join(tmpdir(), "plazo-postgres-"));
  chmodSync(directory, 0o755);
  project.provide("postgresDirectory", directory);
  return async () => {
    const data = join(directory, "server", "data");
    if (existsSync(join(data, "postmaster.pid")))
      await runTool("pg_ctl", ["stop", "-w", "-m", "immediate", "-D", data]);
    rmSync(directory, { recursive: true, force: true });
  };
};
