import type { Placeholder } from "drizzle-orm";
import type { Instant } from "../sla/instant.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Database } from "./connection/handle.ts";
import type { Lease } from "./delivery/lease.ts";
import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, notInArray, or, sql } from "./schema/orm.ts";
import { inbox } from "./schema/inbox-schema.ts";
import { inboundEventJson } from "../stored/inbound-json.ts";
import { readOrWhy, type UnreadableJson } from "../stored/versioned-json.ts";

type StoredRow = typeof inbox.$inferSelect;

/** A row of the inbox. Its event may be one that this version of Plazo cannot read. */
export type InboxRow = Omit<StoredRow, "inboundEvent"> & { readonly inboundEvent: InboundEvent | UnreadableJson };

const asInboxRow = (row: StoredRow): InboxRow => ({
  ...row,
  inboundEvent: readOrWhy(() => inboundEventJson.read(row.inboundEvent)),
});

/** An inbound event to store, already claimed by the process that received it. */
export interface Arrival {
  readonly inboundEvent: InboundEvent;
  readonly lane: string;
  readonly at: Instant;
  readonly lease: Lease;
  /** The platform sends it once more, or the adapter read it back: no person did anything just now. */
  readonly isRepeat: boolean;
}

/**
 * Stores inbound events, all or none, and returns the keys that were new. They are committed when this resolves. An event
 * that was parked, or refused for now, is new when it comes again, for example if the person sets the same emoji again. It is not when
 * it is a repeat: the request may be hours old, and the event may end the process each time.
 */
export const storeArrivals = async (db: Database, arrivals: readonly Arrival[]): Promise<readonly string[]> => {
  const rows = await db
    .insert(inbox)
    .values(
      arrivals.map(({ inboundEvent, lane, at, lease }) => {
        const claim = { lease: lease.token, leasedUntil: lease.until };
        const { key } = inboundEvent;
        const event = inboundEventJson.write(inboundEvent);
        return { key, lane, inboundEvent: event, receivedAt: at, notBefore: at, ...claim };
      }),
    )
    .onConflictDoNothing()
    .returning({ key: inbox.key });
  const stored = new Set(rows.map(({ key }) => key));
  const known = arrivals.filter(({ inboundEvent: { key }, isRepeat }) => !stored.has(key) && !isRepeat);
  for (const key of await parkedOf(db, known)) {
    const again = known.find((each) => each.inboundEvent.key === key);
    if (again !== undefined && (await releaseParked(db, again))) stored.add(key);
  }
  return [...stored];
};

const parkedOf = async (db: Database, arrivals: readonly Arrival[]): Promise<readonly string[]> => {
  if (arrivals.length === 0) return [];
  const keys = arrivals.map(({ inboundEvent: { key } }) => key);
  const rows = await db
    .select({ key: inbox.key })
    .from(inbox)
    .where(and(inArray(inbox.key, keys), isNotNull(inbox.parked)));
  return rows.map(({ key }) => key);
};

/** Lets an event that was parked or refused for now be processed again. False if it was neither. */
const releaseParked = async (db: Database, { inboundEvent, lane, at, lease }: Arrival): Promise<boolean> => {
  const rows = await db
    .update(inbox)
    .set({
      lane,
      inboundEvent: inboundEventJson.write(inboundEvent),
      receivedAt: at,
      notBefore: at,
      lease: lease.token,
      leasedUntil: lease.until,
      tries: 0,
      parked: null,
      doneAt: null,
    })
    .where(and(eq(inbox.key, inboundEvent.key), isNotNull(inbox.parked)))
    .returning({ key: inbox.key });
  return rows.length > 0;
};

/** A row that was put aside. A finished one was refused for now, and waits for nothing. */
export const isParked = and(isNotNull(inbox.parked), isNull(inbox.doneAt));

/** An event that was parked, without what a person wrote. */
export interface ParkedEvent {
  readonly kind: string;
  readonly receivedAt: Instant;
  readonly why: string;
}

/** Every parked event, the oldest first. */
export const readParked = async (db: Database): Promise<readonly ParkedEvent[]> => {
  const rows = await db.select().from(inbox).where(isParked).orderBy(asc(inbox.receivedAt));
  return rows.map(asInboxRow).map(({ inboundEvent, receivedAt, parked }) => ({
    kind: "kind" in inboundEvent ? inboundEvent.kind : "unreadable",
    receivedAt,
    why: parked ?? "",
  }));
};

