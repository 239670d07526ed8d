import { setImmediate as turn } from "node:timers/promises";
import type { Card, MessageRef } from "../../src/chat/card.ts";
import type { Attempt, Delivery, Destination } from "../../src/chat/delivery.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import { idOf, type ChannelRef } from "../../src/tickets/refs.ts";

/** A message on the square. */
export interface Standing {
  readonly ref: MessageRef;
  readonly key: string;
  card: Card;
  edits: number;
}

/** A platform in memory that several processes share: posts, edits, and finds a message again by its key. */
export interface Square {
  readonly port: ChatPort;
  readonly messages: readonly Standing[];
  /** The messages of one key; a correct desk never makes two. */
  byKey(key: string): readonly Standing[];
}

/** An empty square. Every call yields a few times, so that other calls run in between. */
export const openSquare = (): Square => {
  const messages: Standing[] = [];
  const giveWay = async (): Promise<void> => {
    for (let times = 1 + (messages.length % 3); times > 0; times -= 1) await turn();
  };
  const write = async (to: Destination, card: Card, attempt: Attempt): Promise<Delivery> => {
    await giveWay();
    const seen = attempt.doubtfulSince === undefined ? undefined : messages.find(({ key }) => key === attempt.key);
    if (seen !== undefined) return { ok: true, ref: seen.ref };
    await giveWay();
    const ref: MessageRef = {
      channel: to.channel,
      id: String(messages.length + 1),
      ...(to.thread === undefined ? {} : { thread: to.thread }),
    };
    messages.push({ ref, key: attempt.key, card, edits: 0 });
    await giveWay();
    return { ok: true, ref };
  };
  return {
    messages,
    byKey: (wanted) => messages.filter(({ key }) => key === wanted),
    port: {
      post: write,
      edit: async (ref, card) => {
        await giveWay();
        const message = messages.find((each) => each.ref.id === ref.id);
        if (message === undefined) return { ok: false, failure: { kind: "recipientGone", why: "no such message" } };
        message.card = card;
        message.edits += 1;
        await giveWay();
        return { ok: true, ref };
      },
      tell: (user, card, attempt) => write({ channel: `slack:D${idOf(user)}` as ChannelRef }, card, attempt),
    },
  };
};
