import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyDesk } from "../../src/tickets/execute/apply-desk.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { readEnv } from "../../src/env.ts";
import { createLog } from "../../src/log/log.ts";
import { startPlazo } from "../../src/start/plazo.ts";
import { openOne } from "../bench/seed-tickets.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { until } from "../support/until.ts";

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "plazo-attention-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Ana and Eva are on no platform, and no platform has the triage channel. */
const file = `
calendars: { always: { open: always } }
plans: { basic: { calendar: always } }
channels: { triage: "playground:nowhere" }
people: { ana: { name: Ana, roles: [manager] }, eva: { name: Eva, roles: [head] } }
accounts: { acme: { name: Acme, plan: basic, manager: ana, contacts: ["playground:a1"] } }
`;

test("/readyz of a running desk names the reminder that reached no recipient", async () => {
  const address = await freshPostgres();
  const database = openPostgres(address);
  const now = Date.now();
  await applyDesk(database, (current) => readDeskFile(file, current), now);
  const ticket = await openOne({ database, desk: createDeskCache(deskOf) }, 1, "high", now - 3 * 3_600_000);
  await database.close();
  const deskFile = join(dataDir, "desk.yaml");
  writeFileSync(deskFile, file);
  const reading = readEnv({
    DATABASE_URL: address,
    DATA_DIR: dataDir,
    DESK_FILE: deskFile,
    PORT: "0",
    PLAYGROUND: "off",
  });
  if (!reading.ok) throw new Error(reading.faults.map(({ expected }) => expected).join());
  const plazo = await startPlazo(
    reading.env,
    createLog(reading.env, () => {}),
  );
  try {
    const ready = async (): Promise<string> => (await fetch(`http://127.0.0.1:${plazo.port}/readyz`)).text();
    const posted = await until("a reminder reached no recipient", async () => {
      const { attention } = JSON.parse(await ready()) as { readonly attention: readonly string[] };
      return attention.length === 0 ? null : attention;
    });
    expect(posted).toEqual([
      expect.stringMatching(new RegExp(`^T-${ticket}: the firstResponse reminder at 50 % reached no recipient \\(20`)),
    ]);
  } finally {
    await plazo.stop();
  }
});
