import type { ChannelRef, Instant, UserRef } from "../domain/refs.ts";
import type { CardRow } from "./card-store.ts";
import type { Database } from "./handle.ts";
import { fromInstant } from "./instant.ts";
import type { Lease } from "./lease.ts";
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, notInArray, or, sql } from "./orm.ts";
import { cards, tickets } from "./schema.ts";

/** What stands between the cards and the platforms. */
export interface CardGate {
  /** Where nothing may be posted, and where nothing edited, because the platforms take no more: places and whole platforms. */
  closedForCards(urgent: boolean): { readonly posts: readonly string[]; readonly edits: readonly string[] };
  /** Counts a post or an edit, where it may go. */
  takeCard(place: ChannelRef | UserRef, isEdit: boolean, urgent: boolean): boolean;
}

/** Where a card stands, or is to stand. */
const place = sql<
  ChannelRef | UserRef
>`coalesce(${cards.refChannel}, ${cards.place}->>'channel', ${cards.place}->>'user')`;
const platform = sql`split_part(${place}, ':', 1)`;

const outside = (closed: readonly string[]) =>
  closed.length === 0 ? undefined : and(notInArray(place, [...closed]), notInArray(platform, [...closed]));

/** The first that the team sees of a critical ticket, or the customer. */
const urgent = sql<boolean>`(${cards.ref} is null
  and coalesce(${tickets.confirmedSeverity}, ${tickets.claimedSeverity}) = 'critical')`;

const isOpen = (gate: CardGate) => {
  const usual = gate.closedForCards(false);
  return or(
    and(isNotNull(cards.ref), outside(usual.edits)),
    and(isNull(cards.ref), sql`not ${urgent}`, outside(usual.posts)),
    and(urgent, outside(gate.closedForCards(true).posts)),
  );
};

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
    const behind = await tx
      .select({ row: cards, place, urgent })
      .from(cards)
      .innerJoin(tickets, eq(tickets.number, cards.ticket))
      .where(
        and(
          lt(cards.shown, cards.wanted),
          isNull(cards.goneAt),
          lte(cards.notBefore, now),
          or(isNull(cards.leasedUntil), lte(cards.leasedUntil, now)),
          isOpen(gate),
        ),
      )
      .orderBy(desc(urgent), asc(cards.notBefore), asc(cards.id))
      .limit(limit)
      .for("update", { of: cards, skipLocked: true });
    const rows = behind.flatMap((each) =>
      gate.takeCard(each.place, each.row.ref !== null, each.urgent) ? [each.row] : [],
    );
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
