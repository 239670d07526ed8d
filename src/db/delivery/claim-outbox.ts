import { cards, outbox } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";
import { randomUUID } from "node:crypto";
import { inDigests } from "../../features/reminders/digests.ts";
import { fairOrder } from "../../features/limits/fair-order.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { fromInstant } from "../schema/instant.ts";
import type { Lease } from "./lease.ts";
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, notInArray, or, sql } from "../schema/orm.ts";
import { cardBelow, type OutboxRow } from "./outbox-store.ts";
import type { OutboxTarget, Urgency } from "../schema/rows.ts";
import { tickets } from "../schema/schema.ts";

/** Where nothing may go now, because the platforms take no more: keys of people, channels, whole platforms. */
export interface Closed {
  readonly people: readonly string[];
  readonly channels: readonly string[];
  readonly platforms: readonly string[];
}

/** What stands between the outbox and the platforms. */
export interface Gate {
  /** Only what is urgent goes now: more of the rest is on its way into the outbox, to be told together. */
  readonly urgentOnly: boolean;
  closed(urgent: boolean): Closed;
  /** How many messages may go to somebody now. */
  room(person: string, urgent: boolean): number;
  /** Counts a message, where it may go. `channel`: where the card stands that it goes below. */
  take(target: OutboxTarget, channel: ChannelRef | null, urgent: boolean): boolean;
}

/**
 * First of its lane, and its card (where it hangs below one) is posted or will never be. What can go another way does not wait
 * for a card that could not be posted: it takes the next notify target. The first of a lane is one entry of an index, however long
 * the lane is.
 */
const maySend = sql`${outbox.id} = (
    select first.id from outbox first where first.lane = ${outbox.lane} and first.status = 'pending'
    order by first.lane, first.id limit 1)
  and (${outbox.target}->>'kind' <> 'card' or ${cards.ref} is not null or ${cards.goneAt} is not null
    or (${cards.why} is not null and ${outbox.message}->>'type' in ('reminder', 'page')))`;

/** All of its digest may be claimed: a part of it, sent under the name of all, would be taken for the whole. */
const isWhole = (now: Instant) => sql`(${outbox.digest} is null or not exists (
    select 1 from outbox other where other.digest = ${outbox.digest} and other.status = 'pending'
      and (other.not_before > ${fromInstant(now)} or other.leased_until > ${fromInstant(now)})))`;

/** A message whose time it is, and that no process has. Others may have to go before it. */
export const isOwed = (now: Instant) =>
  and(
    eq(outbox.status, "pending"),
    lte(outbox.notBefore, now),
    or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now)),
  );

const waiting = (now: Instant) => and(isOwed(now), maySend, isWhole(now));

/** Mail and files have a way of their own, so that a slow server never holds up chat. */
export type Way = "chat" | "email" | "files";

/** Whether it goes by mail, as the index of pending messages keeps it. */
export const byEmail = (is: boolean) => (is ? sql`(target->>'kind' = 'email')` : sql`not (target->>'kind' = 'email')`);

const goes = (way: Way) =>
  and(byEmail(way === "email"), sql`(${outbox.message}->>'type' = 'customerFile') = ${way === "files"}`);

const none = (values: readonly string[], column: ReturnType<typeof sql>) =>
  values.length === 0 ? undefined : notInArray(sql`coalesce(${column}, '')`, [...values]);

const isOpen = ({ people, channels, platforms }: Closed) =>
  and(
    none(people, sql`${outbox.target}->>'person'`),
    none(channels, sql`${cards.refChannel}`),
    none(platforms, sql`split_part(${cards.refChannel}, ':', 1)`),
  );

/** Reminders about critical tickets, and people's words. */
const isUrgent = (urgency: Urgency): boolean => urgency < 2;

const critical = sql<boolean>`coalesce(${tickets.confirmedSeverity}, ${tickets.claimedSeverity}) = 'critical'`;

/** Messages with the urgency of their tickets and the channel of their card, where they hang below one. */
const claimable = (tx: Tx) =>
  tx
    .select({
      row: outbox,
      critical,
      due: tickets.nextDue,
      account: tickets.account,
      channel: cards.refChannel,
    })
    .from(outbox)
    .innerJoin(tickets, eq(tickets.number, outbox.ticket))
    .leftJoin(cards, eq(cards.id, cardBelow));

type Claimable = Awaited<ReturnType<typeof claimable>>[number];

/** Who is to be told of a clock in chat. One that was tried by itself before is looked for by itself. */
const directTo = ({ message, target, attemptedAt }: OutboxRow): string | null =>
  message.type === "reminder" && target.kind === "person" && attemptedAt === null ? target.person : null;

/** How many of people's words are looked at for each that may be claimed, so that accounts can take turns. */
const candidates = 4;

/**
 * What may go out now of one urgency, where no other process claims it. Words of customers with an account are looked for first
 * and by themselves: however many words of people without one wait, they fill no places of the others. Then accounts take turns;
 * all people without one are one account.
 */
const readyOf = async (
  tx: Tx,
  urgency: Urgency,
  { way, now, limit, gate }: { readonly way: Way; readonly now: Instant; readonly limit: number; readonly gate: Gate },
): Promise<readonly Claimable[]> => {
  const ofKind = (kind: ReturnType<typeof isNull> | undefined, most: number) =>
    claimable(tx)
      .where(and(eq(outbox.urgency, urgency), waiting(now), goes(way), isOpen(gate.closed(isUrgent(urgency))), kind))
      .orderBy(asc(outbox.notBefore), asc(outbox.id))
      .limit(most)
      .for("update", { of: outbox, skipLocked: true });
  if (urgency !== 1) return ofKind(undefined, limit);
  const ofAccounts = await ofKind(isNotNull(tickets.account), limit * candidates);
  const ofStrangers = await ofKind(isNull(tickets.account), limit);
  return fairOrder([...ofAccounts, ...ofStrangers], ({ account }) => account ?? "").slice(0, limit);
};

