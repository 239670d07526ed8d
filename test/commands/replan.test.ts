import { afterEach, beforeEach, expect, test } from "vitest";
import { applyDesk } from "../../src/app/apply-desk.ts";
import { createDeskCache } from "../../src/app/desk-cache.ts";
import { handle } from "../../src/app/handle.ts";
import { replan } from "../../src/commands/desk/replan.ts";
import type { Handle } from "../../src/db/handle.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import type { Severity } from "../../src/domain/severity.ts";
import { freshDatabase } from "../support/database.ts";
import { monday, minutes } from "../support/given.ts";

const file = `
timezone: Europe/Madrid
channels: { triage: slack:C0TRIAGE }
calendars: { office: { timezone: Europe/Madrid, hours: { mon-fri: ["09:00-18:00"] } } }
plans: { standard: { calendar: office } }
accounts: { acme: { name: Acme, plan: standard, channels: ["slack:C0ACME"] } }`;

let database: Handle;
beforeEach(async () => {
  database = await freshDatabase();
  await apply(file);
});
afterEach(() => database.close());

const apply = async (text: string): Promise<void> => {
  const applied = await applyDesk(database, (current) => readDeskFile(text, current), monday);
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults));
};

const opens = async (severity: Severity): Promise<number> => {
  const by = { kind: "person", user: "slack:U0CARLA", name: "Carla", channel: "slack:C0ACME" } as const;
  const command = { type: "open", by, at: monday, title: "x", description: "", severity, askedIn: by.channel } as const;
  const opened = await handle({ database, desk: createDeskCache(deskOf) }, { key: null, number: null, command });
  if (!opened.ok) throw new Error(opened.refusal.reason);
  return opened.ticket.number;
};

const dueOf = async (number: number): Promise<number | undefined> =>
  (await readTicket(database.db, number))?.clocks[0]?.promise.due;

test("an edited desk moves no open promise; a preview says which would move; --apply moves them", async () => {
  const high = await opens("high");
  await opens("low");
  expect(await replan(database, monday, false)).toEqual([
    "No open promise moves: all 2 open tickets follow the desk as it is.",
  ]);
  await apply("severities: { high: { firstResponse: PT6H, resolution: P2D } }");
  const before = await dueOf(high);
  const preview = await replan(database, monday + minutes, false);
  expect(preview).toEqual([
    "Times are in Europe/Madrid.",
    `T-${high} (Acme) First answer: due Mon 12 Jan, 14:00 → Mon 12 Jan, 16:00`,
    `T-${high} (Acme) Solution: newly promised, due Wed 14 Jan, 10:00`,
    "1 of 2 open tickets would change. Put it in force with --apply.",
  ]);
  expect(await dueOf(high)).toBe(before);
  expect(await replan(database, monday + minutes, true)).toEqual([
    ...preview.slice(0, -1),
    "1 of 2 open tickets follow the desk as it is now.",
  ]);
  expect(await dueOf(high)).toBe((before ?? 0) + 120 * minutes);
  expect(await replan(database, monday + minutes, false)).toEqual([
    "No open promise moves: all 2 open tickets follow the desk as it is.",
  ]);
});
