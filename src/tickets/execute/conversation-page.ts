import type { Database } from "../../db/connection/handle.ts";
import { countMessageEvents, type DamagedEvents, readFirstEvents, readMessageEvents } from "../../db/event-store.ts";
import { isCustomersThread } from "../conversation-place.ts";
import type { Event, StoredEvent } from "../messages.ts";
import type { Principal } from "../principal.ts";

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

/**
 * Reads one page of the messages that a person may read; page 0 is the newest. The messages of the thread before it
 * became a ticket come first, and one event holds all of them. However long the ticket is, only this page is read.
 */
export const conversationPage = async (
  db: Database,
  ticket: number,
  {
    is,
    page,
    size,
    onDamagedEvent,
  }: DamagedEvents & { readonly is: Principal["is"]; readonly page: number; readonly size: number },
): Promise<ConversationPage> => {
  const first = await readFirstEvents(db, ticket, { onDamagedEvent });
  const opened = first.find(isOpening);
  const imported = is === "staff" || isCustomersThread(opened) ? first.find(isImport) : undefined;
  const before = imported?.messages.length ?? 0;
  const of = is === "staff" ? "all" : "public";
  const all = before + (await countMessageEvents(db, ticket, of));
  const end = Math.max(0, all - page * size);
  const begin = Math.max(0, end - size);
  const most = end - Math.max(begin, before);
  const written = most <= 0 ? [] : await readMessageEvents(db, ticket, { of, newer: all - end, most, onDamagedEvent });
  return {
    events: [
      ...(opened === undefined ? [] : [opened]),
      ...(imported === undefined || begin >= before
        ? []
        : [{ ...imported, messages: imported.messages.slice(begin, end) }]),
      ...written,
    ],
    earlier: begin,
    all,
  };
};
