import type { Instant } from "../../../src/sla/instant.ts";

/** Discord's ids count milliseconds from the first second of 2015, above 22 bits of something else. */
const epoch = 1_420_070_400_000n;

/** The least id that something of that moment can have. */
export const snowflakeAt = (at: Instant): string => {
  const since = BigInt(Math.floor(at)) - epoch;
  return String((since > 0n ? since : 0n) << 22n);
};

/** When something with this id came to be. */
export const instantOf = (snowflake: string): Instant => Number((BigInt(snowflake) >> 22n) + epoch);
