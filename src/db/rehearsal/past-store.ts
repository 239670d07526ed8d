import type { Instant } from "../../sla/instant.ts";
import { eventJson } from "../../stored/event-json.ts";
import { readOrNull, type StoredJson } from "../../stored/versioned-json.ts";
import type { Event, EventType } from "../../tickets/messages.ts";
import type { Database } from "../connection/handle.ts";
import { ofTickets } from "../many-values.ts";
import { and, asc, count, gt, gte, lt, notInArray } from "../schema/orm.ts";
import { events, tickets } from "../schema/schema.ts";

/** The moments between which a ticket was opened: from the first on, and before the second. */
export interface OpenedBetween {
  readonly since: Instant;
  readonly until: Instant;
}

const isOpenedBetween = ({ since, until }: OpenedBetween) =>
  and(gte(tickets.openedAt, since), lt(tickets.openedAt, until));

/** Counts the tickets that were opened in a time. */
export const countOpenedBetween = async (db: Database, time: OpenedBetween): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(tickets).where(isOpenedBetween(time));
  return row?.total ?? 0;
};

/** Returns the numbers of the first `most` tickets after `after` that were opened in a time, in order. */
export const numbersOpenedBetween = async (
  db: Database,
  time: OpenedBetween,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(gt(tickets.number, after), isOpenedBetween(time)))
    .orderBy(asc(tickets.number))
    .limit(most);
  return rows.map(({ number }) => number);
};

/** A stored event that is not parsed yet, because that takes longer than to read it. */
export interface PastEvent {
  readonly type: string;
  readonly body: StoredJson<Event>;
}

/** Returns the events of tickets, oldest first, without those of some types. */
export const readPast = async (
  db: Database,
  numbers: readonly number[],
  leftOut: readonly EventType[],
): Promise<ReadonlyMap<number, readonly PastEvent[]>> => {
  const found = new Map<number, PastEvent[]>(numbers.map((number) => [number, []]));
  if (numbers.length === 0) return found;
  const rows = await db
    .select({ ticket: events.ticket, type: events.type, body: events.body })
    .from(events)
    .where(and(ofTickets(events.ticket, numbers), notInArray(events.type, [...leftOut])))
    .orderBy(asc(events.ticket), asc(events.id));
  for (const { ticket, type, body } of rows) found.get(ticket)?.push({ type, body });
  return found;
};

/** The events, parsed. Null: one of them is damaged. */
export const parsedEvents = (past: readonly PastEvent[]): readonly Event[] | null => {
  const parsed: Event[] = [];
  for (const { body } of past) {
    const event = readOrNull(eventJson, body);
    if (event === null) return null;
    parsed.push(event);
  }
  return parsed;
};
