import type { Placeholder } from "drizzle-orm";
import { severitiesThatGoFirst } from "../../sla/severity.ts";
import { isOneOf } from "../many-values.ts";
import { cards, outbox } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import { builtOnce, type Given } from "../connection/built-once.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { fromInstant, and, asc, desc, eq, inArray, isNotNull, isNull, lte, or, sql } from "../schema/orm.ts";
import type { Lease } from "./lease.ts";
import { isForThisProcess, none, platform, type LeftToOthers } from "./left-to-others.ts";
import { asStoredMessage, isReadableMessage, type OutboxRow, type UnreadableMessage } from "./outbox-row.ts";
import { cardBelow } from "./outbox-store.ts";
import type { Urgency } from "../schema/rows.ts";
import { tickets } from "../schema/schema.ts";

/** The people, channels and platforms to which nothing may be sent now, because their rate limit is used up. */
export interface ClosedLanes {
  readonly people: readonly string[];
  readonly channels: readonly string[];
  readonly platforms: readonly string[];
}

/** E-mail and files are claimed separately, so that a slow server does not delay chat. */
export type Transport = "chat" | "email" | "files";

/** Which messages to claim. The caller supplies the rules. */
export interface OutboxClaim {
  readonly transport: Transport;
  readonly now: Instant;
  readonly lease: Lease;
  /** How many messages to look for. Messages that are sent together with them are claimed as well. */
  readonly limit: number;
  /** The urgencies to claim, in this order. Messages of others stay. */
  readonly urgencies: readonly Urgency[];
  readonly closed: (urgent: boolean) => ClosedLanes;
  readonly leftToOthers: LeftToOthers;
  /** The order in which accounts take turns. */
  readonly inTurns: <Item>(items: readonly Item[], groupOf: (item: Item) => string) => readonly Item[];
}

/** What decides how a claimed message is sent. */
interface AboutMessage {
  /** Whether messages about a ticket of its severity go first. */
  readonly critical: boolean;
  /** When its ticket is due next. */
  readonly due: Instant | null;
  readonly account: string | null;
  /** The channel of the card below which the message goes. */
  readonly channel: ChannelRef | null;
}

export type ClaimedMessage = AboutMessage & { readonly row: OutboxRow };

/** A claimed row, which may be unreadable. */
type ClaimedRow = AboutMessage & { readonly row: OutboxRow | UnreadableMessage };

const isReadable = (claimed: ClaimedRow): claimed is ClaimedMessage => isReadableMessage(claimed.row);

/** Claimed messages, and claimed rows that hold no readable message. */
export interface ClaimedMessages {
  readonly messages: readonly ClaimedMessage[];
  readonly unreadable: readonly UnreadableMessage[];
}

/**
 * The row is the first of its lane, and the card below which it goes is posted or retired. A reminder or a page does
 * not wait for a card that could not be posted, because it has other recipients. The first row of a lane is one index
 * entry, however long the lane is.
 */
const maySend = sql`${outbox.id} = (
    select first.id from outbox first where first.lane = ${outbox.lane} and first.status = 'pending'
    order by first.lane, first.id limit 1)
  and (${outbox.target}->>'kind' <> 'card' or ${cards.ref} is not null or ${cards.goneAt} is not null
    or (${cards.why} is not null and ${outbox.message}->>'type' in ('reminder', 'page')))`;

/** The whole digest may be claimed. A part of it must not be sent under the key of the whole. */
const isWhole = (now: Instant) => sql`(${outbox.digest} is null or not exists (
    select 1 from outbox other where other.digest = ${outbox.digest} and other.status = 'pending'
      and (other.not_before > ${fromInstant(now)} or other.leased_until > ${fromInstant(now)})))`;

/** A message that is due and that no process has claimed. Earlier messages of its lane may have to go first. */
export const isToBeSent = (now: Instant | Placeholder) =>
  and(
    eq(outbox.status, "pending"),
    lte(outbox.notBefore, now),
    or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now)),
  );

const waiting = (now: Instant) => and(isToBeSent(now), maySend, isWhole(now));

/** Whether a message goes by e-mail, written like the index of pending messages. */
export const byEmail = (is: boolean) => (is ? sql`(target->>'kind' = 'email')` : sql`not (target->>'kind' = 'email')`);

