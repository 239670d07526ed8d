import type { Instant } from "../../sla/instant.ts";
import { customType } from "./orm.ts";

/** Converts a raw timestamp of the drivers, e.g. `2026-01-09 16:30:00.123+00`, to ISO 8601. */
const asIso = (printed: string): string => printed.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");

/** Converts a raw `timestamptz` of a hand-written query. */
export const toInstant = (value: string | Date): Instant =>
  value instanceof Date ? value.getTime() : Date.parse(asIso(value));

/** Converts an instant for a hand-written query: ISO 8601 in UTC. Throws RangeError if it is no valid date. */
export const fromInstant = (value: Instant): string => new Date(value).toISOString();

/** A column that stores an instant (milliseconds since 1970, UTC) exactly, on both drivers. */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => "timestamp (3) with time zone",
  toDriver: fromInstant,
  fromDriver: toInstant,
});
