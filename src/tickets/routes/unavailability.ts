import { type Instant, day, minute } from "../../sla/instant.ts";
import { type Calendar, neverCloses } from "../../sla/calendar.ts";
import type { Desk, Person } from "../../desk/desk.ts";
import type { Unavailable } from "./notification-route.ts";
import { severityTraits, type Severity } from "../../sla/severity.ts";
import { dateAt, instantOfDate, minuteOfDay } from "../../sla/wall-clock.ts";
import { isOut } from "../people.ts";

const inQuietHours = ({ quiet, timezone }: Person, at: Instant, desk: Desk): boolean => {
  if (quiet === null) return false;
  const now = minuteOfDay(timezone ?? desk.timezone, at);
  return quiet.from <= quiet.to ? now >= quiet.from && now < quiet.to : now >= quiet.from || now < quiet.to;
};

/** The first moment from `at` on that is not in a person's quiet hours. */
export const afterQuietHours = (person: Person, at: Instant, desk: Desk): Instant => {
  const { quiet } = person;
  if (quiet === null || !inQuietHours(person, at, desk)) return at;
  const zone = person.timezone ?? desk.timezone;
  const ends = [at, at + day].map((each) => instantOfDate(zone, dateAt(zone, each), quiet.to));
  // In an hour that the zone has twice, the end by the clock on the wall may be the first one, which has passed.
  const left = (quiet.to - minuteOfDay(zone, at) + 24 * 60) % (24 * 60);
  const later = [...ends, at - (at % minute) + left * minute].filter(
    (each) => each > at && !inQuietHours(person, each, desk),
  );
  return later.length === 0 ? at + day : Math.min(...later);
};

/** Whether a reminder may wake people: the severity allows it, and its calendar never closes. */
export const overridesQuietHours = (severity: Severity, calendar: Calendar): boolean =>
  severityTraits[severity].wakesPeople && neverCloses(calendar);

/**
 * Why a person is not to be notified now; null if they may be. A reminder that wakes people overrides quiet hours, but
 * never an absence.
 */
export const unavailability = (person: Person, at: Instant, waking: boolean, desk: Desk): Unavailable | null => {
  if (isOut(person, at)) return { is: "out", until: person.outUntil };
  return !waking && inQuietHours(person, at, desk) ? { is: "quiet" } : null;
};
