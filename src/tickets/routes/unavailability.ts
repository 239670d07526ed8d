import type { Instant } from "../../sla/instant.ts";
import { type Calendar, neverCloses } from "../../sla/calendar.ts";
import type { Desk, Person } from "../../desk/desk.ts";
import type { Unavailable } from "./notification-route.ts";
import { severityTraits, type Severity } from "../../sla/severity.ts";
import { minuteOfDay } from "../../sla/wall-clock.ts";

const inQuietHours = ({ quiet, timezone }: Person, at: Instant, desk: Desk): boolean => {
  if (quiet === null) return false;
  const now = minuteOfDay(timezone ?? desk.timezone, at);
  return quiet.from <= quiet.to ? now >= quiet.from && now < quiet.to : now >= quiet.from || now < quiet.to;
};

/** Whether a reminder may wake people: the severity allows it, and its calendar never closes. */
export const overridesQuietHours = (severity: Severity, calendar: Calendar): boolean =>
  severityTraits[severity].wakesPeople && neverCloses(calendar);

/**
 * Why a person is not to be notified now; null if they may be. A reminder that wakes people overrides quiet hours, but
 * never an absence.
 */
export const unavailability = (person: Person, at: Instant, waking: boolean, desk: Desk): Unavailable | null => {
  if (person.outUntil !== null && person.outUntil > at) return { is: "out", until: person.outUntil };
  return !waking && inQuietHours(person, at, desk) ? { is: "quiet" } : null;
};
