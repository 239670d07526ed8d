import { expect, test } from "vitest";
import { partsOf, periodBefore, periodWords, readPeriod, startOfDate } from "../../src/reports/period.ts";

const wednesday = Date.parse("2026-11-04T10:00:00Z");
const spanOf = (words: string, zone = "UTC"): string | null => {
  const period = readPeriod(words, zone, wednesday);
  return period === null ? null : `${new Date(period.from).toISOString()} ${new Date(period.to).toISOString()}`;
};
const days = (from: string, to: string): string => `${from}T00:00:00.000Z ${to}T00:00:00.000Z`;

test.each([
  ["2026", "2026-01-01", "2027-01-01"],
  ["2026-Q1", "2026-01-01", "2026-04-01"],
  ["2026-q4", "2026-10-01", "2027-01-01"],
  ["2026-12", "2026-12-01", "2027-01-01"],
  ["2028-02-29", "2028-02-29", "2028-03-01"],
  ["2026-10-01..2026-10-07", "2026-10-01", "2026-10-08"],
  ["2026-10-01..2026-10-01", "2026-10-01", "2026-10-02"],
  ["2026-12..2027-02", "2026-12-01", "2027-03-01"],
  ["2026-Q3..2026-10-02", "2026-07-01", "2026-10-03"],
  ["this week", "2026-11-02", "2026-11-09"],
  ["last  week", "2026-10-26", "2026-11-02"],
  ["Last Month", "2026-10-01", "2026-11-01"],
  ["this quarter", "2026-10-01", "2027-01-01"],
  ["last quarter", "2026-07-01", "2026-10-01"],
  ["last year", "2025-01-01", "2026-01-01"],
])("%s is from %s until before %s", (words, from, to) => {
  expect(spanOf(words)).toBe(days(from, to));
});

test("other words name no period", () => {
  for (const words of [
    "",
    "2026-13",
    "2026-00",
    "2026-02-30",
    "2026-Q5",
    "next week",
    "tomorrow",
    "26-10",
    "2026-1",
    "2026-10-07..2026-10-01",
    "2026-11..2026-10",
    "2026-10..",
    "..2026-10",
    "2026-10-01..2026-10-02..2026-10-03",
  ])
    expect(spanOf(words), words).toBeNull();
  expect(startOfDate("UTC", "2026-02-29")).toBeNull();
});

test("days begin at midnight of the zone, also where the clocks change within the period", () => {
  expect(spanOf("2026-10", "Europe/Madrid")).toBe("2026-09-30T22:00:00.000Z 2026-10-31T23:00:00.000Z");
  // There it is Thursday already.
  expect(readPeriod("2026-11-05", "Pacific/Auckland", wednesday)?.from).toBe(Date.parse("2026-11-04T11:00:00Z"));
  // Cairo skipped that midnight: the day begins an hour later.
  expect(spanOf("2026-04-24", "Africa/Cairo")).toBe("2026-04-23T22:00:00.000Z 2026-04-24T21:00:00.000Z");
});

test.each([
  ["2026-10", "2026-09-01", "2026-10-01"],
  ["2026-Q1", "2025-10-01", "2026-01-01"],
  ["2026", "2025-01-01", "2026-01-01"],
  ["last week", "2026-10-19", "2026-10-26"],
  ["2026-10-31", "2026-10-30", "2026-10-31"],
  ["2026-03-02..2026-03-31", "2026-01-31", "2026-03-02"],
])("before %s is the time from %s until before %s", (words, from, to) => {
  const period = readPeriod(words, "UTC", wednesday);
  const before = period === null ? null : periodBefore(period, "UTC");
  expect(before).toEqual({ from: Date.parse(from), to: Date.parse(to) });
});

test("before a time that does not end at midnight is as much time", () => {
  expect(periodBefore({ from: wednesday - 7, to: wednesday }, "UTC")).toEqual({
    from: wednesday - 14,
    to: wednesday - 7,
  });
});

test.each([
  ["2026-10", "day", 31],
  ["last week", "day", 7],
  ["2026-Q4", "week", 14],
  ["2026", "month", 12],
])(
  "%s is told by %s in %i parts, which follow each other without gaps and have words of their own",
  (words, unit, count) => {
    const zone = "Europe/Madrid";
    const period = readPeriod(words, zone, wednesday);
    if (period === null) throw new Error("no period");
    const found = partsOf(period, zone);
    expect([found.unit, found.parts.length]).toEqual([unit, count]);
    expect(found.parts[0]?.from).toBe(period.from);
    expect(found.parts.at(-1)?.to).toBe(period.to);
    for (const [at, part] of found.parts.entries()) {
      expect(found.parts[at + 1]?.from ?? period.to).toBe(part.to);
      expect(readPeriod(periodWords(part, zone), zone, wednesday)).toEqual(part);
    }
  },
);
