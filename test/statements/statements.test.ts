import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readAttainment, readBreaches } from "../../src/db/outcomes/report-queries.ts";
import { writeOutcomes } from "../../src/db/outcomes/outcome-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import {
  listStatements,
  readContent,
  readSentences,
  readStatementLog,
  readStatementRow,
} from "../../src/db/statements/statement-store.ts";
import { clockTotals } from "../../src/reports/statement-figures.ts";
import { allClockKinds, isForCustomer } from "../../src/sla/clock-kinds.ts";
import { breachCauses } from "../../src/sla/clock.ts";
import { severities } from "../../src/sla/severity.ts";
import { sha256 } from "../../src/statements/frozen.ts";
import type { Desk } from "../../src/desk/desk.ts";
import {
  draftStatement,
  readStatement,
  saveSentences,
  sendStatement,
  type ShownDraft,
} from "../../src/statements/statements.ts";
import type { ClockOutcome } from "../../src/tickets/clocks/outcomes.ts";
import { promisingDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld("http", promisingDesk);
  await world.opens();
});
afterAll(() => world.stop());

const hour = 3_600_000;
const from = Date.parse("2025-10-01T00:00:00+02:00");
const to = Date.parse("2025-11-01T00:00:00+01:00");
const october = { from, to };
const later = to + hour;
const ana = { by: "ana", at: later };

const outcome: ClockOutcome = {
  ticket: 1001,
  clock: "firstResponse",
  cycle: 1,
  kind: "problem",
  account: "acme",
  area: null,
  plan: "premium",
  manager: "ana",
  severity: "high",
  intake: "slack",
  assignee: null,
  startedAt: from + hour,
  dueAt: from + 2 * hour,
  endedAt: from + 3 * hour,
  outcome: "breached",
  target: hour,
  used: 2 * hour,
  waited: 0,
  cause: "unassigned",
};
const met = { ...outcome, outcome: "met", cause: null } as const;

const stored = async (outcomes: readonly ClockOutcome[]): Promise<void> => {
  const { db } = world.database;
  await db.execute(sql`delete from clock_outcomes`);
  await db.transaction((tx) =>
    writeOutcomes(
      tx,
      outcomes.map((each) => ({ ticket: each.ticket, clock: each.clock, cycle: each.cycle, outcome: each })),
    ),
  );
};

beforeEach(async () => {
  await world.database.db.execute(sql`truncate statements, statement_sentences, statement_log, statement_notices`);
  await stored([]);
});

const goals = { firstResponse: 0.5 };
const desk: Desk = {
  ...promisingDesk,
  plans: Object.fromEntries(
    Object.entries(promisingDesk.plans).map(([key, plan]) => [key, { ...plan, attainment: goals }]),
  ),
};

const shown = async (id: number, its = desk) => {
  const row = await readStatementRow(world.database.db, id);
  if (row === null) throw new Error("there is no such statement");
  return readStatement(world.database.db, row, its, later);
};
const draftOf = async (id: number): Promise<ShownDraft> => {
  const found = await shown(id);
  if (found.is !== "draft") throw new Error(`the statement is ${found.is}`);
  return found;
};
const newDraft = async (account = "acme"): Promise<number> =>
  (await draftStatement(world.database.db, { account, period: october, at: later, by: "ana" })).draft.id;
const send = async (id: number, { mark = "", at = later }: { readonly mark?: string; readonly at?: number } = {}) =>
  sendStatement(
    world.database.db,
    { id, desk, mark: mark === "" ? (((await shown(id)) as Partial<ShownDraft>).mark ?? "") : mark },
    { by: "ana", at },
  );
const explained = async (id: number, text = "The line was down; we added a second one."): Promise<void> => {
  const { content } = await draftOf(id);
  await saveSentences(
    world.database.db,
    id,
    content.figures.missed.map((each) => ({ ...each, text })),
    ana,
  );
};

