import { cards, outbox } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";

import type { Database } from "../connection/handle.ts";
import { and, eq, gt, isNotNull, isNull, lt } from "../schema/orm.ts";
import { inbox } from "../schema/inbox-schema.ts";

/** A call (ms) that a killed process had begun may still be on its way to the platform: it must not be looked for too early. */
const onTheWayMs = 3_000;

/**
 * Takes claims from processes that are gone, at the start of the only process there can be. Otherwise what was under way
 * at a crash would wait until its claim runs out.
 */
export const releaseClaims = async (db: Database, now: Instant): Promise<void> => {
  // Only rows with work left are ever claimed. Naming them lets the database read the small indexes of such rows.
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
