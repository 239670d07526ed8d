import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { applyDesk } from "../../src/tickets/execute/apply-desk.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { monday } from "../support/given.ts";
import { runHere } from "../support/command-line.ts";
import { freshPostgres } from "../support/database/real-postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "plazo-transcript-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a transcript at the command line is logged with the user and the ticket, and without its text", async () => {
  const url = await freshPostgres();
  const database = openPostgres(url);
  const file = 'channels: { triage: "slack:C0TRIAGE" }';
  await applyDesk(database, (current) => readDeskFile(file, current), monday);
  const by = { kind: "person", user: "slack:U0CARLA", name: "Carla", channel: "slack:C0ACME" } as const;
  const words = { title: "canary title", description: "canary words", severity: "high", askedIn: by.channel } as const;
  const command = { type: "open", by, at: monday, ...words } as const;
  expect((await execute({ database, desk: createDeskCache(deskOf) }, { key: null, number: null, command })).ok).toBe(
    true,
  );
  await database.close();

  const { code, out, err } = await runHere("desk", ["transcript", "T-1001"], { folder, env: { DATABASE_URL: url } });
  expect([code, out]).toEqual([0, expect.stringMatching(/canary title[^]*canary words/)]);
  const line: unknown = JSON.parse(err);
  expect(line).toMatchObject({ what: "transcript", by: userInfo().username, ticket: 1001 });
  expect(err).not.toMatch(/canary|Carla|U0CARLA/);
});
