import type { Instant } from "../../sla/instant.ts";
import { cards, outbox } from "../schema/delivery-schema.ts";
import type { Database } from "../connection/handle.ts";
import { and, eq, gt, isNotNull, isNull, lt } from "../schema/orm.ts";
import { inbox } from "../schema/inbox-schema.ts";
import { prompts } from "../schema/prompt-schema.ts";
import { staffReports } from "../schema/staff-report-schema.ts";

/** A claim on a row for a few seconds. A process whose token is out of date changes nothing. */
export interface Lease {
  readonly token: string;
  readonly until: Instant;
}

/** How long (ms) a lease lasts. After that, another process may claim the row. */
export const leaseMs = 15_000;

/** Why a delivery is tried again whose claim had run out before the platform was asked. It says nothing about the platform. */
export const claimRanOut = "the claim ran out before the call was made";

/** How long (ms) a call to a platform may take. */
const callMs = 9_000;

/** Returns whether a call may begin: it must end before another process may claim the row. */
export const mayCall = (lease: Lease, now: Instant): boolean => now + callMs <= lease.until;

/**
 * How long (ms) a call of a killed process may still take to reach the platform. The message must not be looked for
 * earlier.
 */
const onTheWayMs = 3_000;

/**
 * Shortens the leases of processes that ended, at the start of the only process. Otherwise their work would wait until
 * the leases run out.
 */
export const releaseClaims = async (db: Database, now: Instant): Promise<void> => {
  // Only unfinished rows have leases. Naming them lets the database read small partial indexes.
  await db
    .update(inbox)
    .set({ lease: null, leasedUntil: null })
    .where(and(isNull(inbox.doneAt), isNull(inbox.parked), isNotNull(inbox.lease)));
  await db
    .update(prompts)
    .set({ lease: null, leasedUntil: null })
    .where(and(isNull(prompts.settledAt), isNotNull(prompts.lease)));
  const soon = now + onTheWayMs;
  await db
    .update(outbox)
    .set({ leasedUntil: soon })
    .where(and(eq(outbox.status, "pending"), gt(outbox.leasedUntil, soon)));
  await db
    .update(staffReports)
    .set({ leasedUntil: soon })
    .where(and(eq(staffReports.status, "pending"), gt(staffReports.leasedUntil, soon)));
  await db
    .update(cards)
    .set({ leasedUntil: soon })
    .where(and(lt(cards.shown, cards.wanted), isNull(cards.goneAt), gt(cards.leasedUntil, soon)));
};
