import { beforeEach, expect, test } from "vitest";
import { applyDesk } from "../../src/tickets/execute/apply-desk.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import { replan } from "../../src/commands/desk/replan.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { readEvents } from "../../src/db/event-store.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import { deskOf } from "../../src/desk/desk-of.ts";
import { readDeskFile } from "../../src/desk/read-desk-file.ts";
import type { Severity } from "../../src/sla/severity.ts";
import { historyLine } from "../../src/features/history/history-card.ts";
import { freshDatabase } from "../support/database/database.ts";
import { monday, minutes, wholeCommand, type GivenCommand } from "../support/given.ts";

const file = `
timezone: Europe/Madrid
channels: { triage: slack:C0TRIAGE }
calendars: { office: { timezone: Europe/Madrid, hours: { mon-fri: ["09:00-18:00"] } } }
plans: { standard: { calendar: office } }
people: { luis: { name: Luis, roles: [agent], slack: U0LUIS } }
accounts: { acme: { name: Acme, plan: standard, channels: ["slack:C0ACME"] } }`;

let database: DatabaseHandle;
beforeEach(async () => {
  database = await freshDatabase();
  await apply(file);
});

const apply = async (text: string): Promise<void> => {
  const applied = await applyDesk(database, (current) => readDeskFile(text, current, { part: true }), monday);
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults));
};

const opens = async (severity: Severity): Promise<number> => {
  const by = { kind: "person", user: "slack:U0CARLA", name: "Carla", channel: "slack:C0ACME" } as const;
  const command = { type: "open", by, at: monday, title: "x", description: "", severity, askedIn: by.channel } as const;
  const opened = await execute({ database, desk: createDeskCache(deskOf) }, { key: null, number: null, command });
  if (!opened.ok) throw new Error(opened.refusal.reason);
  return opened.ticket.number;
};

/** A person in the triage channel gives a command, some minutes later. */
const luis = async (number: number, asked: GivenCommand, after: number): Promise<void> => {
  const by = { kind: "person", user: "slack:U0LUIS", name: "Luis", channel: "slack:C0TRIAGE" } as const;
  const command = { ...wholeCommand(asked), by, at: monday + after * minutes };
  const done = await execute({ database, desk: createDeskCache(deskOf) }, { key: null, number, command });
  if (!done.ok) throw new Error(done.refusal.reason);
};

const dueOf = async (number: number): Promise<number | undefined> =>
  (await readTicket(database.db, number))?.sla.clocks[0]?.target.due;

test("an edited desk moves no open target; the preview shows which would move, and --apply moves them", async () => {
  const high = await opens("high");
  await opens("low");
  expect(await replan(database, monday, false)).toEqual([
    "No target moves: all 2 open tickets follow the desk as it is.",
  ]);
  await apply("severities: { high: { firstResponse: PT6H, resolution: P2D } }");
  const before = await dueOf(high);
  const preview = await replan(database, monday + minutes, false);
  expect(preview).toEqual([
    "Times are in Europe/Madrid.",
    `T-${high} (Acme) First answer: due Mon 12 Jan, 14:00 → Mon 12 Jan, 16:00`,
    `T-${high} (Acme) Solution: new target, due Wed 14 Jan, 10:00`,
    "1 of 2 open tickets would change. Put it in force with --apply.",
  ]);
  expect(await dueOf(high)).toBe(before);
  expect(await replan(database, monday + minutes, true)).toEqual([
    ...preview.slice(0, -1),
    "1 of 2 open tickets follow the desk as it is now.",
  ]);
  expect(await dueOf(high)).toBe((before ?? 0) + 120 * minutes);
  expect(await replan(database, monday + minutes, false)).toEqual([
    "No target moves: all 2 open tickets follow the desk as it is.",
  ]);
});

test("every target of every ticket is a line; a paused one moves too, and continues from there", async () => {
  await apply("severities: { high: { nextResponse: PT2H, resolution: P2D }, medium: { resolution: P3D } }");
  const answered = await opens("high");
  const waiting = await opens("medium");
  await opens("low");
  await luis(answered, { type: "reply", text: "We look", alreadyPosted: true }, 5);
  await luis(answered, { type: "promiseUpdate", due: { by: "instant", at: monday + 100 * minutes } }, 5);
  await luis(waiting, { type: "wait" }, 30);
  await apply(
    "severities: { high: { firstResponse: PT6H, nextResponse: PT3H, resolution: P1D }, medium: { firstResponse: PT1H, resolution: P4D } }",
  );
  const lines = [
    "Times are in Europe/Madrid.",
    `T-${answered} (Acme) Solution: due Wed 14 Jan, 10:00 → Tue 13 Jan, 10:00`,
    `T-${waiting} (Acme) First answer: due Mon 12 Jan, 18:00 → Mon 12 Jan, 11:15`,
    `T-${waiting} (Acme) Solution: due Thu 15 Jan, 10:00 → Fri 16 Jan, 10:00`,
  ];
  expect(await replan(database, monday + 60 * minutes, false)).toEqual([
    ...lines,
    "2 of 3 open tickets would change. Put it in force with --apply.",
  ]);
  expect(await replan(database, monday + 60 * minutes, true)).toEqual([
    ...lines,
    "2 of 3 open tickets follow the desk as it is now.",
  ]);
  const after = await readTicket(database.db, waiting);
  expect(after?.sla.clocks.map(({ kind, earlier, end }) => [kind, earlier.length, end])).toEqual([
    ["firstResponse", 1, null],
    ["resolution", 1, null],
  ]);
  // It was paused for an hour.
  const receive = { type: "receiveMessage", text: "Here", wroteAt: monday + 90 * minutes } as const;
  const by = { kind: "person", user: "slack:U0CARLA", name: "Carla", channel: "slack:C0ACME" } as const;
  const command = { ...receive, by, at: receive.wroteAt };
  await execute({ database, desk: createDeskCache(deskOf) }, { key: null, number: waiting, command });
  const resolution = (await readTicket(database.db, waiting))?.sla.clocks.find(({ kind }) => kind === "resolution");
  expect(new Date(resolution?.target.due ?? 0).toISOString()).toBe("2026-01-16T10:00:00.000Z");
});

test("the history says that an admin asked for it", async () => {
  const number = await opens("high");
  await apply("severities: { high: { firstResponse: PT6H } }");
  await replan(database, monday + minutes, true);
  const event = (await readEvents(database.db, number)).find(({ type }) => type === "replanned");
  if (event === undefined) throw new Error("not replanned");
  const desk = await createDeskCache(deskOf).read(database.db);
  const entry = (locale: "en" | "es") => historyLine(event, { desk, viewer: { locale, timezone: "UTC" } });
  expect(entry("en")).toContain("planned the targets again from the current desk, as an admin asked");
  expect(entry("es")).toContain("como pidió un administrador");
});
