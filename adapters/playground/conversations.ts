import type { Card } from "../../src/chat/card.ts";
import type { AdapterDeps } from "../../src/chat/port.ts";
import { cast, channelOf } from "./cast.ts";
import type { LiveFeed } from "./live.ts";
import type { NewMessage, Store } from "./store.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import type { PostedMessage } from "./wire.ts";

/** The store and the live feed together: everything that is written is also pushed to the pages. */
export interface Conversations {
  readonly store: Store;
  readonly live: LiveFeed;
  write(message: Omit<NewMessage, "at">): PostedMessage;
  /** Null if the bot has no such message. */
  edit(channel: ChannelRef, id: string, card: Card): PostedMessage | null;
  /** Edits a person's message. Null if they have no such message. */
  reword(channel: ChannelRef, id: string, by: UserRef, text: string): PostedMessage | null;
  /** Deletes a person's message. Null if they have no such message. */
  erase(channel: ChannelRef, id: string, by: UserRef): PostedMessage | null;
  /** Adds a 🎫 to a message; `by` null is the bot. */
  mark(channel: ChannelRef, id: string, by: UserRef | null): void;
}

export const createConversations = (store: Store, live: LiveFeed, now: AdapterDeps["now"]): Conversations => {
  const pushMessage = (message: PostedMessage): void => {
    live.say({ event: "message", message });
    live.say({ event: "unread", unread: store.unread() });
    if (message.ticket !== null) live.say({ event: "tickets", tickets: store.tickets() });
  };
  const pushDirect = (message: PostedMessage): void => {
    const owner = cast.find((each) => each.direct === message.channel);
    if (owner === undefined || message.body.kind !== "card" || channelOf(message.channel)?.kind !== "direct") return;
    live.say({
      event: "direct",
      to: owner.user,
      summary: message.body.card.summary,
      id: message.id,
    });
  };
  const changed = (message: PostedMessage | null): PostedMessage | null => {
    if (message !== null) pushMessage(message);
    return message;
  };
  const isTheirs = (message: PostedMessage | null, by: UserRef): boolean => message?.by === by;
  return {
    store,
    live,
    write(draft) {
      const { message, isNew } = store.write({ ...draft, at: now() });
      if (isNew) {
        pushMessage(message);
        pushDirect(message);
      }
      return message;
    },
    edit(channel, id, card) {
      if (store.find(channel, id)?.body.kind !== "card") return null;
      return changed(store.edit(channel, id, { kind: "card", card }, now()));
    },
    reword(channel, id, by, text) {
      const message = store.find(channel, id);
      if (message?.body.kind !== "text" || !isTheirs(message, by)) return null;
      return message.body.text === text ? message : changed(store.edit(channel, id, { ...message.body, text }, now()));
    },
    erase: (channel, id, by) => (isTheirs(store.find(channel, id), by) ? changed(store.erase(channel, id)) : null),
    mark: (channel, id, by) => void changed(store.mark(channel, id, by)),
  };
};
