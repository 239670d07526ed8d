import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../connection/handle.ts";
import type { Lease } from "../delivery/lease.ts";
import { mailboxes } from "../schema/received-mail-schema.ts";
import { and, eq, isNull, lte, sql } from "../schema/orm.ts";

/**
 * Claims a mailbox, or extends the claim that this process has. Returns the time since which its mails count; null if another process
 * has it. `since`: that time, if no process held the mailbox before.
 */
export const claimMailbox = async (
  db: Database,
  name: string,
  { lease, now, since }: { readonly lease: Lease; readonly now: Instant; readonly since: Instant },
): Promise<Instant | null> => {
  const isFree = sql`(${isNull(mailboxes.lease)} or ${eq(mailboxes.lease, lease.token)} or ${lte(mailboxes.leasedUntil, now)})`;
  const claim = { lease: lease.token, leasedUntil: lease.until };
  const [row] = await db
    .insert(mailboxes)
    .values({ name, since, ...claim })
    .onConflictDoUpdate({
      target: mailboxes.name,
      set: claim,
      setWhere: isFree,
    })
    .returning({ since: mailboxes.since });
  return row?.since ?? null;
};

/** Ends the claim of this process. */
export const leaveMailbox = async (db: Database, name: string, token: string): Promise<void> => {
  await db
    .update(mailboxes)
    .set({ lease: null, leasedUntil: null })
    .where(and(eq(mailboxes.name, name), eq(mailboxes.lease, token)));
};
