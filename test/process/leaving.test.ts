import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { readEvents } from "../../src/db/event-store.ts";
import { openPostgres } from "../../src/db/connection/postgres.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { monday, minutes } from "../support/given.ts";
import { barePostgres } from "../support/database/real-postgres.ts";
import { endAll, startDesk } from "./desk-process.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plazo-leaving-"));
});
afterEach(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

const names = { luis: "Luis Gil", marta: "Marta Sole" };

/** A desk file with these people and accounts. */
const fileWith = (people: readonly (keyof typeof names)[], accounts: readonly string[]): string => {
  const file = join(folder, `${[...people, ...accounts].join("-")}.yaml`);
  const persons = people.map((key) => `${key}: { name: ${names[key]}, roles: [agent], playground: ${key} }`);
  const companies = accounts.map(
    (key) => `${key}: { name: Company ${key}, plan: basic, channels: ["playground:${key}"] }`,
  );
  writeFileSync(
    file,
    [
      "calendars: { always: { open: always } }",
      "plans: { basic: { calendar: always } }",
      'channels: { triage: "playground:triage" }',
      `people: { ana: { name: Ana, roles: [manager], playground: ana }, ${persons.join(", ")} }`,
      `accounts: { ${companies.join(", ")} }`,
    ].join("\n"),
  );
  return file;
};

test("apply lists what removed people and accounts still own, and Plazo offers it after apply and after a start", async () => {
  const url = await barePostgres();
  const settings = { DATABASE_URL: url, DATA_DIR: folder };
  const applies = async (file: string): Promise<string> => {
    const applied = startDesk(settings, [process.execPath, "src/commands/desk.ts", "apply", file]);
    expect((await applied.ended).code).toBe(0);
    return applied.printed();
  };
  expect(await applies(fileWith(["luis", "marta"], ["acme", "beta"]))).toMatch(/is in force as version 1\.\n$/);

  const database = openPostgres(url);
  const deps = { database, desk: createDeskCache(deskOf) };
  const opens = async (account: string, agent: keyof typeof names): Promise<void> => {
    const customer = {
      kind: "person",
      user: "playground:cora",
      name: "Cora",
      channel: `playground:${account}`,
    } as const;
    const subject = { title: "x", description: "", severity: "high", askedIn: customer.channel } as const;
    const open = { type: "open", by: customer, at: monday, ...subject } as const;
    const opened = await execute(deps, { key: null, number: null, command: open });
    if (!opened.ok) throw new Error(opened.refusal.reason);
    const { number } = opened.ticket;
    const by = { kind: "person", user: `playground:${agent}`, name: agent, channel: "playground:triage" } as const;
    const claimed = await execute(deps, { key: null, number, command: { type: "claim", by, at: monday + minutes } });
    if (!claimed.ok) throw new Error(claimed.refusal.reason);
  };
  await opens("acme", "luis");
  await opens("beta", "marta");
  const whoLeft = async (number: number): Promise<readonly string[]> =>
    (await readEvents(database.db, number)).flatMap((event) => (event.type === "assigneeLeft" ? [event.person] : []));

  const printed = await applies(fileWith(["marta"], ["acme"]));
  expect(printed).toContain("  people.luis: Luis Gil (agent) loses every right\n");
  expect(printed).toContain("Open tickets of people and accounts that left are flagged and offered in triage:\n");
  expect(printed).toContain("  Luis Gil still has 1 open ticket: T-1001\n");
  expect(printed).toContain("  Company beta still has 1 open ticket: T-1002; they stay for the staff");
  expect([await whoLeft(1001), await whoLeft(1002)]).toEqual([["luis"], []]);

  const desk = startDesk({ ...settings, DESK_FILE: fileWith([], ["acme"]), PLAYGROUND: "on" });
  await desk.ready();
  // A count by section: a key of an account may name a customer.
  expect(desk.printed()).toMatch(
    /"removed":\{"people":1\},[^\n]*"desk\.removed"|"desk\.removed"[^\n]*"removed":\{"people":1\}/,
  );
  expect(desk.printed()).not.toContain("people.marta");
  expect(desk.printed()).toContain("desk.tickets-offered");
  expect([await whoLeft(1001), await whoLeft(1002)]).toEqual([["luis"], ["marta"]]);
  await desk.end("SIGTERM");
  await database.close();
});
