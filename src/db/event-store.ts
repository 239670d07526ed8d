import type { Instant } from "../sla/instant.ts";
import type { Actor, Event, StoredEvent } from "../tickets/messages.ts";
import type { ChannelRef, MessageKey } from "../tickets/refs.ts";
import type { Database, Tx } from "./connection/handle.ts";
import { rowsToInsert } from "./many-values.ts";
import { and, asc, count, desc, eq, gt, inArray, sql } from "./schema/orm.ts";
import { withoutMessage, type ErasedField } from "../stored/erased-json.ts";
import { eventJson } from "../stored/event-json.ts";
import { readOrNull, readOrWhy, UnreadableJson, type StoredJson } from "../stored/versioned-json.ts";
import { events, holdsMessage } from "./schema/schema.ts";

/** Appends events in order and returns their ids, which key their effects. */
export const appendEvents = async (
  tx: Tx,
  appended: readonly { readonly ticket: number; readonly event: Event }[],
): Promise<readonly number[]> => {
  if (appended.length === 0) return [];
  const rows = await tx
    .insert(events)
    .select(
      rowsToInsert(
        events,
        appended.map(({ ticket, event }) => ({
          ticket,
          type: event.type,
          at: event.at,
          body: eventJson.write(event),
        })),
      ),
    )
    .returning({ id: events.id });
  return rows.map((row) => row.id);
};

/** Called for each damaged event that was read. Must not throw. */
export type EventDamageReport = (damaged: {
  readonly ticket: number;
  readonly event: number;
  readonly why: UnreadableJson;
}) => void;

/** How damaged events are reported; null: they are not. */
export interface DamagedEvents {
  readonly onDamagedEvent: EventDamageReport | null;
}

const columns = { id: events.id, at: events.at, body: events.body };

/** Makes the events of rows. One damaged row must not hide the others. */
const eventOf =
  (ticket: number, onDamagedEvent: EventDamageReport | null) =>
  ({ id, at, body }: { readonly id: number; readonly at: Instant; readonly body: StoredJson<Event> }): StoredEvent => {
    const found = readOrWhy(() => eventJson.read(body));
    if (!(found instanceof UnreadableJson)) return found;
    onDamagedEvent?.({ ticket, event: id, why: found });
    return { type: "unreadable", at };
  };

/** How many events are read and parsed at once. Between two pages of a very long ticket, other requests are served. */
const eventsPerPage = 250;

