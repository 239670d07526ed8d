import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { connect } from "../../src/db/connection/connect.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import { createLog } from "../../src/log/log.ts";
import { applyDesk } from "../../src/tickets/execute/apply-desk.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { linkTickets } from "../../src/tickets/execute/link-tickets.ts";
import { rehearse } from "../../src/tickets/execute/rehearsal/rehearse.ts";
import { runHere, type Printed } from "../support/command-line.ts";
import { freshDatabase } from "../support/database/database.ts";
import { contentsOf } from "../support/database/contents.ts";
import { barePostgres } from "../support/database/real-postgres.ts";
import { wholeCommand, type GivenCommand } from "../support/given.ts";

const folder = mkdtempSync(join(tmpdir(), "plazo-rehearse-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (firstResponse: string, quiet = ""): string => `channels: { triage: slack:C0TRIAGE }
timezone: Europe/Madrid
calendars: { always: { open: always } }
plans: { gold: { calendar: always, targets: { high: { firstResponse: ${firstResponse} }, low: { firstResponse: P1D } } } }
people:
  luis: { name: Luis, roles: [agent], slack: U0LUIS }
  ana: { name: Ana, roles: [manager], slack: U0ANA${quiet} }
accounts:
  acme: { name: Acme, plan: gold, manager: ana, channels: ["slack:C0ACME"], contacts: ["slack:U0CARLA"] }
`;

const carla = { kind: "person", user: "slack:U0CARLA", name: "Carla", channel: "slack:C0ACME" } as const;
const luis = { kind: "person", user: "slack:U0LUIS", name: "Luis", channel: "slack:C0TRIAGE" } as const;
const minute = 60_000;

/** A desk whose tickets were opened some days ago, and answered after so many minutes each. */
const lived = async (database: DatabaseHandle, now: number, answers: readonly number[]): Promise<readonly number[]> => {
  const applied = await applyDesk(database, (current) => readDeskFile(file("PT4H"), current), now - 1e10);
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults));
  const deps = { database, desk: createDeskCache(deskOf) };
  const give = async (number: number | null, by: typeof carla | typeof luis, what: GivenCommand, at: number) => {
    const done = await execute(deps, { key: null, number, command: { ...wholeCommand(what), by, at } });
    if (!done.ok) throw new Error(done.refusal.reason);
    return done.ticket.number;
  };
  const numbers: number[] = [];
  for (const [index, after] of answers.entries()) {
    const at = now - (20 - index) * 86_400_000;
    const open = { type: "open", title: "x", description: "", severity: "high", askedIn: carla.channel } as never;
    const number = await give(null, carla, open, at);
    await give(number, luis, { type: "reply", text: "Hello", alreadyPosted: true }, at + after * minute);
    numbers.push(number);
  }
  return numbers;
};

const log = createLog({ logLevel: "silent" } as never);

describe.each(["Postgres", "the embedded database"] as const)("on %s", (where) => {
  const settings = async (): Promise<{ readonly DATA_DIR: string; readonly DATABASE_URL?: string }> => {
    const DATA_DIR = mkdtempSync(join(folder, "data-"));
    return where === "Postgres" ? { DATA_DIR, DATABASE_URL: await barePostgres() } : { DATA_DIR };
  };
  const open = (env: Awaited<ReturnType<typeof settings>>): Promise<DatabaseHandle> =>
    connect({ databaseUrl: env.DATABASE_URL ?? null, dataDir: env.DATA_DIR }, log);

  test("it tells which tickets flip, prints what it assumes, and writes nothing", async () => {
    const env = await settings();
    const database = await open(env);
    const [flips] = await lived(database, Date.now(), [90, 30]);
    const before = await contentsOf(database);
    await database.close();
    const desk = (...args: readonly string[]): Promise<Printed> => runHere("desk", args, { folder, env });
    writeFileSync(join(folder, "draft.yaml"), file("PT1H", ', quiet: "00:00-23:59"'));
    const { code, out, err } = await desk("rehearse", "draft.yaml", "--since", "P30D");
    expect([code, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    expect(lines[0]).toMatch(/^draft\.yaml on 2 tickets opened from /);
    expect(lines).toEqual(
      expect.arrayContaining([
        "All clocks: met 2 → 1, breached 0 → 1, cancelled 0 → 0, running 0 → 0.",
        "  Acme, high, First answer: met 2 → 1, breached 0 → 1",
        "1 clock would have another outcome:",
        expect.stringMatching(new RegExp(`^  T-${flips} \\(Acme, high\\) First answer 1: met → breached, due .* → `)),
        "This rehearsal assumes:",
        "Nothing was written.",
      ]),
    );
    const json = JSON.parse(
      (await desk("rehearse", "draft.yaml", "--format", "json", "--since", "P30D")).out,
    ) as object;
    expect(json).toMatchObject({
      tickets: 2,
      unreadable: [],
      flipped: 1,
      flips: [
        { ticket: flips, clock: "firstResponse", cycle: 1, before: { outcome: "met" }, after: { outcome: "breached" } },
      ],
      reminders: { byPerson: expect.arrayContaining([expect.objectContaining({ person: "ana" })]) as unknown },
    });
    expect(JSON.parse((await desk("rehearse", "draft.yaml", "--format", "json", "--since", "PT1H")).out)).toMatchObject(
      {
        tickets: 0,
      },
    );
    // The desk in force changes nothing.
    writeFileSync(join(folder, "same.yaml"), file("PT4H"));
    expect((await desk("rehearse", "same.yaml")).out).toContain("\nNo account has other outcomes at any severity.\n");
    const after = await open(env);
    expect(await contentsOf(after)).toEqual(before);
    await after.close();
  });
});

test("a bad draft has the findings of check, and options that are wrong are named", async () => {
  const env = { DATA_DIR: join(folder, "none") };
  const desk = (...args: readonly string[]): Promise<Printed> => runHere("desk", args, { folder, env });
  writeFileSync(join(folder, "bad.yaml"), "locale: fr\nchannel: x\n");
  const checked = await desk("check", "bad.yaml");
  expect(checked.code).toBe(1);
  expect(await desk("rehearse", "bad.yaml")).toEqual(checked);
  writeFileSync(join(folder, "good.yaml"), file("PT1H"));
  expect(await desk("rehearse", "good.yaml", "--since", "yesterday")).toEqual({
    code: 1,
    out: "",
    err: '--since is "yesterday": expected a length of time such as P90D, or a moment such as 2026-09-01T00:00:00Z.\n',
  });
  expect(await desk("rehearse", "good.yaml", "--format", "pdf")).toMatchObject({
    code: 1,
    err: '--format is "pdf": expected one of text, json.\n',
  });
  expect((await desk("rehearse")).err).toContain("rehearse FILE [--since P90D]");
  expect((await desk("check", "good.yaml", "--since", "P1D")).code).toBe(1);
  expect((await desk("rehearse", "good.yaml", "--apply")).code).toBe(1);
});

test("a damaged event leaves out its ticket, and those that it was merged into; pages and progress reach every other; a signal ends it", async () => {
  const database = await freshDatabase();
  const now = Date.now();
  const numbers = await lived(
    database,
    now,
    Array.from({ length: 12 }, () => 90),
  );
  const deps = { database, desk: createDeskCache(deskOf) };
  const [merged = 0, into = 0, damaged = 0, whole = 0, other = 0, third = 0] = numbers;
  for (const [number, to] of [
    [merged, into],
    [other, whole],
    [whole, third],
  ] as const)
    expect(await linkTickets(deps, { key: `${number}`, how: "merge", number, to, by: luis, at: now - minute })).toEqual(
      {
        ok: true,
      },
    );
  for (const [number, type] of [
    [merged, "replied"],
    [damaged, "opened"],
  ] as const)
    await database.rows(
      sql`update events set body = body || '{"v":99}'::jsonb where ticket = ${number} and type = ${type}`,
    );
  const desk = deskOf(readDocument(file("PT1H")), 0);
  const progress: number[] = [];
  const request = { desk, zone: "UTC", since: now - 30 * 86_400_000, until: now, coverage: { before: [], after: [] } };
  const rehearsal = await rehearse(database.db, request, {
    onProgress: ({ done, of }) => progress.push(done, of),
    perPage: 5,
  });
  expect(rehearsal).toMatchObject({ tickets: 9, unreadable: [merged, into, damaged], flipped: 9 });
  expect(progress).toEqual([5, 12, 10, 12, 12, 12]);
  const ending = new AbortController();
  const ended = rehearse(database.db, request, {
    perPage: 5,
    signal: ending.signal,
    onProgress: ({ done }) => {
      progress.push(done);
      ending.abort(new Error("enough"));
    },
  });
  await expect(ended).rejects.toThrow("enough");
  expect(progress.slice(6)).toEqual([5]);
});

const readDocument = (text: string): unknown => {
  const reading = readDeskFile(text);
  if (!reading.ok) throw new Error("a bad draft");
  return reading.document;
};
