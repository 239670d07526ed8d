import type { Instant } from "../../sla/instant.ts";

import { customType } from "./orm.ts";

/** Both drivers hand raw timestamps over as Postgres prints them: `2026-01-09 16:30:00.123+00`. */
const asIso = (printed: string): string => printed.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");

/** The instant a raw `timestamptz` stands for, as read by a hand-written query. */
export const toInstant = (value: string | Date): Instant =>
  value instanceof Date ? value.getTime() : Date.parse(asIso(value));

/** An instant as the database takes it in a hand-written query: ISO 8601 in UTC. Throws RangeError where it is no date. */
export const fromInstant = (value: Instant): string => new Date(value).toISOString();

/** A column that keeps an instant (milliseconds since 1970, UTC) exactly, on both drivers. */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => "timestamp (3) with time zone",
  toDriver: fromInstant,
  fromDriver: toInstant,
});
