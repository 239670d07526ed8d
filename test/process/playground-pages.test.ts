import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { readEnv } from "../../src/env.ts";
import { startPlazo } from "../../src/start/plazo.ts";
import { applyDesk } from "../../src/tickets/execute/apply-desk.ts";
import { silent } from "../adapters/playground/open-playground.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { until } from "../support/until.ts";

/** How the pages of the web desk and the client area answer. */
const statuses = (url: string, headers = {}): Promise<readonly number[]> =>
  Promise.all(
    ["/desk", "/desk/tickets/1001", "/sign-in", "/area"].map(async (path) => {
      const answer = await fetch(`${url}${path}`, { headers });
      await answer.text();
      return answer.status;
    }),
  );

test("the web desk of a playground answers this machine alone, and closes with the playground", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "plazo-playground-"));
  const databaseUrl = await freshPostgres();
  const reading = readEnv({ DATA_DIR: dataDir, PORT: "0", DATABASE_URL: databaseUrl });
  if (!reading.ok) throw new Error("the environment is wrong");
  const plazo = await startPlazo(reading.env, silent);
  const other = openPostgres(databaseUrl);
  const url = `http://127.0.0.1:${plazo.port}`;
  try {
    expect(await statuses(url)).toEqual([200, 200, 200, 200]);
    expect(await statuses(url, { "x-forwarded-for": "203.0.113.7" })).toEqual([403, 403, 403, 403]);
    const real = readFileSync("test/process/desk.yaml", "utf8");
    await applyDesk(other, (current, former) => readDeskFile(real, current, { former }), Date.now());
    await until("the playground closed", async () => (await fetch(url)).status === 410);
    expect(await statuses(url)).toEqual([410, 410, 410, 410]);
  } finally {
    await other.close();
    await plazo.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
