import { expect, test } from "vitest";
import { parseUntil } from "../../../src/requests/typed-time.ts";

/** Monday 12 January 2026, ten in the morning in Madrid. */
const now = Date.parse("2026-01-12T09:00:00Z");
const read = (text: string): string | null => {
  const until = parseUntil(text, now, "Europe/Madrid");
  return until === null ? null : new Date(until).toISOString().slice(0, 16);
};

test.each([
  ["", "2026-01-13T07:00"],
  ["tomorrow", "2026-01-13T07:00"],
  ["Mañana", "2026-01-13T07:00"],
  ["tomorrow 12:30", "2026-01-13T11:30"],
  ["18:00", "2026-01-12T17:00"],
  ["2026-07-01", "2026-07-01T06:00"],
  ["2026-07-01 9:15", "2026-07-01T07:15"],
  ["90m", "2026-01-12T10:30"],
  ["2H", "2026-01-12T11:00"],
  ["3d", "2026-01-15T09:00"],
])("out %j is until %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  "09:00",
  "10:00",
  "25:00",
  "2026-01-12 10:00",
  "2026-02-30",
  "2025-01-01",
  "2028-01-01",
  "0d",
  "500d",
  "3w",
  "soon",
  "18:00 tomorrow",
  "tomorrow 2h",
  "1 2 3",
])("out %j is refused as unclear, past or too far ahead", (text) => {
  expect(read(text)).toBeNull();
});