const goesBy = (transport: Transport) =>
  and(byEmail(transport === "email"), sql`(${outbox.message}->>'type' = 'customerFile') = ${transport === "files"}`);

/** A person's limit in chat delays no e-mail to them. */
const isOpen = ({ people, channels, platforms }: ClosedLanes) =>
  and(
    none(people, sql`case when ${outbox.target}->>'kind' = 'person' then ${outbox.target}->>'person' end`),
    none(channels, sql`${cards.refChannel}`),
    none(platforms, platform(sql`${cards.refChannel}`)),
  );

/** Pages, reminders about critical tickets, and messages of people. Other reminders are ordinary. */
export const isUrgent = (urgency: Urgency): boolean => urgency < 2;

const goesFirst = sql<boolean>`${isOneOf(sql`coalesce(${tickets.confirmedSeverity}, ${tickets.claimedSeverity})`, severitiesThatGoFirst)}`;

/** Messages with the severity of their tickets and the channel of the card below which they go. */
const claimable = (tx: Tx) =>
  tx
    .select({
      row: outbox,
      critical: goesFirst,
      due: tickets.nextDue,
      account: tickets.account,
      channel: cards.refChannel,
    })
    .from(outbox)
    .innerJoin(tickets, eq(tickets.number, outbox.ticket))
    .leftJoin(cards, eq(cards.id, cardBelow));

const asClaimed = (rows: readonly Awaited<ReturnType<typeof claimable>>[number][]): readonly ClaimedRow[] =>
  rows.map(({ row, ...about }) => ({ ...about, row: asStoredMessage(row) }));

/**
 * Returns the person who gets this reminder as a direct message, if it may join a digest. A reminder that was attempted
 * stays alone: it may have arrived, and is looked for under its own key.
 */
export const personToRemind = ({ message, target, attemptedAt }: OutboxRow): string | null =>
  message.type === "reminder" && target.kind === "person" && attemptedAt === null ? target.person : null;

/** How many messages of people are read for each that may be claimed, so that accounts can take turns. */
const candidates = 4;

/**
 * Locks messages of one urgency that may go out now. Messages of people without an account are read separately, so that
 * they cannot displace the others. Then accounts take turns; all people without an account count as one.
 */
const readyOf = async (
  tx: Tx,
  urgency: Urgency,
  limit: number,
  { transport, now, closed, leftToOthers, inTurns }: OutboxClaim,
): Promise<readonly ClaimedRow[]> => {
  const ofKind = async (kind: ReturnType<typeof isNull> | undefined, most: number) =>
    asClaimed(
      await claimable(tx)
        .where(
          and(
            eq(outbox.urgency, urgency),
            waiting(now),
            goesBy(transport),
            isOpen(closed(isUrgent(urgency))),
            isForThisProcess(leftToOthers),
            kind,
          ),
        )
        .orderBy(asc(outbox.notBefore), asc(outbox.id))
        .limit(most)
        .for("update", { of: outbox, skipLocked: true }),
    );
  if (urgency !== 1) return ofKind(undefined, limit);
  const ofAccounts = await ofKind(isNotNull(tickets.account), limit * candidates);
  const ofStrangers = await ofKind(isNull(tickets.account), limit);
  return inTurns([...ofAccounts, ...ofStrangers], ({ account }) => account ?? "").slice(0, limit);
};

const dueAmong = (mail: boolean) =>
  builtOnce((db, given: Given<"now">) => {
    const isAny = (urgency: Urgency) =>
      sql<boolean>`exists ${db
        .select({ id: outbox.id })
        .from(outbox)
        .where(and(byEmail(mail), isToBeSent(given("now")), eq(outbox.urgency, urgency)))}`;
    return db.select({ 0: isAny(0), 1: isAny(1), 2: isAny(2) }).from(sql`(values (1)) as one_row`);
  });

const dueMessages = { email: dueAmong(true), others: dueAmong(false) };

