import type { Core } from "../../src/chat/port.ts";
import { mostStored, type StoredIn, type StoredMessage } from "../../src/chat/stored-messages.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { Instant } from "../../src/sla/instant.ts";
import { platformOf, type ChannelRef, type MessageKey } from "../../src/tickets/refs.ts";
import type { Allowance } from "./budget.ts";
import { createPace, type AttemptPause } from "./waiting.ts";

/**
 * What a look for one message found. `untold`: the platform does not say, because the bot may not read there or the call failed.
 * Only `gone` is proof of a deletion.
 */
export type Look = "there" | "gone" | "untold";

/** A message that was deleted. */
export interface GoneMessage {
  readonly channel: ChannelRef;
  /** Null if it stands in no thread. */
  readonly thread: string | null;
  readonly id: string;
  /** Whether it was written in the direct messages with the bot. */
  readonly direct: boolean;
}

/** Makes the inbound event of a deletion. The platform does not say who deleted the message, so the event names a user who does not exist. */
export const deletionByUnknown = (
  { channel, thread, id, direct }: GoneMessage,
  { key, at }: { readonly key: string; readonly at: Instant },
): InboundEvent => ({
  kind: "deleted",
  key,
  at,
  by: { user: `${platformOf(channel)}:nobody`, name: "" },
  channel,
  message: { channel, id, ...(thread === null ? {} : { thread }) },
  ...(direct ? { direct: true } : {}),
});

/** A place that was read from the message `from` on; empty if it was read from its beginning. */
export interface PlaceRead {
  readonly place: StoredIn;
  readonly from: string;
}

/** The messages that were read. */
export interface MessagesFound {
  add(message: MessageKey): void;
  has(message: MessageKey): boolean;
}

export const createMessagesFound = (): MessagesFound => {
  const keys = new Set<string>();
  const keyOf = ({ channel, id }: MessageKey): string => `${channel} ${id}`;
  return { add: (message) => void keys.add(keyOf(message)), has: (message) => keys.has(keyOf(message)) };
};

/**
 * How long (ms) before an absence a message may be written that is looked for. Plans and retention rules of a platform hide old
 * messages, which looks like a deletion.
 */
export const soughtBeforeMs = 2 * 24 * 60 * 60_000;

interface FindDeletedDeps {
  readonly storedMessages: NonNullable<Core["storedMessages"]>;
  /** Looks for one message in every place in which it may be. */
  readonly look: (message: StoredMessage, place: StoredIn) => Promise<Look>;
  /** Stores that the message was deleted. */
  readonly deleted: (id: string, place: StoredIn) => Promise<void>;
  readonly pause: AttemptPause;
}

/** How many messages are looked for at once. Deliveries need the rest of the platform's limit. */
const looks: Allowance = { burst: 100, everyMs: 500 };

/**
 * Compares what the desk has in the places that were read with what was found there, and reports the messages that the platform has
 * no more. A message that was not found may exist all the same: the page was incomplete, or it is in another place. So each is
 * looked for by itself.
 */
export const createFindDeleted = ({ storedMessages, look, deleted, pause }: FindDeletedDeps) => {
  return async (places: readonly PlaceRead[], found: MessagesFound): Promise<void> => {
    const looked = createMessagesFound();
    const mayLook = createPace(looks, pause);
    nextPlace: for (const { place, from } of places)
      for (let before: string | undefined = ""; before !== undefined;) {
        const stored: readonly StoredMessage[] = await storedMessages(place, { from, before });
        for (const message of stored) {
          const key = { channel: place.channel, id: message.id };
          if (found.has(key) || looked.has(key)) continue;
          looked.add(key);
          if (!(await mayLook())) return;
          const answer = await look(message, place);
          // The platform would tell as little about the next one.
          if (answer === "untold") continue nextPlace;
          if (answer === "gone") await deleted(message.id, place);
        }
        before = stored.length < mostStored ? undefined : stored.at(-1)?.id;
      }
  };
};
