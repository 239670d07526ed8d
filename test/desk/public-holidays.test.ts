import { expect, test } from "vitest";
import { missingHolidays, publicHolidaysOf } from "../../src/desk/checks/public-holidays.ts";
import { always, calendarIn, daily, workdays } from "../support/clocks/calendars.ts";

test("a region has its own holidays beside those of its country", () => {
  const dates = (place: string) => publicHolidaysOf(place, [2027])?.map(({ date }) => date) ?? [];
  expect(dates("ES")).toContain("2027-10-12");
  expect(dates("ES")).not.toContain("2027-05-03");
  expect(dates("ES-MD")).toEqual(expect.arrayContaining(["2027-10-12", "2027-05-03"]));
  expect(dates("DE-BY-A")).toContain("2027-08-08");
  expect(publicHolidaysOf("ES", [2026, 2027])?.filter(({ date }) => date.endsWith("-12-25"))).toEqual([
    { date: "2026-12-25", name: "Navidad", from: null },
    { date: "2027-12-25", name: "Navidad", from: null },
  ]);
});

test.each<[string, string, string, readonly string[]]>([
  ["the night in which clocks go forward", "ME", "Ramazanski bajram", ["2025-03-30", "2025-03-31", "2025-04-01"]],
  ["the night in which clocks go back", "AT", "Nationalfeiertag", ["2025-10-26"]],
  ["a missing morning after the last day", "TR", "Ramazan Bayramı", ["2025-03-30", "2025-03-31", "2025-04-01"]],
])("a holiday takes whole days, and %s changes nothing", (_, place, feast, dates) => {
  const found = publicHolidaysOf(place, [2025])?.filter(({ name }) => name === feast) ?? [];
  expect(found.map(({ date, from }) => [date, from])).toEqual(dates.map((date) => [date, null]));
});

test("a holiday that begins at noon or later stays on its date, and does not close a calendar", () => {
  const late = publicHolidaysOf("IS", [2026])?.filter(({ from }) => from !== null);
  expect(late?.map(({ date, from }) => [date, from])).toEqual([
    ["2026-12-24", "13:00"],
    ["2026-12-31", "13:00"],
  ]);
  expect(publicHolidaysOf("FO", [2026])).toContainEqual(
    expect.objectContaining({ date: "2026-06-05", from: "12:00" }) as object,
  );
  const missing = missingHolidays(
    calendarIn("Atlantic/Reykjavik", { hours: daily("09:00-17:00") }),
    "IS",
    "2026-12-01",
  );
  const dates = missing?.map(({ date }) => date) ?? [];
  expect(dates.slice(0, 3)).toEqual(["2026-12-25", "2026-12-26", "2027-01-01"]);
});

test("a holiday of a whole date replaces one of an afternoon", () => {
  expect(publicHolidaysOf("FO", [2028])?.filter(({ date }) => date === "2028-06-05")).toEqual([
    { date: "2028-06-05", name: "Annar hvítusunnudagur", from: null },
  ]);
});

test.each(["XX", "ES-ZZ", "ES-MD-ZZ", ""])("no holidays are known for %j", (place) => {
  expect(publicHolidaysOf(place, [2026])).toBeNull();
});

test("check warns of coming holidays on which a calendar works, and of no others", () => {
  const calendar = calendarIn("Europe/Madrid", {
    hours: workdays("09:00-17:00"),
    holidays: ["2026-12-25"],
    exceptions: { "2027-01-06": ["09:00-12:00"] },
  });
  const missing = missingHolidays(calendar, "ES", "2026-12-01")?.map(({ date }) => date);
  expect(missing?.slice(0, 2)).toEqual(["2026-12-08", "2027-01-01"]);
  expect(missing).not.toContain("2026-12-06");
  expect(missing).not.toContain("2027-01-06");
  expect(missing?.every((date) => date < "2027-12-01")).toBe(true);
  expect(missingHolidays(calendar, "XX", "2026-12-01")).toBeNull();
  expect(missingHolidays(always, "ES", "2026-12-01")).toEqual([]);
});
