import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../connection/handle.ts";
import { cards, outbox } from "../schema/delivery-schema.ts";
import { and, eq, fromInstant, inArray, sql } from "../schema/orm.ts";
import { lockedInOrder } from "../many-values.ts";

/** A claimed row that goes now. */
interface AttemptedRow {
  readonly id: number;
  /** The digest of which a message is a part; null if it goes alone, and for a card. */
  readonly digest: string | null;
}

/** The claimed rows that go now, and those that are given back unchanged. */
export interface Attempts {
  readonly sent: readonly AttemptedRow[];
  readonly givenBack: readonly number[];
}

/** What is written about a row before the platform is called. */
const attempted = (table: typeof cards | typeof outbox, now: Instant) => ({
  attemptedAt: sql`coalesce(${table.attemptedAt}, ${fromInstant(now)})`,
  tries: sql`${table.tries} + 1`,
});

/** The digest of each row, as one parameter. */
const digestOf = (sent: readonly AttemptedRow[]) =>
  sql`${JSON.stringify(Object.fromEntries(sent.map(({ id, digest }) => [id, digest])))}::text::jsonb ->> ${outbox.id}::text`;

/**
 * Marks the attempts of claimed cards or messages before the calls are made, and gives the rest of a claim back. Returns the
 * marked rows. A missing row was claimed by another process and must not be sent.
 */
export const markAttempts = async (
  db: Database,
  of: "cards" | "outbox",
  { sent, givenBack, token, now }: Attempts & { readonly token: string; readonly now: Instant },
): Promise<ReadonlySet<number>> => {
  const table = of === "cards" ? cards : outbox;
  const underLease = (ids: readonly number[]) =>
    lockedInOrder(db, table, and(inArray(table.id, [...ids]), eq(table.lease, token)));
  if (givenBack.length > 0) await db.update(table).set({ lease: null, leasedUntil: null }).where(underLease(givenBack));
  if (sent.length === 0) return new Set();
  const marked = underLease(sent.map(({ id }) => id));
  const rows =
    of === "cards"
      ? await db.update(cards).set(attempted(cards, now)).where(marked).returning({ id: cards.id })
      : await db
          .update(outbox)
          .set({ ...attempted(outbox, now), digest: digestOf(sent) })
          .where(and(marked, eq(outbox.status, "pending")))
          .returning({ id: outbox.id });
  return new Set(rows.map(({ id }) => id));
};
