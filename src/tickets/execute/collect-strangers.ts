import type { Instant } from "../../sla/instant.ts";
import { readCards } from "../../db/delivery/card-store.ts";
import { isCollected, collectCard, lockCollected, releaseCollected } from "../../db/collected-store.ts";
import { latestUses } from "../../db/customer-use-store.ts";
import type { Database, Tx } from "../../db/connection/handle.ts";
import type { Desk } from "../../desk/desk.ts";
import { limitedUntil } from "../limits.ts";
import type { Event } from "../messages.ts";
import type { ChannelRef } from "../refs.ts";
import type { Ticket } from "../ticket.ts";
import { isReleasedBy, mayWaitCollected } from "./waits-collected.ts";

/** A fact and the ticket after it. */
interface Fact {
  readonly event: Event;
  readonly ticket: Ticket;
}

/** How long (ms) one message takes further tickets. A new message is noticed, and an edit of an old one is not. */
const oneLineMs = 3_600_000;

/** Takes a card that waits to be posted into the collected message of its channel. The lines must be locked. */
export const joinCollected = (
  tx: Tx,
  waiting: { readonly card: number; readonly ticket: number; readonly channel: ChannelRef },
  now: Instant,
): Promise<void> => collectCard(tx, waiting, { since: now - oneLineMs, now });

/** The ticket after all of these facts. */
const newest = (facts: readonly Fact[], ticket: Ticket): Ticket =>
  facts.findLast((fact) => fact.ticket.number === ticket.number)?.ticket ?? ticket;

/**
 * Takes new tickets of people without an account into the collected message of each triage channel, once enough of them got
 * cards of their own within the time that the desk sets. So a flood of them fills one message, and not the channel. Whether a
 * ticket is collected is decided here and once; the time before it is counted under a lock, so that processes count together.
 */
export const collectStrangers = async (tx: Tx, facts: readonly Fact[], desk: Desk, now: Instant): Promise<void> => {
  const { most, withinMs } = desk.limits.strangers;
  for (const { event, ticket } of facts) {
    if (event.type !== "opened" || !mayWaitCollected(event, newest(facts, ticket), desk)) continue;
    await lockCollected(tx);
    const window = { what: "tickets", after: now - withinMs, upTo: now, most } as const;
    if (limitedUntil({ most, withinMs }, await latestUses(tx, { accountKey: null }, window), now) === null) continue;
    for (const { id, side, place } of await readCards(tx, ticket.number))
      if (side === "triage" && place.kind === "channel")
        await joinCollected(tx, { card: id, ticket: ticket.number, channel: place.channel }, now);
  }
};

/** Gives collected tickets cards of their own where a fact releases them. */
export const releaseStrangers = async (tx: Tx, facts: readonly Fact[], desk: Desk, now: Instant): Promise<void> => {
  const opened = new Set(facts.flatMap(({ event, ticket }) => (event.type === "opened" ? [ticket.number] : [])));
  const released = facts.filter(
    ({ event, ticket }) =>
      !opened.has(ticket.number) &&
      // Only a ticket without an account was ever collected.
      (ticket.account === null || event.type === "accountSet") &&
      isReleasedBy(event, ticket, desk),
  );
  await releaseCollected(tx, [...new Set(released.map(({ ticket }) => ticket.number))], now);
};

/** Gives a ticket that waits with others a card of its own: a member of staff looks at it. */
export const releaseLookedAt = async (db: Database, number: number, now: Instant): Promise<void> => {
  if (await isCollected(db, number)) await db.transaction((tx) => releaseCollected(tx, [number], now));
};
