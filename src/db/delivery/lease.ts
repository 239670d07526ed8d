import type { Instant } from "../../sla/instant.ts";

/** A claim on a row for a few seconds. A process whose token is out of date changes nothing. */
export interface Lease {
  readonly token: string;
  readonly until: Instant;
}

/** How long (ms) a lease lasts. After that, another process may claim the row. */
export const leaseMs = 15_000;

/** How long (ms) a call to a platform may take. */
const callMs = 9_000;

/** Returns whether a call may begin: it must end before another process may claim the row. */
export const mayCall = (lease: Lease, now: Instant): boolean => now + callMs <= lease.until;
