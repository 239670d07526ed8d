import { createAttemptOutcomes } from "../../../../adapters/shared/attempts.ts";
import type { Card, MessageRef } from "../../../../src/chat/card.ts";
import type { CarriedFile } from "../../../../src/chat/delivery.ts";
import type { Limits, ChatPort, LinkTo } from "../../../../src/chat/port.ts";
import type { Instant } from "../../../../src/sla/instant.ts";
import { idOf, type ChannelRef } from "../../../../src/tickets/refs.ts";
import { ApiError, type BotApi } from "../api.ts";
import { failureOf } from "./errors.ts";
import { renderCard } from "./render-card.ts";

/** Twenty messages a minute in a chat, thirty a second in all. */
const limits: Limits = {
  perPlace: { burst: 20, everyMs: 3_000 },
  edits: { in: "place", burst: 20, everyMs: 3_000 },
  perMinute: 1_800,
};

interface To {
  readonly channel: ChannelRef;
  readonly thread?: string | null | undefined;
}

/** The messages that the bot sends. Every error becomes a value. */
export const createOutbound = (api: BotApi, linkTo: LinkTo, now: () => Instant): ChatPort => {
  const outcomes = createAttemptOutcomes(failureOf, now);
  /** The platform knows the key, so a repeated attempt needs no look at what the earlier one did. */
  const send = async (
    { channel, thread = null }: To,
    card: Card,
    key: string,
    file: CarriedFile | null = null,
  ): Promise<MessageRef> => {
    const message = {
      ...renderCard(card, linkTo),
      chat: Number(idOf(channel)),
      replyTo: thread === null ? null : Number(thread),
      randomId: key,
      answers: null,
    };
    const sent = await (file === null ? api.sendMessage(message) : api.sendFile(message, file));
    return { channel, id: String(sent.id), ...(thread === null ? {} : { thread }) };
  };
  const change = async (ref: MessageRef, card: Card): Promise<MessageRef> => {
    try {
      await api.editMessage(Number(idOf(ref.channel)), Number(ref.id), renderCard(card, linkTo));
    } catch (error) {
      // The message shows the card already.
      if (!(error instanceof ApiError) || error.code !== "MESSAGE_NOT_MODIFIED") throw error;
    }
    return ref;
  };
  return {
    limits,
    post: (to, card, { key }) => outcomes.delivery(() => send(to, card, key)),
    postFile: (to, card, file, { key }) => outcomes.delivery(() => send(to, card, key, file)),
    fetchFile: async ({ id }) => {
      try {
        return { ok: true, bytes: await api.getFile(Number(id)) };
      } catch (error) {
        return { ok: false, failure: failureOf(error, now()) };
      }
    },
    edit: (ref, card) => outcomes.delivery(() => outcomes.postsNothing(() => change(ref, card))),
    // A private chat has the id of its person.
    tell: (user, card, { key }) => outcomes.delivery(() => send({ channel: user }, card, key)),
    mark: async ({ channel, id }) => {
      // The mark is an extra: without it the ticket is still there.
      await api.setReaction(Number(idOf(channel)), Number(id), "🎫").catch(() => {});
    },
  };
};
