import type { Card, MessageRef } from "../../src/chat/card.ts";
import { type Attempt, type Delivery, type Destination, type Fetched, recipientGone } from "../../src/chat/delivery.ts";
import { errorKind } from "../../src/chat/error-kind.ts";
import type { AreaMessages, ChatPort } from "../../src/chat/port.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";

/**
 * A contact has two places: `web:x1`, where they act, and `web:x1.direct`, where the bot writes to them. Only they read
 * either of them.
 */
const suffix = ".direct";

/** The place in which the bot writes to this person. */
export const directOf = (user: UserRef): ChannelRef => `${user}${suffix}`;

const ownerOf = (channel: ChannelRef): UserRef =>
  channel.endsWith(suffix) ? (channel.slice(0, -suffix.length) as UserRef) : channel;

/** A database that does not answer is a platform that is down: nothing was written. */
const guarded = async (deliver: () => Promise<Delivery>): Promise<Delivery> => {
  try {
    return await deliver();
  } catch (error) {
    return { ok: false, failure: { kind: "tryAgain", why: errorKind(error) } };
  }
};

const refused = (why: string): Fetched => ({ ok: false, failure: { kind: "ourBug", why } });

/** Whether a later attempt can still tell the person. Any other failure leaves the message in the client area only. */
const mayBeRepeated = (announced: Delivery | null): announced is Extract<Delivery, { ok: false }> =>
  announced?.ok === false && (announced.failure.kind === "tryAgain" || announced.failure.kind === "waitUntil");

/**
 * Creates the port of the client area. A message is stored under its key, so a repeated attempt changes nothing. It counts
 * as delivered when it is stored and the person was told of it in their mail or chat, if that is possible.
 */
export const createOutbound = (messages: AreaMessages): ChatPort => {
  const write = async (to: Destination, card: Card, attempt: Attempt): Promise<Delivery> => {
    const owner = ownerOf(to.channel);
    if (!(await messages.isOpenTo(owner))) return recipientGone("the contact has no access to the client area");
    if (to.thread !== undefined && !(await messages.has(to.channel, to.thread)))
      return recipientGone("the message to answer is not in the client area");
    const ref: MessageRef = await messages.write(to, card, attempt);
    const announced = await messages.announce(owner, ref, card);
    return mayBeRepeated(announced) ? announced : { ok: true, ref };
  };
  return {
    post: (to, card, attempt) => guarded(() => write(to, card, attempt)),
    tell: (user, card, attempt) => guarded(() => write({ channel: directOf(user) }, card, attempt)),
    fetchFile: async ({ id }, most) => {
      try {
        const bytes = await messages.readFile(id);
        if (bytes === null) return refused("it is not there any more");
        return bytes.byteLength > most ? refused("tooLarge") : { ok: true, bytes };
      } catch (error) {
        return { ok: false, failure: { kind: "tryAgain", why: errorKind(error) } };
      }
    },
    edit: (ref, card) =>
      guarded(async () => {
        if (!(await messages.isOpenTo(ownerOf(ref.channel))))
          return recipientGone("the contact has no access to the client area");
        const edited = await messages.edit(ref, card);
        return edited === null ? recipientGone("the message is not in the client area") : { ok: true, ref: edited };
      }),
  };
};