/** Returns the urgencies of the messages that are due, e-mails or others. Most calls find none. */
export const dueUrgencies = async (db: Database, transport: Transport, now: Instant): Promise<readonly Urgency[]> => {
  const [is] = await dueMessages[transport === "email" ? "email" : "others"](db, { now: fromInstant(now) });
  return ([0, 1, 2] as const).filter((urgency) => is?.[urgency] === true);
};

/** Locks what may go out now: the most urgent first, then the oldest. */
const ready = async (tx: Tx, claim: OutboxClaim): Promise<readonly ClaimedRow[]> => {
  const found: ClaimedRow[] = [];
  for (const urgency of claim.urgencies)
    if (found.length < claim.limit) found.push(...(await readyOf(tx, urgency, claim.limit - found.length, claim)));
  return found;
};

/** The most reminders for one person at a time: a digest and the single reminders before it. */
const perPerson = 23;

/** Locks more reminders for the same people, as many as can go together, and the other parts of earlier digests. */
const sentWith = async (
  tx: Tx,
  found: readonly ClaimedRow[],
  { now, urgencies, leftToOthers }: OutboxClaim,
): Promise<readonly ClaimedRow[]> => {
  const people = [...new Set(found.filter(isReadable).flatMap(({ row }) => personToRemind(row) ?? []))];
  const digests = found.flatMap(({ row }) => row.digest ?? []);
  if (people.length === 0 && digests.length === 0) return [];
  const person = sql`${outbox.target}->>'person'`;
  const theirs = tx
    .select({
      id: outbox.id,
      place:
        sql<number>`row_number() over (partition by ${person} order by ${desc(goesFirst)}, ${tickets.nextDue}, ${outbox.id})`.as(
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
        inArray(outbox.urgency, [...urgencies]),
        sql`${outbox.message}->>'type' = 'reminder'`,
        sql`${outbox.target}->>'kind' = 'person'`,
        inArray(person, people),
      ),
    )
    .as("theirs");
  const chosen = tx.select({ id: theirs.id }).from(theirs).where(lte(theirs.place, perPerson));
  const rows = await claimable(tx)
    .where(
      and(
        waiting(now),
        isForThisProcess(leftToOthers),
        or(
          people.length === 0 ? undefined : inArray(outbox.id, chosen),
          digests.length === 0 ? undefined : inArray(outbox.digest, digests),
        ),
      ),
    )
    .for("update", { of: outbox, skipLocked: true });
  return asClaimed(rows);
};

/** Digests of which another process has locked a part, or a part cannot be read. */
const partlyClaimed = async (tx: Tx, all: ReadonlyMap<number, ClaimedRow>): Promise<ReadonlySet<string>> => {
  const digests = [...all.values()].flatMap(({ row }) => row.digest ?? []);
  if (digests.length === 0) return new Set();
  const parts = await tx
    .select({ id: outbox.id, digest: outbox.digest })
    .from(outbox)
    .where(and(eq(outbox.status, "pending"), inArray(outbox.digest, [...new Set(digests)])));
  return new Set(
    parts.flatMap(({ id, digest }) => {
      const part = all.get(id);
      return part !== undefined && isReadable(part) ? [] : (digest ?? []);
    }),
  );
};

/**
 * Claims messages that may go out, and others that may be sent with them. It marks no attempt: the caller first
 * decides, outside this transaction, what it sends, and then calls `markAttempts`. If the process ends in between, the
 * lease runs out and the rows are unchanged.
 */
export const claimOutbox = (db: Database, claim: OutboxClaim): Promise<ClaimedMessages> =>
  db.transaction(async (tx) => {
    const found = await ready(tx, claim);
    const all = new Map([...found, ...(await sentWith(tx, found, claim))].map((each) => [each.row.id, each]));
    const incomplete = await partlyClaimed(tx, all);
    const ours = [...all.values()].filter(
      (each) => !isReadable(each) || each.row.digest === null || !incomplete.has(each.row.digest),
    );
    if (ours.length > 0)
      await tx
        .update(outbox)
        .set({ lease: claim.lease.token, leasedUntil: claim.lease.until })
        .where(
          inArray(
            outbox.id,
            ours.map(({ row }) => row.id),
          ),
        );
    return {
      messages: ours.filter(isReadable),
      unreadable: ours.flatMap(({ row }) => (isReadableMessage(row) ? [] : [row])),
    };
  });
