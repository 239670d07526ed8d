import { eventPages, type DamagedEvents } from "../../db/event-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import type { StoredEvent } from "../messages.ts";

/** An event. `cut` is the number of characters that were left out of its text. */
export type BoundedEvent = StoredEvent & { readonly cut?: number };

/**
 * The newest messages stay whole up to this many characters, which is more than a transcript in chat holds. An older
 * message keeps this many characters, which is more than a card shows.
 */
const usual = { whole: 2_000_000, ofOlder: 1_000 } as const;

/** What a person wrote in an event with one text; empty if it has none. */
const textIn = (event: StoredEvent): string => {
  if (event.type === "techAsked") return event.need;
  if (event.type === "techReturned") return event.findings;
  return "text" in event ? event.text : "";
};

/** The number of characters that an event's messages have. */
export const lengthOf = (event: StoredEvent): number => {
  if (event.type === "threadImported") return event.messages.reduce((sum, { text }) => sum + text.length, 0);
  return textIn(event).length;
};

/** Copies the beginning of a text. A plain slice would keep the whole text in memory. */
const beginningOf = (text: string, length: number): string =>
  Buffer.from(text.slice(0, length).toWellFormed(), "utf16le").toString("utf16le");

const shortened = (event: StoredEvent, length: number): BoundedEvent => {
  if (event.type === "threadImported")
    return {
      ...event,
      messages: event.messages.map((each) =>
        each.text.length <= length ? each : { ...each, text: beginningOf(each.text, length), format: [] },
      ),
    };
  const whole = textIn(event);
  if (whole.length <= length) return event;
  const text = beginningOf(whole, length);
  const cut = whole.length - text.length;
  if (event.type === "techAsked") return { ...event, need: text, cut };
  if (event.type === "techReturned") return { ...event, findings: text, cut };
  return "text" in event ? { ...event, text, cut, ...("format" in event ? { format: [] } : {}) } : event;
};

interface BoundedReading extends Partial<DamagedEvents> {
  readonly whole?: number;
  readonly ofOlder?: number;
}

/**
 * All events of a ticket, oldest first, with a bound on the text held in memory. A ticket may have thousands of
 * messages of the greatest length.
 */
export const boundedEvents = async (
  db: Database,
  ticket: number,
  { whole = usual.whole, ofOlder = usual.ofOlder, onDamagedEvent = null }: BoundedReading = {},
): Promise<readonly BoundedEvent[]> => {
  const all: BoundedEvent[] = [];
  let firstWhole = 0;
  let characters = 0;
  for await (const page of eventPages(db, ticket, { onDamagedEvent }))
    for (const event of page) {
      all.push(event);
      characters += lengthOf(event);
      for (let oldest = all[firstWhole]; characters > whole && oldest !== undefined; oldest = all[firstWhole]) {
        characters -= lengthOf(oldest);
        all[firstWhole] = shortened(oldest, ofOlder);
        firstWhole += 1;
      }
    }
  return all;
};
