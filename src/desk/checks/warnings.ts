import { uncovered, plansWithoutNextResponse } from "./coverage.ts";
import { deskOf } from "../desk-of.ts";
import { areHolidaysInstalled, holidaysNotInstalled, missingHolidays } from "./public-holidays.ts";
import { unreachable, type SwitchedOn } from "./reachable.ts";
import type { DeskDocument } from "../schema.ts";

/** Returns what a valid desk file may have forgotten, a sentence each. `today` is a date such as `2026-01-12`. */
export const deskWarnings = (document: DeskDocument, on: SwitchedOn, today: string): readonly string[] => {
  const desk = deskOf(document, 0);
  const holidays = Object.entries(document.calendars ?? {}).flatMap(([name, { publicHolidays: place }]) => {
    const calendar = desk.calendars[name];
    if (place === undefined || calendar === undefined) return [];
    if (!areHolidaysInstalled) return [`calendar ${name}: ${holidaysNotInstalled}`];
    const missing = missingHolidays(calendar, place, today);
    if (missing === null) return [`calendar ${name}: nothing is known of public holidays in ${place}`];
    return missing.map(
      ({ date, name: holiday }) =>
        `calendar ${name}: ${date} is a public holiday in ${place} (${holiday}) and a working day here`,
    );
  });
  const empty = [
    ...(Object.keys(desk.people).length === 0 ? ["people is empty: without staff, tickets get no answer"] : []),
    ...(Object.keys(desk.plans).length === 0 ? ["plans is empty: no account has targets"] : []),
  ];
  return [...empty, ...uncovered(desk, on), ...unreachable(desk, on), ...plansWithoutNextResponse(desk), ...holidays];
};