/** Yields the rows of all events of a ticket, oldest first, page by page. */
async function* rowPages(db: Database, ticket: number) {
  let last = 0;
  for (;;) {
    const rows = await db
      .select(columns)
      .from(events)
      .where(and(eq(events.ticket, ticket), gt(events.id, last)))
      .orderBy(asc(events.ticket), asc(events.id))
      .limit(eventsPerPage);
    yield rows;
    if (rows.length < eventsPerPage) return;
    last = rows.at(-1)?.id ?? last;
    // The embedded database answers without yielding to the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Yields all events of a ticket, oldest first, page by page. */
export async function* eventPages(
  db: Database,
  ticket: number,
  { onDamagedEvent }: DamagedEvents = { onDamagedEvent: null },
): AsyncGenerator<readonly StoredEvent[], undefined> {
  for await (const rows of rowPages(db, ticket)) yield rows.map(eventOf(ticket, onDamagedEvent));
}

/** An event with its id, by which other rows name it. */
export interface NumberedEvent {
  readonly id: number;
  readonly event: Event;
}

/** Returns all events of a ticket at once. Throws UnreadableJson if one is damaged. */
export const readEvents = async (db: Database, ticket: number): Promise<readonly Event[]> =>
  (await Array.fromAsync(rowPages(db, ticket))).flat().map(({ body }) => eventJson.read(body));

/** Returns all events of a ticket at once, with their ids; null if one is damaged. */
export const readNumberedEvents = async (db: Database, ticket: number): Promise<readonly NumberedEvent[] | null> => {
  const rows = (await Array.fromAsync(rowPages(db, ticket))).flat();
  const found = rows.flatMap(({ id, body }) => {
    const event = readOrNull(eventJson, body);
    return event === null ? [] : [{ id, event }];
  });
  return found.length < rows.length ? null : found;
};

/** The messages that the customer's side may read. A type that is not named here stays internal. */
const isPublic = sql`(type in ('customerWrote', 'replied') or (type = 'messageEdited' and body->>'kind' <> 'noted'))`;

/** The events of a ticket that hold messages: all, or those that the customer's side may read. */
const withMessages = (ticket: number, of: "all" | "public") =>
  and(eq(events.ticket, ticket), holdsMessage, of === "all" ? undefined : isPublic);

/** Counts the events of a ticket that hold messages. */
export const countMessageEvents = async (db: Database, ticket: number, of: "all" | "public"): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(events).where(withMessages(ticket, of));
  return row?.total ?? 0;
};

/** Returns `most` of the events that hold messages, oldest first, without the `newer` last ones. */
export const readMessageEvents = async (
  db: Database,
  ticket: number,
  {
    of,
    newer,
    most,
    onDamagedEvent,
  }: DamagedEvents & { readonly of: "all" | "public"; readonly newer: number; readonly most: number },
): Promise<readonly StoredEvent[]> => {
  const rows = await db
    .select(columns)
    .from(events)
    .where(withMessages(ticket, of))
    .orderBy(desc(events.ticket), desc(events.id))
    .limit(most)
    .offset(newer);
  return rows.map(eventOf(ticket, onDamagedEvent)).toReversed();
};

/** How many events of a ticket are read to find those that its opening made. They are its first ones. */
const firstEvents = 5;

/** Returns the first events of a ticket, among them the opening and the thread that was there before. */
export const readFirstEvents = async (
  db: Database,
  ticket: number,
  { onDamagedEvent }: DamagedEvents = { onDamagedEvent: null },
): Promise<readonly StoredEvent[]> => {
  const rows = await db
    .select(columns)
    .from(events)
    .where(eq(events.ticket, ticket))
    .orderBy(asc(events.ticket), asc(events.id))
    .limit(firstEvents);
  return rows.map(eventOf(ticket, onDamagedEvent));
};

/** Returns the events of a ticket's pending replies. */
export const readReplyEvents = async (db: Database, ticket: number): Promise<readonly StoredEvent[]> => {
  const rows = await db
    .select(columns)
    .from(events)
    .where(
      and(eq(events.ticket, ticket), inArray(events.type, ["replyPending", "replied", "replyUndone", "replyReturned"])),
    )
    .orderBy(asc(events.id));
  return rows.map(eventOf(ticket, null));
};

/** Returns who closed a ticket last; null if it was never closed, or if the row that says it is damaged. */
export const readClosedBy = async (db: Database, ticket: number): Promise<Actor | null> => {
  const [row] = await db
    .select({ body: events.body })
    .from(events)
    .where(and(eq(events.ticket, ticket), eq(events.type, "resolved")))
    .orderBy(desc(events.ticket), desc(events.id))
    .limit(1);
  return row === undefined ? null : (readOrNull(eventJson, row.body)?.by ?? null);
};

const isAboutMessage = (channel: ChannelRef, id: string) =>
  and(
    sql`${events.body}->'message'->>'id' is not null`,
    sql`${events.body}->'message'->>'id' = ${id}`,
    sql`${events.body}->'message'->>'channel' = ${channel}`,
  );

/** Returns the full text of a thread message after its last edit; null if no event holds it. */
export const fullMessageText = async (db: Database, ticket: number, message: MessageKey): Promise<string | null> => {
  const rows = await db
    .select({ text: sql<string>`${events.body}->>'text'` })
    .from(events)
    .where(
      and(
        eq(events.ticket, ticket),
        isAboutMessage(message.channel, message.id),
        inArray(events.type, ["customerWrote", "replied", "noted", "messageEdited"]),
      ),
    )
    // Edits may arrive late: the newest counts.
    .orderBy(desc(sql`${events.type} = 'messageEdited'`), desc(events.at), desc(events.id))
    .limit(1);
  return rows[0]?.text ?? null;
};

/**
 * Removes a deleted message from the events that opened a ticket or imported a thread. A damaged event is erased too: a
 * later version of Plazo may read it.
 */
export const eraseOpening = async (
  tx: Tx,
  ticket: number,
  message: MessageKey,
  erased: readonly ErasedField[],
): Promise<void> => {
  const rows = await tx
    .select({ id: events.id, body: events.body })
    .from(events)
    .where(and(eq(events.ticket, ticket), inArray(events.type, ["opened", "threadImported"])));
  for (const { id, body } of rows)
    await tx
      .update(events)
      .set({ body: withoutMessage(body, message, erased) })
      .where(eq(events.id, id));
};

/** An event without text, files, formats and title, as far as it has them. */
const withoutContent = sql`jsonb_set(jsonb_set(jsonb_set(jsonb_set(${events.body},
  '{text}', '""', false), '{files}', '[]', false), '{format}', '[]', false), '{title}', 'null', false)`;

/** Removes a deleted message's content from the events. */
export const eraseMessage = async (tx: Tx, { channel, id }: MessageKey): Promise<void> => {
  await tx.update(events).set({ body: withoutContent }).where(isAboutMessage(channel, id));
};
