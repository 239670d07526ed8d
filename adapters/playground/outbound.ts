import { errorKind } from "../../src/chat/error-kind.ts";
import type { Card, MessageRef } from "../../src/chat/card.ts";
import {
  type CarriedFile,
  type Delivery,
  type DeliveryFailure,
  type Fetched,
  recipientGone,
} from "../../src/chat/delivery.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import { placesWith } from "../../src/chat/directory.ts";
import type { ReadMessage } from "../../src/chat/reading/thread-read.ts";
import { actorOf, cast, channelOf, channels } from "./cast.ts";
import type { Conversations } from "./conversations.ts";
import type { PostedMessage } from "./wire.ts";

const failed = (failure: DeliveryFailure): Delivery => ({ ok: false, failure });

/** The reference of a message of the playground. */
export const refOf = ({ channel, id, thread }: PostedMessage): MessageRef => ({
  channel,
  id,
  ...(thread !== null && { thread }),
});

/** Creates the bot's port. A store that cannot write counts as a platform that is down: nothing was posted. */
export const createPort = (conversations: Conversations): ChatPort => {
  const guarded = async (deliver: () => Delivery): Promise<Delivery> => {
    try {
      return deliver();
    } catch (error) {
      return failed({ kind: "tryAgain", why: errorKind(error) });
    }
  };
  const write = (
    channel: MessageRef["channel"],
    {
      thread,
      card,
      key,
      files = [],
    }: {
      readonly thread: string | null;
      readonly card: Card;
      readonly key: string;
      readonly files?: readonly CarriedFile[];
    },
  ): Delivery => {
    const place = channelOf(channel);
    if (place === null) return recipientGone(`no channel ${channel}`);
    if (thread !== null && conversations.store.find(channel, thread) === null)
      return recipientGone(`no message ${thread} in ${channel}`);
    const message = conversations.write({
      key: `bot:${key}`,
      channel,
      thread,
      by: null,
      body: { kind: "card", card },
      files,
    });
    return { ok: true, ref: refOf(message) };
  };
  return {
    post: (to, card, attempt) =>
      guarded(() => write(to.channel, { thread: to.thread ?? null, card, key: attempt.key })),
    edit: (ref, card) =>
      guarded(() => {
        const message = conversations.edit(ref.channel, ref.id, card);
        return message === null
          ? recipientGone(`no message ${ref.id} in ${ref.channel}`)
          : { ok: true, ref: refOf(message) };
      }),
    fetchFile: async ({ id }, most) => {
      const file = conversations.store.file(id);
      const refused = (why: string): Fetched => ({ ok: false, failure: { kind: "ourBug", why } });
      if (file === null) return refused("it is not there any more");
      return file.bytes.byteLength > most ? refused("tooLarge") : { ok: true, bytes: file.bytes };
    },
    postFile: (to, card, file, attempt) =>
      guarded(() => write(to.channel, { thread: to.thread ?? null, card, key: attempt.key, files: [file] })),
    nameOf: async (named) =>
      "channel" in named ? (channelOf(named.channel)?.name ?? null) : (actorOf(named.user)?.name ?? null),
    findPeople: async (text) =>
      placesWith(
        cast.map(({ user, name }) => ({ ref: user, name, also: [], hasBot: null })),
        text,
      ),
    findChannels: async (text) =>
      placesWith(
        channels.flatMap(({ kind, channel, name }) =>
          kind === "direct" ? [] : [{ ref: channel, name: `#${name}`, also: [], hasBot: true }],
        ),
        text,
      ),
    mark: async ({ channel, id }) => conversations.mark(channel, id, null),
    readThread: async ({ channel, id, thread }) => {
      const root = thread ?? id;
      const found = conversations.store.thread(channel, root).filter(({ body }) => body.kind !== "gone");
      const messages = found.map((each) => ({
        id: each.id,
        at: each.at,
        by: { user: each.by ?? "playground:bot", name: (each.by === null ? null : actorOf(each.by)?.name) ?? "Plazo" },
        bot: each.by === null,
        text: each.body.kind === "text" ? each.body.text : "",
        ...(each.body.kind === "text" && each.body.files !== undefined ? { files: each.body.files } : {}),
      })) satisfies readonly ReadMessage[];
      return messages.some((each) => each.id === id)
        ? { ok: true, root, messages, more: false }
        : recipientGone(`no message ${id} in ${channel}`);
    },
    tell: (user, card, attempt) =>
      guarded(() => {
        const actor = actorOf(user);
        return actor === null
          ? recipientGone(`the cast has no member ${user}`)
          : write(actor.direct, { thread: null, card, key: attempt.key });
      }),
  };
};
