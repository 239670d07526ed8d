import type { Instant } from "../../../src/sla/instant.ts";

/** Discord's ids count milliseconds since the beginning of 2015, above 22 other bits. */
const epoch = 1_420_070_400_000n;

/** The smallest id of that moment. */
export const snowflakeAt = (at: Instant): string => {
  const since = BigInt(Math.floor(at)) - epoch;
  return String((since > 0n ? since : 0n) << 22n);
};

/** The moment at which an id was created. */
export const instantOf = (snowflake: string): Instant => Number((BigInt(snowflake) >> 22n) + epoch);