/** Lets every parked event be processed again, as if it arrived now. Returns how many there were. */
export const releaseAllParked = async (db: Database, now: Instant): Promise<number> => {
  const rows = await db
    .update(inbox)
    .set({ receivedAt: now, notBefore: now, lease: null, leasedUntil: null, tries: 0, parked: null })
    .where(isParked)
    .returning({ id: inbox.id });
  return rows.length;
};

/** A row that is not finished. */
export const waiting = and(isNull(inbox.doneAt), isNull(inbox.parked));

/** Reads one index entry, however long the lane is. */
const firstOfLane = sql`${inbox.id} = (
  select first.id from inbox first where first.lane = ${inbox.lane} and first.done_at is null and first.parked is null
  order by first.lane, first.id limit 1)`;

/** A row that is due and that no other process has claimed. Earlier rows of its lane may come first. */
export const isClaimable = (now: Instant | Placeholder, intakeToken: string | Placeholder) =>
  and(
    waiting,
    lte(inbox.notBefore, now),
    or(isNull(inbox.leasedUntil), lte(inbox.leasedUntil, now), eq(inbox.lease, intakeToken)),
  );

const isOutside = (platforms: readonly string[]) =>
  platforms.length === 0
    ? undefined
    : notInArray(sql`split_part(coalesce(${inbox.inboundEvent}->>'channel', ''), ':', 1)`, [...platforms]);

/** Claims the first row of each lane that is free, or that this process claimed under `heard` when it received it. */
export const leaseInbox = async (
  db: Database,
  {
    now,
    lease,
    limit,
    intakeToken,
    elsewhere = [],
  }: {
    readonly now: Instant;
    readonly lease: Lease;
    readonly limit: number;
    readonly intakeToken: string;
    /** Platforms whose events another process processes, because it can ask the platform. */
    readonly elsewhere?: readonly string[];
  },
): Promise<readonly InboxRow[]> => {
  const first = db.$with("first").as(
    db
      .select({ id: inbox.id })
      .from(inbox)
      .where(and(isClaimable(now, intakeToken), isOutside(elsewhere), firstOfLane))
      .orderBy(asc(inbox.id))
      .limit(limit)
      .for("update", { skipLocked: true }),
  );
  const rows = await db
    .with(first)
    .update(inbox)
    .set({ lease: lease.token, leasedUntil: lease.until, tries: sql`${inbox.tries} + 1` })
    .from(first)
    .where(eq(inbox.id, first.id))
    .returning({ row: inbox });
  return rows.map(({ row }) => asInboxRow({ ...row, tries: row.tries - 1 }));
};

type Outcome =
  | { readonly doneAt: Instant }
  /** Finished, but new when it comes again. */
  | { readonly doneAt: Instant; readonly parked: "refused for now" }
  | { readonly notBefore: Instant; readonly tries?: number }
  /**
   * The event waits for a process that has what it needs, or for its platform. The row moves to a lane of its own, so that
   * it delays no other.
   */
  | { readonly notBefore: Instant; readonly lane: string; readonly tries: number }
  | { readonly parked: string };

/** The key of an event stays. Its text is stored with the ticket if it belongs to one. */
export const withoutText = sql`${inbox.inboundEvent} - '{text,title,format,files,mentions,values,quote}'::text[]`;

/**
 * Writes the outcome and ends the lease. A finished row keeps no text. False if the lease was lost: then nothing was
 * written.
 */
export const settleInbox = async (db: Database, id: number, token: string, outcome: Outcome): Promise<boolean> => {
  const rows = await db
    .update(inbox)
    .set({
      ...outcome,
      ...("doneAt" in outcome ? { inboundEvent: withoutText, awaits: null } : {}),
      lease: null,
      leasedUntil: null,
    })
    .where(and(eq(inbox.id, id), eq(inbox.lease, token)))
    .returning({ id: inbox.id });
  return rows.length > 0;
};

export const forgetInboxBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(inbox).where(and(isNotNull(inbox.doneAt), lt(inbox.doneAt, at)));
};
