import type { Placeholder } from "drizzle-orm";
import { severitiesThatGoFirst } from "../../sla/severity.ts";
import { isOneOf } from "../many-values.ts";
import { cards } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ChannelRef, UserRef } from "../../tickets/refs.ts";
import { asStoredCard, isReadableCard, type CardRow, type UnreadableCard } from "./card-row.ts";
import { builtOnce, type Given } from "../connection/built-once.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { fromInstant, and, asc, inArray, isNotNull, isNull, lt, lte, notInArray, or, sql } from "../schema/orm.ts";
import type { Lease } from "./lease.ts";

/** Places and whole platforms that take no more cards now: where nothing may be posted, and where nothing may be edited. */
export interface ClosedForCards {
  readonly posts: readonly string[];
  readonly edits: readonly string[];
}

/** Which cards are claimed. */
export interface CardClaim {
  readonly now: Instant;
  readonly lease: Lease;
  readonly limit: number;
  readonly closed: (urgent: boolean) => ClosedForCards;
  /** Puts cards of several groups into the order in which the groups take turns. */
  readonly inTurns: <Item>(items: readonly Item[], groupOf: (item: Item) => string) => readonly Item[];
}

/** A claimed card with what decides whether it goes now. The row is as it was before the claim. */
export interface ClaimedCard {
  readonly row: CardRow;
  /** Where the card stands or is to stand. */
  readonly place: ChannelRef | UserRef;
  readonly urgent: boolean;
}

/** Claimed cards, and claimed rows that cannot be read. */
export interface ClaimedCards {
  readonly cards: readonly ClaimedCard[];
  readonly unreadable: readonly UnreadableCard[];
}

const placeOf = ({ refChannel, place: wanted }: CardRow): ChannelRef | UserRef =>
  refChannel ?? (wanted.kind === "channel" ? wanted.channel : wanted.user);

/** The same in a statement; null if the row is damaged, so that it is claimed and reported. */
const place = sql<string | null>`coalesce(${cards.refChannel}, ${cards.place}->>'channel', ${cards.place}->>'user')`;
const platform = sql`split_part(${place}, ':', 1)`;

const outside = (closed: readonly string[]) =>
  closed.length === 0 ? undefined : and(notInArray(place, [...closed]), notInArray(platform, [...closed]));

/**
 * The first that the team, or the customer, sees of a ticket whose severity goes first. The severity is a subquery, and not a join: only the few
 * cards that are behind and not posted yet ask for it.
 */
const urgent = sql<boolean>`(${cards.ref} is null and ${cards.side} <> 'collected' and ${isOneOf(
  sql`(select coalesce(ticket.confirmed_severity, ticket.claimed_severity) from tickets ticket where ticket.number = ${cards.ticket})`,
  severitiesThatGoFirst,
)})`;

/**
 * The account of the ticket; null for requesters without one, and for the line in which their tickets wait. Read by the ticket's
 * number, like the severity.
 */
const account = sql<
  string | null
>`(select ticket.account from tickets ticket where ticket.number = ${cards.ticket} and ${cards.side} <> 'collected')`;

/** Which cards a statement looks for: urgent ones, or others by whether their ticket belongs to an account. */
type Kind = "urgent" | "ofAccounts" | "ofStrangers";

/** Cards of one kind whose place is open. */
const isOpen = (closed: CardClaim["closed"], kind: Kind) => {
  if (kind === "urgent") return and(isNull(cards.ref), urgent, outside(closed(true).posts));
  const { posts, edits } = closed(false);
  return and(
    or(and(isNotNull(cards.ref), outside(edits)), and(isNull(cards.ref), sql`not ${urgent}`, outside(posts))),
    kind === "ofAccounts" ? isNotNull(account) : isNull(account),
  );
};

/**
 * How many candidates are looked at for each card that may be claimed, so that accounts can take turns. More than one account's
 * people may open at a time (`limits.tickets`), so that no account fills all the places.
 */
const candidates = 10;

/** A card that shows too little, whose time it is, and that no process has. */
export const isOutdated = (now: Instant | Placeholder) =>
  and(
    lt(cards.shown, cards.wanted),
    isNull(cards.goneAt),
    lte(cards.notBefore, now),
    or(isNull(cards.leasedUntil), lte(cards.leasedUntil, now)),
  );

const anyOutdated = builtOnce((db, given: Given<"now">) =>
  db
    .select({ id: cards.id })
    .from(cards)
    .where(isOutdated(given("now")))
    .orderBy(asc(cards.notBefore))
    .limit(1),
);

/** Locks cards of one kind that are behind and that no other process has, in the order in which they became due. */
const outdatedCards = (tx: Tx, { now, limit, closed }: CardClaim, kind: Kind) =>
  tx
    .select({ row: cards, account })
    .from(cards)
    .where(and(isOutdated(now), isOpen(closed, kind)))
    .orderBy(asc(cards.notBefore), asc(cards.id))
    .limit(limit * candidates)
    .for("update", { skipLocked: true });

type OutdatedCard = Awaited<ReturnType<typeof outdatedCards>>[number];

const amongRows = (rows: readonly OutdatedCard[]) =>
  inArray(
    cards.id,
    rows.map(({ row }) => row.id),
  );

/**
 * Claims cards that are behind, urgent ones first. Accounts take turns; all requesters without an account are one of them, and
 * come last in a turn. It marks no attempt: the caller first decides, outside this transaction, which cards go, and then
 * calls `markAttempts`. If the process ends in between, the lease runs out and the rows are unchanged.
 */
export const claimCards = async (db: Database, claim: CardClaim): Promise<ClaimedCards> => {
  // Most calls find nothing, and need no transaction.
  if ((await anyOutdated(db, { now: fromInstant(claim.now) })).length === 0) return { cards: [], unreadable: [] };
  return db.transaction(async (tx) => {
    const { lease, limit } = claim;
    const inTurns = (found: readonly OutdatedCard[]) => claim.inTurns(found, (each) => each.account ?? "");
    const first = inTurns(await outdatedCards(tx, claim, "urgent"));
    const urgentIds = new Set(first.map(({ row }) => row.id));
    const ofAccounts = first.length < limit ? await outdatedCards(tx, claim, "ofAccounts") : [];
    const ofStrangers = first.length < limit ? await outdatedCards(tx, claim, "ofStrangers") : [];
    // A severity that changes between the statements must not claim a card twice.
    const others = [...ofAccounts, ...ofStrangers].filter(({ row }) => !urgentIds.has(row.id));
    const ours = [...first, ...inTurns(others)].slice(0, limit);
    if (ours.length > 0)
      await tx.update(cards).set({ lease: lease.token, leasedUntil: lease.until }).where(amongRows(ours));
    const claimed = ours.map(({ row, ...about }) => ({ ...about, row: asStoredCard(row) }));
    return {
      cards: claimed.flatMap(({ row }) =>
        isReadableCard(row) ? [{ row, place: placeOf(row), urgent: urgentIds.has(row.id) }] : [],
      ),
      unreadable: claimed.flatMap(({ row }) => (isReadableCard(row) ? [] : [row])),
    };
  });
};
