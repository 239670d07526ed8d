import { describe, expect, test } from "vitest";
import { readBacklog } from "../../src/db/queue/backlog.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { createMetrics } from "../../src/http/metrics.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { executeWith } from "../../src/tickets/execute/execute.ts";
import type { Command } from "../../src/tickets/messages.ts";
import { freshDatabase } from "../support/database/database.ts";
import { cast, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const minute = 60_000;

/** A desk whose metrics are read. */
const open = async () => {
  const metrics = createMetrics();
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const deps = { database, desk: createDeskCache(() => sampleDesk), onOutcomes: metrics.onOutcomes };
  const act = (
    wanted: object,
    {
      number = 1001,
      key = null,
      by = cast.luis,
      after = 0,
      undone = false,
    }: {
      readonly number?: number | null;
      readonly key?: string | null;
      readonly by?: Command["by"];
      readonly after?: number;
      readonly undone?: boolean;
    } = {},
  ) =>
    executeWith(deps, { key, number, command: { ...wanted, by, at: monday + after * minute } as never }, async () =>
      undone ? { rollback: "undone" } : null,
    );
  const openTicket = (after = 0) => act(opening("critical"), { number: null, by: cast.carla, after });
  return { metrics, database, act, openTicket };
};

/** The samples of one metric with a value other than 0. */
const samples = (text: string, name: string): readonly string[] =>
  text.split("\n").filter((line) => line.startsWith(name) && !line.endsWith(" 0"));

const resolve = { type: "resolve" };

describe("the outcomes of clocks", () => {
  test("are counted once, when they are committed", async () => {
    const { metrics, act, openTicket } = await open();
    await openTicket();
    expect(samples(await metrics.text(), "plazo_clock_outcomes_total")).toEqual([]);
    expect(await act(resolve, { key: "resolve", after: 1, undone: true })).toEqual({ rollback: "undone" });
    expect(samples(await metrics.text(), "plazo_clock_outcomes_total")).toEqual([]);
    for (let times = 0; times < 2; times += 1) await act(resolve, { key: "resolve", after: 1 });
    expect(samples(await metrics.text(), "plazo_clock_outcomes_total")).toEqual([
      'plazo_clock_outcomes_total{clock="firstResponse",severity="critical",outcome="cancelled"} 1',
    ]);
  });

  test("have a fixed number of series, which all begin with 0", async () => {
    const lines = (await createMetrics().text()).split("\n").filter((each) => each.startsWith("plazo_clock_outcomes"));
    expect(lines.length).toBe(5 * 4 * 3);
    expect(lines.every((each) => each.endsWith(" 0"))).toBe(true);
  });
});

test("the backlog counts unresolved tickets, and the oldest one that waits for an answer", async () => {
  const { database, act, openTicket } = await open();
  const backlog = () => readBacklog(database.db);
  expect(await backlog()).toEqual({ byStatus: { open: 0, waiting: 0 }, unansweredSince: null });
  for (const after of [0, 1, 2]) await openTicket(after);
  expect(await backlog()).toEqual({ byStatus: { open: 3, waiting: 0 }, unansweredSince: monday });
  await act(resolve, { after: 3 });
  expect(await backlog()).toEqual({ byStatus: { open: 2, waiting: 0 }, unansweredSince: monday + minute });
  await act(
    { type: "reply", text: "Done?", message: null, alreadyPosted: true, files: [] },
    { number: 1002, after: 4 },
  );
  await act({ type: "wait" }, { number: 1002, after: 5 });
  expect(await backlog()).toEqual({ byStatus: { open: 1, waiting: 1 }, unansweredSince: monday + 2 * minute });
});

test("the age of the oldest unanswered ticket grows between two counts, and is missing before the first", async () => {
  const metrics = createMetrics();
  const age = async () => Number(/^plazo_oldest_unanswered_seconds (\S+)$/m.exec(await metrics.text())?.[1]);
  expect(await age()).toBeNaN();
  metrics.backlog({ byStatus: { open: 2, waiting: 1 }, unansweredSince: monday }, monday + 90_000);
  const first = await age();
  expect(first).toBeGreaterThanOrEqual(90);
  expect(first).toBeLessThan(150);
  expect(await age()).toBeGreaterThan(first);
  expect(samples(await metrics.text(), "plazo_backlog")).toEqual([
    'plazo_backlog{status="open"} 2',
    'plazo_backlog{status="waiting"} 1',
  ]);
  metrics.backlog({ byStatus: { open: 0, waiting: 0 }, unansweredSince: null }, monday);
  expect(await age()).toBe(0);
});

test("failures of deliveries are counted by platform, from 0, without being asked to wait", async () => {
  const metrics = createMetrics();
  for (const platform of ["slack", "discord"]) metrics.serves(platform);
  for (const outcome of ["ok", "waitUntil", "tryAgain", "doubtful"]) metrics.delivered("slack", outcome);
  const lines = (await metrics.text()).split("\n");
  expect(lines).toContain('plazo_delivery_failures_total{platform="slack"} 2');
  expect(lines).toContain('plazo_delivery_failures_total{platform="discord"} 0');
});

/** A line of Prometheus' text format, version 0.0.4. */
const line =
  /^(?:# HELP [a-zA-Z_:][\w:]* .+|# TYPE [a-zA-Z_:][\w:]* (?:counter|gauge|histogram|summary)|([a-zA-Z_:][\w:]*)(?:\{[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*"(?:,[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*")*\})? (?:-?[\d.]+(?:e[+-]?\d+)?|NaN|[+-]Inf))$/;

test("every line is in Prometheus' text format, and of no customer", async () => {
  const { metrics, database, act, openTicket } = await open();
  await openTicket();
  await act(resolve, { after: 1 });
  await openTicket(2);
  metrics.backlog(await readBacklog(database.db), monday + minute);
  metrics.serves("slack");
  const text = await metrics.text();
  expect(text.split("\n").filter((each) => each !== "" && !line.test(each))).toEqual([]);
  expect(text).toContain('plazo_backlog{status="open"} 1');
  expect(text).not.toMatch(/carla|luis|acme/i);
});
