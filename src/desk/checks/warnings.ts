import { coverageGaps, plansWithoutNextResponse } from "./coverage.ts";
import { deskOf } from "../desk-of.ts";
import { areHolidaysInstalled, missingHolidays } from "./public-holidays.ts";
import { unreachable, type SwitchedOn } from "./reachable.ts";
import type { DeskWarning } from "../findings.ts";
import type { DeskDocument } from "../schema.ts";

/** Returns what a valid desk file may have forgotten. `today` is a date such as `2026-01-12`. */
export const deskWarnings = (document: DeskDocument, on: SwitchedOn, today: string): readonly DeskWarning[] => {
  const desk = deskOf(document, 0);
  const holidays = Object.entries(document.calendars ?? {}).flatMap(
    ([name, { publicHolidays: country }]): readonly DeskWarning[] => {
      const calendar = desk.calendars[name];
      if (country === undefined || calendar === undefined) return [];
      if (!areHolidaysInstalled) return [{ is: "holidaysNotInstalled", calendar: name }];
      const missing = missingHolidays(calendar, country, today);
      if (missing === null) return [{ is: "holidaysUnknown", calendar: name, country }];
      return missing.map(({ date, name: holiday }) => ({
        is: "holidayMissing",
        calendar: name,
        country,
        date,
        holiday,
      }));
    },
  );
  const empty: readonly DeskWarning[] = [
    ...(Object.keys(desk.people).length === 0 ? [{ is: "noPeople" } as const] : []),
    ...(Object.keys(desk.plans).length === 0 ? [{ is: "noPlans" } as const] : []),
  ];
  const gaps = coverageGaps(desk, on).map((gap): DeskWarning => ({ is: "gap", gap }));
  return [...empty, ...gaps, ...unreachable(desk, on), ...plansWithoutNextResponse(desk), ...holidays];
};