/** What may go out now, the most urgent first and then what waited longest; claimed where no other process has it. */
const ready = async (tx: Tx, way: Way, now: Instant, limit: number, gate: Gate): Promise<readonly Claimable[]> => {
  const found: Claimable[] = [];
  for (const urgency of gate.urgentOnly ? ([0, 1] as const) : ([0, 1, 2] as const))
    if (found.length < limit)
      found.push(...(await readyOf(tx, urgency, { way, now, limit: limit - found.length, gate })));
  return found;
};

/** A digest and what goes before it; what is left makes the next one. */
const perPerson = 23;

/** What else waits for the same people, as much as they may be told of at once, or went out together with these before. */
const company = async (
  tx: Tx,
  found: readonly Claimable[],
  now: Instant,
  { urgentOnly }: Gate,
): Promise<readonly Claimable[]> => {
  const people = [...new Set(found.flatMap(({ row }) => directTo(row) ?? []))];
  const digests = found.flatMap(({ row }) => row.digest ?? []);
  if (people.length === 0 && digests.length === 0) return [];
  const person = sql`${outbox.target}->>'person'`;
  const theirs = tx
    .select({
      id: outbox.id,
      place:
        sql<number>`row_number() over (partition by ${person} order by ${desc(critical)}, ${tickets.nextDue}, ${outbox.id})`.as(
          "place",
        ),
    })
    .from(outbox)
    .innerJoin(tickets, eq(tickets.number, outbox.ticket))
    .where(
      and(
        eq(outbox.status, "pending"),
        lte(outbox.notBefore, now),
        or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now)),
        isNull(outbox.digest),
        isNull(outbox.attemptedAt),
        urgentOnly ? lt(outbox.urgency, 2) : undefined,
        sql`${outbox.message}->>'type' = 'reminder'`,
        sql`${outbox.target}->>'kind' = 'person'`,
        inArray(person, people),
      ),
    )
    .as("theirs");
  const chosen = tx.select({ id: theirs.id }).from(theirs).where(lte(theirs.place, perPerson));
  return claimable(tx)
    .where(
      and(
        waiting(now),
        or(
          people.length === 0 ? undefined : inArray(outbox.id, chosen),
          digests.length === 0 ? undefined : inArray(outbox.digest, digests),
        ),
      ),
    )
    .for("update", { of: outbox, skipLocked: true });
};

/** Digests of which somebody else claims a part at this moment. */
const torn = async (tx: Tx, all: ReadonlyMap<number, Claimable>): Promise<ReadonlySet<string>> => {
  const digests = [...all.values()].flatMap(({ row }) => row.digest ?? []);
  if (digests.length === 0) return new Set();
  const parts = await tx
    .select({ id: outbox.id, digest: outbox.digest })
    .from(outbox)
    .where(and(eq(outbox.status, "pending"), inArray(outbox.digest, [...new Set(digests)])));
  return new Set(parts.flatMap(({ id, digest }) => (all.has(id) ? [] : (digest ?? []))));
};

/**
 * Claims messages that may go out and marks the attempt before it is made: groups, each of which is one message. What the
 * gate does not let through stays as it is, so that more may join it. The rows come as they were before but for their
 * digest, so an earlier attempt without an outcome is still to be seen.
 */
export const leaseOutbox = (
  db: Database,
  way: Way,
  now: Instant,
  lease: Lease,
  limit: number,
  gate: Gate,
): Promise<readonly (readonly OutboxRow[])[]> =>
  db.transaction(async (tx) => {
    const found = await ready(tx, way, now, limit, gate);
    const all = new Map([...found, ...(await company(tx, found, now, gate))].map((each) => [each.row.id, each]));
    const elsewhere = await torn(tx, all);
    const ours = [...all.values()].filter(({ row }) => row.digest === null || !elsewhere.has(row.digest));
    const groups = inDigests(
      ours.map((each) => asWaiting(each, gate)),
      randomUUID,
    )
      .toSorted((one, other) => urgencyOf(one) - urgencyOf(other))
      .filter((group) => {
        const [first] = group;
        return first !== undefined && gate.take(first.row.target, first.channel, isUrgent(urgencyOf(group)));
      })
      .map((group) => group.map(({ row, digest }) => ({ ...row, digest })));
    await mark(tx, groups.flat(), now, lease);
    return groups;
  });

const urgencyOf = (group: readonly Pick<Claimable, "row">[]): Urgency =>
  group.reduce<Urgency>((least, { row }) => (row.urgency < least ? row.urgency : least), 2);

const asWaiting = ({ row, critical, due, channel }: Claimable, gate: Gate) => {
  const person = directTo(row);
  return {
    row,
    channel,
    critical,
    due: due ?? row.createdAt,
    person,
    digest: row.digest,
    room: person === null ? 1 : gate.room(person, isUrgent(row.urgency)),
  };
};

const mark = async (tx: Tx, rows: readonly OutboxRow[], now: Instant, lease: Lease): Promise<void> => {
  if (rows.length === 0) return;
  const claimed = sql.join(
    rows.map(({ id, digest }) => sql`(${id}::bigint, ${digest}::text)`),
    sql`, `,
  );
  await tx.execute(
    sql`update ${outbox} set lease = ${lease.token}, leased_until = ${fromInstant(lease.until)},
        attempted_at = coalesce(attempted_at, ${fromInstant(now)}), tries = tries + 1, digest = claimed.digest
      from (values ${claimed}) as claimed (id, digest) where ${outbox.id} = claimed.id`,
  );
};
