import { cards, outbox } from "../../../src/db/schema/delivery-schema.ts";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { and, count, eq, isNull, lt, lte, sql } from "../../../src/db/schema/orm.ts";

import type { Steps } from "../../../src/jobs/steps.ts";

/**
 * When a platform takes messages again, if a card or a message waits for that; null if none does. For worlds with a
 * stopped clock. Reminders wait for their digest instead.
 */
export const nextOpening = async (
  { db }: Pick<DatabaseHandle, "db">,
  { opensAt }: Pick<Steps, "opensAt">,
  now: number,
): Promise<number | null> => {
  const at = opensAt();
  if (at === null) return null;
  const isReminder = sql`${outbox.message}->>'type' = 'reminder'`;
  const messages = and(eq(outbox.status, "pending"), lte(outbox.notBefore, now), sql`not ${isReminder}`);
  const behind = and(lt(cards.shown, cards.wanted), isNull(cards.goneAt), lte(cards.notBefore, now));
  const [waiting] = await db.select({ count: count() }).from(outbox).where(messages);
  const [old] = await db.select({ count: count() }).from(cards).where(behind);
  return (waiting?.count ?? 0) + (old?.count ?? 0) > 0 ? at : null;
};