test("statement and report of a period never disagree, and the sum of the parts is the whole", async () => {
  const some = fc.record({
    clock: fc.constantFrom(...allClockKinds),
    kind: fc.constantFrom("problem" as const, "consulting" as const),
    account: fc.constantFrom("acme", "northwind", null),
    severity: fc.constantFrom(...severities),
    due: fc.integer({ min: -3, max: 750 }),
    late: fc.integer({ min: 0, max: 9 }),
    waited: fc.integer({ min: 0, max: 5 }),
    how: fc.constantFrom("met" as const, "breached" as const, "cancelled" as const),
    cause: fc.constantFrom(...breachCauses),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(some, { maxLength: 40 }), async (given) => {
      const rows = given.map(({ due, late, how, cause, waited, ...each }, index): ClockOutcome => ({
        ...outcome,
        ...each,
        cycle: index + 1,
        outcome: how,
        dueAt: from + due * hour,
        startedAt: from + (due - 1) * hour,
        endedAt: from + (due + late) * hour,
        used: (1 + late) * hour,
        waited: each.clock === "resolution" ? waited * hour : 0,
        cause: how === "breached" ? cause : null,
      }));
      await stored(rows);
      const { figures } = (await draftOf(await newDraft())).content;
      const filter = { ...october, only: { account: "acme" } };
      const report = (await readAttainment(world.database.db, filter, ["kind", "severity", "clock"])).filter(
        ({ clock }) => isForCustomer(clock),
      );
      const counts = ({ clock, kind, severity, met: kept, breached, cancelled }: (typeof report)[number]) =>
        [clock, kind, severity, kept, breached, cancelled].join(" ");
      expect(
        figures.rows
          .map((row) => [row.clock, row.kind, row.severity, row.met, row.breached, row.cancelled].join(" "))
          .toSorted(),
      ).toEqual(report.map(counts).toSorted());
      const inside = rows.filter(
        (row) => row.account === "acme" && isForCustomer(row.clock) && row.dueAt >= from && row.dueAt < to,
      );
      const totals = clockTotals(figures, goals);
      expect(totals.reduce((sum, each) => sum + each.met + each.breached + each.cancelled, 0)).toBe(inside.length);
      const late = inside.filter((row) => row.outcome === "breached");
      expect(new Set(figures.missed.map(({ cycle }) => cycle))).toEqual(new Set(late.map(({ cycle }) => cycle)));
      expect(figures.missed).toHaveLength(late.length);
      expect(totals.reduce((sum, { breached }) => sum + breached, 0)).toBe(figures.missed.length);
      expect(figures.waited).toBe(
        rows
          .filter((row) => row.account === "acme" && row.dueAt >= from && row.dueAt < to)
          .reduce((sum, row) => sum + row.waited, 0),
      );
      const breaches = await readBreaches(world.database.db, filter, 1_000);
      expect(new Set(figures.missed.map(({ late: by, cycle }) => `${cycle} ${by}`))).toEqual(
        new Set(breaches.filter(({ clock }) => isForCustomer(clock)).map(({ late: by, cycle }) => `${cycle} ${by}`)),
      );
    }),
    { numRuns: 15 },
  );
});

test("a draft follows new outcomes until it is sent, and then stays as it was, also under another desk", async () => {
  const id = await newDraft();
  expect((await draftOf(id)).content.figures.rows).toEqual([]);
  await stored([outcome]);
  expect((await draftOf(id)).content.figures.missed).toHaveLength(1);
  await explained(id);
  expect(await send(id)).toBeNull();
  const before = await readContent(world.database.db, id);
  await stored([outcome, { ...outcome, cycle: 2 }]);
  const acme = { ...desk.accounts["acme"], name: "Renamed", plan: "standard", locale: "pt" };
  const other = { ...desk, accounts: { ...desk.accounts, acme } } as Desk;
  const found = await shown(id, other);
  if (found.is !== "sent") throw new Error("it was sent");
  expect(found.content.document.title).not.toContain("Renamed");
  expect(found.content.figures.missed).toHaveLength(1);
  expect(await readContent(world.database.db, id)).toEqual(before);
  expect(sha256(before?.content ?? "")).toBe(found.hash);
  expect(await shown(id, { ...desk, accounts: {} })).toMatchObject({ is: "sent" });
});

test("the customer reads when a target was due, and nothing of the reasons inside the desk", async () => {
  await stored([outcome, { ...outcome, clock: "tech", cycle: 1, cause: "withTech" }]);
  const id = await newDraft();
  await explained(id, "The line was down.");
  const text = JSON.stringify((await draftOf(id)).content);
  expect(text).toContain("The line was down.");
  for (const inside of [...breachCauses, "tech", "luis", "marta", "assignee"]) expect(text).not.toContain(inside);
});

