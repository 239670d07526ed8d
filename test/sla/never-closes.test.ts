import { expect, test } from "vitest";
import { overridesQuietHours } from "../../src/tickets/routes/unavailability.ts";
import { type Calendar, neverCloses } from "../../src/sla/calendar.ts";
import { always, calendarIn, daily } from "../support/clocks/calendars.ts";

const whole = daily("00:00-24:00");
const zone = "Europe/Madrid";

test.each<[string, Calendar, boolean]>([
  ["open: always", always, true],
  ["every day from midnight to midnight", calendarIn(zone, { hours: whole }), true],
  ["every day in adjoining intervals", calendarIn(zone, { hours: daily("00:00-09:00", "09:00-24:00") }), true],
  ["every day except a minute at noon", calendarIn(zone, { hours: daily("00:00-12:00", "12:01-24:00") }), false],
  ["every day except its first minute", calendarIn(zone, { hours: daily("00:01-24:00") }), false],
  ["every day except its last minute", calendarIn(zone, { hours: daily("00:00-23:59") }), false],
  ["every day except Sunday", calendarIn(zone, { hours: { ...whole, sun: [] } }), false],
  ["every day except a holiday", calendarIn(zone, { hours: whole, holidays: ["2026-12-25"] }), false],
  ["every day with an exception", calendarIn(zone, { hours: whole, exceptions: { "2026-12-24": [] } }), false],
])("whether a calendar never closes: %s", (_, calendar, never) => {
  expect(neverCloses(calendar)).toBe(never);
  // A critical target in this calendar may wake a person.
  expect([overridesQuietHours("critical", calendar), overridesQuietHours("high", calendar)]).toEqual([never, false]);
});
