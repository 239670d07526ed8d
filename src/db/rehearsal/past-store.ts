import type { Instant } from "../../sla/instant.ts";
import { eventJson } from "../../stored/event-json.ts";
import { readOrNull, type StoredJson } from "../../stored/versioned-json.ts";
import type { Event, EventType } from "../../tickets/messages.ts";
import type { Database } from "../connection/handle.ts";
import { ofTickets } from "../many-values.ts";
import { and, asc, count, gt, gte, lt, notInArray, sql } from "../schema/orm.ts";
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

/** The stored events of a ticket, oldest first, as one JSON text. A row for each event takes the driver twice as long. */
export interface PastEvents {
  readonly json: string;
}

/** Returns the events of tickets without those of some types. A ticket without such events is not among them. */
export const readPast = async (
  db: Database,
  numbers: readonly number[],
  leftOut: readonly EventType[],
): Promise<ReadonlyMap<number, PastEvents>> => {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .select({
      ticket: events.ticket,
      json: sql<string>`'[' || string_agg(${events.body}::text, ',' order by ${events.id}) || ']'`,
    })
    .from(events)
    .where(and(ofTickets(events.ticket, numbers), notInArray(events.type, [...leftOut])))
    .groupBy(events.ticket);
  return new Map(rows.map(({ ticket, json }) => [ticket, { json }]));
};

/** The events, parsed. Null: one of them is damaged. */
export const parsedEvents = ({ json }: PastEvents): readonly Event[] | null => {
  const parsed: Event[] = [];
  for (const body of JSON.parse(json) as readonly StoredJson<Event>[]) {
    const event = readOrNull(eventJson, body);
    if (event === null) return null;
    parsed.push(event);
  }
  return parsed;
};

/** Whether the events may hold one of this type. A look at the text takes less time than to parse it. */
export const mayHold = ({ json }: PastEvents, type: EventType): boolean => json.includes(`"${type}"`);
