import { cards, outbox } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../connection/handle.ts";
import { and, eq, gt, isNotNull, isNull, lt } from "../schema/orm.ts";
import { inbox } from "../schema/inbox-schema.ts";

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
  const soon = now + onTheWayMs;
  await db
    .update(outbox)
    .set({ leasedUntil: soon })
    .where(and(eq(outbox.status, "pending"), gt(outbox.leasedUntil, soon)));
  await db
    .update(cards)
    .set({ leasedUntil: soon })
    .where(and(lt(cards.shown, cards.wanted), isNull(cards.goneAt), gt(cards.leasedUntil, soon)));
};
