import { describe, expect, test } from "vitest";
import { z } from "zod";
import { clocksJson } from "../../src/stored/sla-json.ts";
import { pendingRepliesJson, ratingJson, undeliveredJson } from "../../src/stored/ticket-json.ts";
import { schemaOf } from "../../src/stored/schema-of.ts";
import { readOrNull, UnreadableJson, versionedJson, type StoredJson } from "../../src/stored/versioned-json.ts";
import { ticket } from "../cards/samples/sample.ts";
import { tickets } from "../cards/samples/sample-tickets.ts";
import { cast, given, minutes, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { ticketOf } from "../support/story.ts";

const { carla, luis } = cast;

/** A value as the driver returns it, after JSON. */
const stored = <T>(value: unknown): StoredJson<T> => JSON.parse(JSON.stringify(value)) as StoredJson<T>;

const notes = versionedJson<{ readonly lines: readonly string[] }>({
  name: "tickets.notes",
  schema: schemaOf<{ readonly lines: readonly string[] }>()(z.strictObject({ lines: z.array(z.string()) })),
  upgrades: [
    (older) => ({ text: (older as { words: string }).words }),
    (older) => ({ lines: [(older as { text: string }).text] }),
  ],
});

describe("a versioned JSON column", () => {
  test("upgrades a value from any older version", () => {
    expect(notes.read(stored({ words: "hello" }))).toEqual({ lines: ["hello"] });
    expect(notes.read(stored({ v: 2, text: "hello" }))).toEqual({ lines: ["hello"] });
    expect(notes.read(stored(notes.write({ lines: ["hello"] })))).toEqual({ lines: ["hello"] });
  });

  test("writes the newest version", () => {
    expect(notes.write({ lines: [] })).toEqual({ v: 3, lines: [] });
    expect(clocksJson.write([])).toEqual({ v: 1, items: [] });
  });

  test.each([
    ["a newer version", { v: 4, lines: [] }],
    ["a missing version", { v: "x", lines: [] }],
    ["another shape", { v: 3, lines: "secret" }],
    ["an unknown key", { v: 3, lines: [], secret: 1 }],
    ["nothing", null],
  ])("refuses %s, and the error shows nothing of the value", (_, value) => {
    expect(() => notes.read(stored(value))).toThrow(UnreadableJson);
    expect(() => notes.read(stored(value))).toThrow(/^tickets\.notes [^]*$/);
    expect(() => notes.read(stored(value))).not.toThrow(/secret/);
    expect(readOrNull(notes, stored(value))).toBeNull();
  });
});

test("a field that version 1 left out has a default today", () => {
  const by = { kind: "person", user: "slack:U0LUIS", name: "Luis Gil", channel: "slack:C0TRIAGE" } as const;
  const reply = { id: 2, text: "On it.", by, at: 1, until: 2, update: null };
  expect(pendingRepliesJson.read(stored({ v: 1, items: [reply] }))).toEqual([
    { ...reply, setsWaiting: false, unread: [], audience: null, dueNamed: null },
  ]);
  expect(pendingRepliesJson.read(stored({ v: 1, items: [{ ...reply, setsWaiting: true, unread: [1] }] }))).toEqual([
    { ...reply, setsWaiting: true, unread: [1], audience: null, dueNamed: null },
  ]);
  expect(undeliveredJson.read(stored({ v: 1, items: [{ id: 3, key: "card" }] }))).toEqual([
    { id: 3, key: "card", certain: false, audience: null },
  ]);
  const given = { score: "good", by: "slack:U0CARLA", name: "Carla", at: 2 };
  expect(ratingJson.read(stored({ v: 1, askedAt: 1, given }))).toEqual({
    askedAt: 1,
    given: { ...given, comment: null, changes: 0 },
  });
  expect(ratingJson.read(stored({ v: 1, askedAt: 1, given: null }))).toEqual({ askedAt: 1, given: null });
});

describe("clocks", () => {
  test("keep until when a person snoozed them", () => {
    const snooze = { type: "snooze", until: monday + 60 * minutes } as const;
    const { clocks } = ticketOf(given(sampleDesk).when(carla, opening("high")).when(luis, snooze, 5)).sla;
    expect(clocksJson.read(stored(clocksJson.write(clocks)))).toEqual(clocks);
    const snoozed = { until: monday + 60 * minutes, by: "luis", counted: 60 * minutes };
    expect(clocks.map((clock) => clock.snoozed)).toContainEqual(snoozed);
  });

  test("keep that a target was breached before another one replaced it", () => {
    const late = given(sampleDesk)
      .when(carla, opening("high"))
      .when(luis, { type: "setSeverity", severity: "low" }, 300);
    const { clocks } = ticketOf(late).sla;
    expect(clocks.flatMap(({ earlier }) => earlier.map(({ breached }) => breached))).toEqual([true]);
    expect(clocksJson.read(stored(clocksJson.write(clocks)))).toEqual(clocks);
  });

  test("of every sample ticket are read as they were stored", () => {
    for (const { sla } of [ticket, ...Object.values(tickets)])
      expect(clocksJson.read(stored(clocksJson.write(sla.clocks)))).toEqual(sla.clocks);
  });
});
