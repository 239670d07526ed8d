import { cards } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";
import { fairOrder } from "../../features/limits/fair-order.ts";
import type { ChannelRef, UserRef } from "../../tickets/refs.ts";
import type { CardRow } from "./card-store.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { fromInstant } from "../schema/instant.ts";
import type { Lease } from "./lease.ts";
import { and, asc, inArray, isNotNull, isNull, lt, lte, notInArray, or, sql } from "../schema/orm.ts";

/** What stands between the cards and the platforms. */
export interface CardGate {
  /** Where nothing may be posted, and where nothing edited, because the platforms take no more: places and whole platforms. */
  closedForCards(urgent: boolean): { readonly posts: readonly string[]; readonly edits: readonly string[] };
  /** Counts a post or an edit, where it may go. */
  takeCard(place: ChannelRef | UserRef, isEdit: boolean, urgent: boolean): boolean;
}

/** Where a card stands, or is to stand; null where its row was damaged, which shows when it is drawn. */
const place = sql<
  ChannelRef | UserRef | null
>`coalesce(${cards.refChannel}, ${cards.place}->>'channel', ${cards.place}->>'user')`;
const platform = sql`split_part(${place}, ':', 1)`;

const outside = (closed: readonly string[]) =>
  closed.length === 0 ? undefined : and(notInArray(place, [...closed]), notInArray(platform, [...closed]));

/**
 * The first that the team sees of a critical ticket, or the customer. The severity is a subquery, and not a join: only the few
 * cards that are behind and not posted yet ask for it.
 */
const urgent = sql<boolean>`(${cards.ref} is null and ${cards.side} <> 'collected' and (
  select coalesce(ticket.confirmed_severity, ticket.claimed_severity) from tickets ticket where ticket.number = ${cards.ticket}
) = 'critical')`;

/**
 * The account of the ticket; null for requesters without one, and for the line in which their tickets wait. Read by the ticket's
 * number, like the severity.
 */
const account = sql<
  string | null
>`(select ticket.account from tickets ticket where ticket.number = ${cards.ticket} and ${cards.side} <> 'collected')`;

/** Which cards a statement looks for: urgent ones, or others by whether their ticket belongs to an account. */
type Kind = "urgent" | "ofAccounts" | "ofStrangers";

/** Cards of one kind that the gate lets through. */
const isOpen = (gate: CardGate, kind: Kind) => {
  if (kind === "urgent") return and(isNull(cards.ref), urgent, outside(gate.closedForCards(true).posts));
  const { posts, edits } = gate.closedForCards(false);
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
export const isBehind = (now: Instant) =>
  and(
    lt(cards.shown, cards.wanted),
    isNull(cards.goneAt),
    lte(cards.notBefore, now),
    or(isNull(cards.leasedUntil), lte(cards.leasedUntil, now)),
  );

/** Cards of one kind that are behind, claimed where no other process has them, in the order in which they became due. */
const behind = (tx: Tx, now: Instant, limit: number, gate: CardGate, kind: Kind) =>
  tx
    .select({ row: cards, place, account })
    .from(cards)
    .where(and(isBehind(now), isOpen(gate, kind)))
    .orderBy(asc(cards.notBefore), asc(cards.id))
    .limit(limit * candidates)
    .for("update", { skipLocked: true });

type Behind = Awaited<ReturnType<typeof behind>>[number];

/** Accounts take turns; all requesters without an account are one of them, and come last in a turn. */
const inTurns = (found: readonly Behind[]): readonly Behind[] => fairOrder(found, (each) => each.account ?? "");

/**
 * Claims cards that are behind and marks the attempt before it is made, what is urgent first. What the gate does not let through
 * stays as it is, and shows what is newest when its turn comes. The rows come as they were before, so an earlier attempt
 * without an outcome is still to be seen.
 */
export const leaseCards = (
  db: Database,
  now: Instant,
  lease: Lease,
  limit: number,
  gate: CardGate,
): Promise<readonly CardRow[]> =>
  db.transaction(async (tx) => {
    const first = inTurns(await behind(tx, now, limit, gate, "urgent"));
    const urgentIds = new Set(first.map(({ row }) => row.id));
    const ofAccounts = first.length < limit ? await behind(tx, now, limit, gate, "ofAccounts") : [];
    const ofStrangers = first.length < limit ? await behind(tx, now, limit, gate, "ofStrangers") : [];
    // A severity that changes between the statements must not claim a card twice.
    const others = [...ofAccounts, ...ofStrangers].filter(({ row }) => !urgentIds.has(row.id));
    const rows: CardRow[] = [];
    for (const { row, place: at } of [...first, ...inTurns(others)])
      if (rows.length < limit && (at === null || gate.takeCard(at, row.ref !== null, urgentIds.has(row.id))))
        rows.push(row);
    if (rows.length > 0)
      await tx
        .update(cards)
        .set({
          lease: lease.token,
          leasedUntil: lease.until,
          attemptedAt: sql`coalesce(${cards.attemptedAt}, ${fromInstant(now)})`,
          tries: sql`${cards.tries} + 1`,
        })
        .where(
          inArray(
            cards.id,
            rows.map(({ id }) => id),
          ),
        );
    return rows;
  });
