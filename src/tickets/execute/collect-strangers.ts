import type { Instant } from "../../sla/instant.ts";
import { readCards } from "../../db/delivery/card-store.ts";
import { isCollected, collectCard, lockCollected, releaseCollected } from "../../db/collected-store.ts";
import { readLatestUses } from "../../db/customer-use-store.ts";
import type { Database, Tx } from "../../db/connection/handle.ts";
import type { Desk } from "../../desk/desk.ts";
import { limitedUntil } from "../limits.ts";
import type { Event } from "../messages.ts";
import type { ChannelRef } from "../refs.ts";
import type { Ticket } from "../ticket.ts";
import { isReleasedBy, mayWaitCollected } from "./waits-collected.ts";

/** An event and the ticket after it. */
interface EventAndTicket {
  readonly event: Event;
  readonly ticket: Ticket;
}

/**
 * How long (ms) one collected message takes further tickets. People notice a new message, but not an edit of an old
 * one.
 */
const oneLineMs = 3_600_000;

/**
 * Adds a card that waits to be posted to the collected message of its channel. The caller must hold the lock of
 * collected messages.
 */
export const joinCollected = (
  tx: Tx,
  waiting: { readonly card: number; readonly ticket: number; readonly channel: ChannelRef },
  now: Instant,
): Promise<void> => collectCard(tx, waiting, { since: now - oneLineMs, now });

/** The ticket after all of these events. */
const newest = (events: readonly EventAndTicket[], ticket: Ticket): Ticket =>
  events.findLast((each) => each.ticket.number === ticket.number)?.ticket ?? ticket;

/**
 * Adds new tickets of people without an account to one collected message per triage channel, once the desk's limit of
 * own cards is used up. So a flood of tickets fills one message and not the channel. This decision is made once per
 * ticket, under a lock, so that processes count together.
 */
export const collectStrangers = async (
  tx: Tx,
  events: readonly EventAndTicket[],
  desk: Desk,
  now: Instant,
): Promise<void> => {
  const { most, withinMs } = desk.limits.strangers;
  for (const { event, ticket } of events) {
    if (event.type !== "opened" || !mayWaitCollected(event, newest(events, ticket), desk)) continue;
    await lockCollected(tx);
    const window = { what: "tickets", after: now - withinMs, upTo: now, most } as const;
    if (limitedUntil({ most, withinMs }, await readLatestUses(tx, { accountKey: null }, window), now) === null)
      continue;
    for (const { id, side, place } of await readCards(tx, ticket.number))
      if (side === "triage" && place.kind === "channel")
        await joinCollected(tx, { card: id, ticket: ticket.number, channel: place.channel }, now);
  }
};

/** Gives collected tickets cards of their own if an event releases them. */
export const releaseStrangers = async (
  tx: Tx,
  events: readonly EventAndTicket[],
  desk: Desk,
  now: Instant,
): Promise<void> => {
  const opened = new Set(events.flatMap(({ event, ticket }) => (event.type === "opened" ? [ticket.number] : [])));
  const released = events.filter(
    ({ event, ticket }) =>
      !opened.has(ticket.number) &&
      // Only tickets without an account are collected.
      (ticket.account === null || event.type === "accountSet") &&
      isReleasedBy(event, ticket, desk),
  );
  await releaseCollected(tx, [...new Set(released.map(({ ticket }) => ticket.number))], now);
};

/** Gives a collected ticket a card of its own, because an agent looks at it. */
export const releaseLookedAt = async (db: Database, number: number, now: Instant): Promise<void> => {
  if (await isCollected(db, number)) await db.transaction((tx) => releaseCollected(tx, [number], now));
};