describe("sending is refused", () => {
  test("without a sentence for each missed target, and blank ones do not count", async () => {
    await stored([outcome, { ...outcome, cycle: 2 }]);
    const id = await newDraft();
    expect(await send(id)).toEqual({ why: "unwritten", count: 2 });
    const one = { ...outcome, clock: "firstResponse" as const, text: "One." };
    await saveSentences(world.database.db, id, [one, { ...one, cycle: 2, text: "" }], ana);
    expect(await send(id)).toEqual({ why: "unwritten", count: 1 });
    await explained(id);
    expect(await send(id)).toBeNull();
  });

  test("when other figures or sentences were shown", async () => {
    await stored([met]);
    const id = await newDraft();
    const { mark } = await draftOf(id);
    await stored([met, { ...met, cycle: 2 }]);
    expect(await send(id, { mark })).toEqual({ why: "changed" });
    expect(await send(id)).toBeNull();
  });

  test("before the period is over, and while a target of it runs", async () => {
    const id = await newDraft();
    expect(await send(id, { at: to - 1 })).toEqual({ why: "periodLasts", until: to });
    const opened = world.now();
    const period = { from: opened - hour, to: opened + 30 * 24 * hour };
    const { draft } = await draftStatement(world.database.db, { account: "acme", period, at: opened, by: null });
    expect(await send(draft.id, { at: period.to })).toEqual({ why: "running", tickets: [1001] });
    const others = await draftStatement(world.database.db, { account: "northwind", period, at: opened, by: null });
    expect(await send(others.draft.id, { at: period.to })).toBeNull();
  });
});

test("sending twice at once sends once, and the audit log has the hash", async () => {
  const id = await newDraft();
  const answers = await Promise.all([send(id), send(id), send(id)]);
  expect(answers.filter((each) => each === null)).toHaveLength(1);
  expect(answers.filter((each) => each?.why === "notDraft")).toHaveLength(2);
  const log = await readStatementLog(world.database.db, id);
  expect(log.map(({ what, by }) => [what, by])).toEqual([
    ["made", "ana"],
    ["sent", "ana"],
  ]);
  expect(log[1]?.hash).toBe((await readContent(world.database.db, id))?.hash);
  expect(await saveSentences(world.database.db, id, [], ana)).toBe(false);
});

test("a sent statement that was changed in the database is not shown, also if its hash was changed with it", async () => {
  await stored([met]);
  const id = await newDraft();
  await send(id);
  const { db } = world.database;
  await db.execute(sql`update statements set content = replace(content, '"met":1', '"met":9') where id = ${id}`);
  expect(await shown(id)).toMatchObject({ is: "damaged" });
  const changed = (await readContent(db, id))?.content ?? "";
  await db.execute(sql`update statements set hash = ${sha256(changed)} where id = ${id}`);
  expect(await shown(id)).toMatchObject({ is: "damaged" });
});

test("a correction is a new version with the sentences of before, and two requests at once make one draft", async () => {
  await stored([outcome]);
  const id = await newDraft();
  await explained(id, "The line was down.");
  await send(id);
  const [one, other] = await Promise.all([newDraft(), newDraft()]);
  expect(one).toBe(other);
  expect(one).not.toBe(id);
  expect(await readStatementRow(world.database.db, one)).toMatchObject({ version: 2, sentAt: null });
  expect(await readSentences(world.database.db, one)).toMatchObject([{ text: "The line was down." }]);
  const versions = async (account: string | null, sent: boolean): Promise<readonly number[]> =>
    (await listStatements(world.database.db, { account, sent, most: 9 })).map(({ version }) => version);
  expect(await versions("acme", false)).toEqual([2, 1]);
  expect(await versions("acme", true)).toEqual([1]);
  expect(await versions("northwind", false)).toEqual([]);
  const { facts } = (await draftOf(one)).content.document;
  expect(facts.map(({ value }) => value).join(" ")).toContain("2, que sustituye a la versión 1");
});

test("a draft of an account that the desk no longer has is told of, and is not sent", async () => {
  const id = await newDraft();
  expect(await shown(id, { ...desk, accounts: {} })).toMatchObject({ is: "noAccount" });
  expect(await sendStatement(world.database.db, { id, desk: { ...desk, accounts: {} }, mark: "" }, ana)).toEqual({
    why: "noAccount",
  });
});
