import type { Database } from "../../db/connection/handle.ts";
import { countMessageEvents, type DamagedEvents, readFirstEvents, readMessageEvents } from "../../db/event-store.ts";
import { isCustomersThread } from "../conversation-place.ts";
import type { Event, StoredEvent } from "../messages.ts";
import type { Principal } from "../principal.ts";
import { lengthOf } from "./bounded-events.ts";

/** A page of a ticket's messages. */
export interface ConversationPage {
  /** The opening, and the events that hold the messages of this page, oldest first. */
  readonly events: readonly StoredEvent[];
  /** How many messages come before the page. */
  readonly earlier: number;
  /** How many messages this person may read in all. */
  readonly all: number;
}

const isOpening = (event: StoredEvent): event is Extract<Event, { type: "opened" }> => event.type === "opened";
const isImport = (event: StoredEvent): event is Extract<Event, { type: "threadImported" }> =>
  event.type === "threadImported";

/** Which messages: a page of this size, 0 being the newest, or those before the message with this index, null for the newest. */
export type WantedMessages = { readonly page: number } | { readonly before: number | null };

interface ConversationReading extends DamagedEvents {
  readonly is: Principal["is"];
  readonly wanted: WantedMessages;
  /** The most messages. */
  readonly size: number;
  /** The most characters; the page has at least one message. Null: no bound. */
  readonly characters: number | null;
}

/** How many of the newest messages have at most so many characters together; at least one. */
const newestWithin = (lengths: readonly number[], characters: number): number => {
  let [count, sum] = [0, 0];
  for (const length of lengths.toReversed()) {
    sum += length;
    if (count > 0 && sum > characters) break;
    count += 1;
  }
  return count;
};

/**
 * Reads one page of the messages that a person may read. The messages of the thread before it became a ticket come first,
 * and one event holds all of them. However long the ticket is, only this page is read.
 */
export const conversationPage = async (
  db: Database,
  ticket: number,
  { is, wanted, size, characters, onDamagedEvent }: ConversationReading,
): Promise<ConversationPage> => {
  const first = await readFirstEvents(db, ticket, { onDamagedEvent });
  const opened = first.find(isOpening);
  const imported = is === "staff" || isCustomersThread(opened) ? first.find(isImport) : undefined;
  const before = imported?.messages.length ?? 0;
  const of = is === "staff" ? "all" : "public";
  const all = before + (await countMessageEvents(db, ticket, of));
  const end = Math.max(0, "page" in wanted ? all - wanted.page * size : Math.min(wanted.before ?? all, all));
  const begin = Math.max(0, end - size);
  const most = end - Math.max(begin, before);
  const written = most <= 0 ? [] : await readMessageEvents(db, ticket, { of, newer: all - end, most, onDamagedEvent });
  const old = imported?.messages.slice(begin, end) ?? [];
  const lengths = [...old.map(({ text }) => text.length), ...written.map(lengthOf)];
  const leftOut = characters === null ? 0 : lengths.length - newestWithin(lengths, characters);
  const shown = old.slice(leftOut);
  return {
    events: [
      ...(opened === undefined ? [] : [opened]),
      ...(imported === undefined || shown.length === 0 ? [] : [{ ...imported, messages: shown }]),
      ...written.slice(Math.max(0, leftOut - old.length)),
    ],
    earlier: begin + leftOut,
    all,
  };
};
