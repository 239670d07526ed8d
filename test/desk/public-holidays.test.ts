import { expect, test } from "vitest";
import { missingHolidays, publicHolidaysOf } from "../../src/desk/public-holidays.ts";
import { always, calendarIn, workdays } from "../support/calendars.ts";

test("a region has its own feasts beside those of its country", () => {
  const dates = (place: string) => publicHolidaysOf(place, [2027])?.map(({ date }) => date) ?? [];
  expect(dates("ES")).toContain("2027-10-12");
  expect(dates("ES")).not.toContain("2027-05-03");
  expect(dates("ES-MD")).toEqual(expect.arrayContaining(["2027-10-12", "2027-05-03"]));
  expect(dates("DE-BY-A")).toContain("2027-08-08");
  expect(publicHolidaysOf("ES", [2026, 2027])?.filter(({ date }) => date.endsWith("-12-25"))).toEqual([
    { date: "2026-12-25", name: "Navidad" },
    { date: "2027-12-25", name: "Navidad" },
  ]);
});

test.each(["XX", "ES-ZZ", "ES-MD-ZZ", ""])("nothing is known of %j", (place) => {
  expect(publicHolidaysOf(place, [2026])).toBeNull();
});

test("a calendar misses the coming feasts on which it would work, and no others", () => {
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
