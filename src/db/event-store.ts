import type { Actor, Event } from "../tickets/messages.ts";
import type { ChannelRef, MessageKey } from "../tickets/refs.ts";
import { noTitle } from "../tickets/ticket.ts";
import type { Database, Tx } from "./connection/handle.ts";
import { rowsToInsert } from "./many-values.ts";
import { and, asc, count, desc, eq, gt, inArray, sql } from "./schema/orm.ts";
import { eventJson } from "../stored/event-json.ts";
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

/** How many events are read and parsed at once. Between two pages of a very long ticket, other requests are served. */
const eventsPerPage = 250;

/** Yields all events of a ticket, oldest first, page by page. */
export async function* eventPages(db: Database, ticket: number): AsyncGenerator<readonly Event[], undefined> {
  let last = 0;
  for (;;) {
    const rows = await db
      .select({ id: events.id, body: events.body })
      .from(events)
      .where(and(eq(events.ticket, ticket), gt(events.id, last)))
      .orderBy(asc(events.ticket), asc(events.id))
      .limit(eventsPerPage);
    yield rows.map((row) => eventJson.read(row.body));
    if (rows.length < eventsPerPage) return;
    last = rows.at(-1)?.id ?? last;
    // The embedded database answers without yielding to the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Returns all events of a ticket at once. */
export const readEvents = async (db: Database, ticket: number): Promise<readonly Event[]> =>
  (await Array.fromAsync(eventPages(db, ticket))).flat();

/** Messages that the customer's side may not read. */
const isInternal = sql`(type = 'noted' or (type = 'messageEdited' and body->>'kind' = 'noted'))`;

/** The events of a ticket that hold messages: all, or those that the customer's side may read. */
const withMessages = (ticket: number, of: "all" | "public") =>
  and(eq(events.ticket, ticket), holdsMessage, of === "all" ? undefined : sql`not ${isInternal}`);

/** Counts the events of a ticket that hold messages. */
export const countMessageEvents = async (db: Database, ticket: number, of: "all" | "public"): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(events).where(withMessages(ticket, of));
  return row?.total ?? 0;
};

/** Returns `most` of the events that hold messages, oldest first, without the `newer` last ones. */
export const readMessageEvents = async (
  db: Database,
  ticket: number,
  { of, newer, most }: { readonly of: "all" | "public"; readonly newer: number; readonly most: number },
): Promise<readonly Event[]> => {
  const rows = await db
    .select({ body: events.body })
    .from(events)
    .where(withMessages(ticket, of))
    .orderBy(desc(events.ticket), desc(events.id))
    .limit(most)
    .offset(newer);
  return rows.map((row) => eventJson.read(row.body)).toReversed();
};

/** How many events of a ticket are read to find those that its opening made. They are its first ones. */
const firstEvents = 5;

/** Returns the first events of a ticket, among them the opening and the thread that was there before. */
export const readFirstEvents = async (db: Database, ticket: number): Promise<readonly Event[]> => {
  const rows = await db
    .select({ body: events.body })
    .from(events)
    .where(eq(events.ticket, ticket))
    .orderBy(asc(events.ticket), asc(events.id))
    .limit(firstEvents);
  return rows.map((row) => eventJson.read(row.body));
};

/** Returns the events of a ticket's pending replies. */
export const readReplyEvents = async (db: Database, ticket: number): Promise<readonly Event[]> => {
  const rows = await db
    .select({ body: events.body })
    .from(events)
    .where(
      and(eq(events.ticket, ticket), inArray(events.type, ["replyPending", "replied", "replyUndone", "replyReturned"])),
    )
    .orderBy(asc(events.id));
  return rows.map((row) => eventJson.read(row.body));
};

/** Returns who closed a ticket last; null if it was never closed. */
export const readClosedBy = async (db: Database, ticket: number): Promise<Actor | null> => {
  const [row] = await db
    .select({ body: events.body })
    .from(events)
    .where(and(eq(events.ticket, ticket), eq(events.type, "resolved")))
    .orderBy(desc(events.ticket), desc(events.id))
    .limit(1);
  return row === undefined ? null : eventJson.read(row.body).by;
};

const isAboutMessage = (channel: ChannelRef, id: string) =>
  and(
    sql`${events.body}->'message' is not null`,
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

type ErasedFields = NonNullable<Extract<Event, { type: "messageDeleted" }>["erases"]>;
type Opening = Extract<Event, { type: "opened" | "threadImported" }>;

const isOf = (message: MessageKey, { channel, id }: MessageKey): boolean =>
  message.channel === channel && message.id === id;

/** Returns the event without the content of a deleted message. */
const withoutMessage = (event: Opening, message: MessageKey, erased: ErasedFields): Opening => {
  if (event.type === "threadImported")
    return {
      ...event,
      messages: event.messages.map((each) =>
        each.message !== undefined && isOf(each.message, message)
          ? { ...each, text: "", format: undefined, files: [] }
          : each,
      ),
    };
  const { openingMessage } = event;
  return openingMessage === undefined || !isOf(openingMessage.message, message)
    ? event
    : {
        ...event,
        openingMessage: { ...openingMessage, text: "", format: undefined, files: [] },
        ...(erased.includes("title") ? { title: noTitle } : {}),
        ...(erased.includes("description") ? { description: "" } : {}),
      };
};

/** Removes a deleted message from the events that opened a ticket or imported a thread. */
export const eraseOpening = async (
  tx: Tx,
  ticket: number,
  message: MessageKey,
  erased: ErasedFields,
): Promise<void> => {
  const rows = await tx
    .select({ id: events.id, body: events.body })
    .from(events)
    .where(and(eq(events.ticket, ticket), inArray(events.type, ["opened", "threadImported"])));
  for (const { id, body: stored } of rows) {
    const body = eventJson.read(stored);
    if (body.type === "opened" || body.type === "threadImported")
      await tx
        .update(events)
        .set({ body: eventJson.write(withoutMessage(body, message, erased)) })
        .where(eq(events.id, id));
  }
};

/** Removes a deleted message's content from the events. */
export const eraseMessage = async (tx: Tx, { channel, id }: MessageKey): Promise<void> => {
  await tx
    .update(events)
    .set({ body: sql`jsonb_set(${events.body}, '{text}', '""', false) - 'files' - 'format' - 'title'` })
    .where(isAboutMessage(channel, id));
};
