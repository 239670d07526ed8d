import type { Instant } from "../../sla/instant.ts";

/** A claim on a row for a few seconds. The token fences it: whoever settles with an old one changes nothing. */
export interface Lease {
  readonly token: string;
  readonly until: Instant;
}

/** How long a claimed row is ours; a lost process's rows are taken over after this. */
export const leaseMs = 15_000;

/** How long (ms) a call to a platform may well take. */
const callMs = 9_000;

/** Whether enough is left of a claim to begin a call: nobody else may take the row up while the call is under way. */
export const mayCall = (lease: Lease, now: Instant): boolean => now + callMs <= lease.until;
