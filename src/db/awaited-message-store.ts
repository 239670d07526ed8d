import type { Instant } from "../sla/instant.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { inboundEventJson } from "../stored/inbound-json.ts";
import type { MessageKey } from "../tickets/refs.ts";
import type { Database } from "./connection/handle.ts";
import { waiting } from "./inbox-store.ts";
import { and, eq, fromInstant, sql } from "./schema/orm.ts";
import { inbox } from "./schema/inbox-schema.ts";

/** A row of the inbox under this process's lease. */
interface Leased {
  readonly id: number;
  readonly token: string;
}

const keyOf = ({ channel, id }: MessageKey): string => `${channel} ${id}`;

const isLeased = ({ id, token }: Leased) => and(eq(inbox.id, id), eq(inbox.lease, token));

/** The edits and deletions of one person in one channel that wait for their messages. They end in the order of their arrival. */
const waitingLane = ({ channel, by }: InboundEvent): string => `${channel} ${by.user} awaits`;

/**
 * Counts the edits and deletions of this person in this channel that wait for their messages, up to `most`. Reads no
 * more rows than that.
 */
export const countAwaiting = async (db: Database, inboundEvent: InboundEvent, most: number): Promise<number> => {
  const some = db
    .select({ id: inbox.id })
    .from(inbox)
    .where(and(eq(inbox.lane, waitingLane(inboundEvent)), waiting))
    .limit(most)
    .as("some");
  const [row] = await db.select({ total: sql<number>`count(*)::int` }).from(some);
  return row?.total ?? 0;
};

/**
 * Records that an edit or a deletion waits for its message. From now on the message's arrival releases it, so the caller
 * must look for the message once more: it may have arrived before this. `kept` is the event as it is stored.
 */
export const awaitMessage = async (
  db: Database,
  leased: Leased,
  { message, kept }: { readonly message: MessageKey; readonly kept: InboundEvent },
): Promise<void> => {
  await db
    .update(inbox)
    .set({ awaits: keyOf(message), lane: waitingLane(kept), inboundEvent: inboundEventJson.write(kept) })
    .where(isLeased(leased));
};

/** Ends the lease of a row that waits for its message, until that time at most. The row is due if the message has arrived. */
export const settleAwaiting = async (db: Database, leased: Leased, until: Instant, now: Instant): Promise<void> => {
  await db
    .update(inbox)
    .set({
      notBefore: sql`case when ${inbox.awaits} is null then ${fromInstant(now)}::timestamptz else ${fromInstant(until)}::timestamptz end`,
      tries: 0,
      lease: null,
      leasedUntil: null,
    })
    .where(isLeased(leased));
};

/**
 * Makes the edits and deletions due that wait for a message that arrived. They are processed one by one, so that many
 * edits of one message delay no other person.
 */
export const releaseAwaiting = async (db: Database, message: MessageKey, now: Instant): Promise<void> => {
  const awaited = keyOf(message);
  await db
    .update(inbox)
    .set({ awaits: null, lane: `${awaited} arrived`, notBefore: now })
    .where(eq(inbox.awaits, awaited));
};
