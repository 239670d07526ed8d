import type { Database } from "../connection/handle.ts";
import { claimRanOut } from "./lease.ts";
import { cards, outbox } from "../schema/delivery-schema.ts";
import { countedAtMost } from "../../tickets/list-filter.ts";
import { and, count, eq, inArray, isNotNull, isNull, lt, max, ne, or, sql } from "../schema/orm.ts";

/** Messages that did not arrive yet. Plazo tries again by itself. */
export interface WaitingMessages {
  /**
   * At least 1: cards that show an older state or none, messages that failed, and those behind them. Each of the two kinds is counted
   * up to `countedAtMost` and one.
   */
  readonly count: number;
  /** Why one of them failed, as it is stored for the staff. */
  readonly why: string;
}

/** The messages of a ticket that wait because a platform did not take them; of all tickets for null. Null if none waits. */
export const readWaiting = async (db: Database, ticket: number | null): Promise<WaitingMessages | null> => {
  const behind = and(
    lt(cards.shown, cards.wanted),
    isNull(cards.goneAt),
    isNotNull(cards.why),
    ne(cards.why, claimRanOut),
    ticket === null ? undefined : eq(cards.ticket, ticket),
  );
  const pending = and(eq(outbox.status, "pending"), ticket === null ? undefined : eq(outbox.ticket, ticket));
  const failed = db
    .select({ lane: outbox.lane })
    .from(outbox)
    .where(and(pending, isNotNull(outbox.why), ne(outbox.why, claimRanOut)));
  const below = db
    .select({ lane: sql`'card ' || ${cards.id}` })
    .from(cards)
    .where(behind);
  const most = countedAtMost + 1;
  const someCards = db.select({ why: cards.why }).from(cards).where(behind).limit(most).as("some_cards");
  const [card] = await db.select({ total: count(), why: max(someCards.why) }).from(someCards);
  // Messages of one lane go out one by one, so those behind a failed one or below a missing card wait too.
  const someMessages = db
    .select({ why: outbox.why })
    .from(outbox)
    .where(and(pending, or(inArray(outbox.lane, failed), inArray(outbox.lane, below))))
    .limit(most)
    .as("some_messages");
  const [message] = await db.select({ total: count(), why: max(someMessages.why) }).from(someMessages);
  const why = card?.why ?? message?.why ?? null;
  return why === null ? null : { count: (card?.total ?? 0) + (message?.total ?? 0), why };
};
