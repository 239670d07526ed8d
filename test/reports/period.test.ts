import { expect, test } from "vitest";
import { readPeriod, startOfDate } from "../../src/reports/period.ts";

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
  for (const words of ["", "2026-13", "2026-00", "2026-02-30", "2026-Q5", "next week", "yesterday", "26-10", "2026-1"])
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
