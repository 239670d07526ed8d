import type { Card, MessageRef } from "../../src/chat/card.ts";
import {
  type Attempt,
  type Delivery,
  type Destination,
  type Fetched,
  type NotMailed,
  recipientGone,
} from "../../src/chat/delivery.ts";
import { errorKind } from "../../src/chat/error-kind.ts";
import type { Announced, AreaMessages, ChatPort } from "../../src/chat/port.ts";
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

/**
 * Whether a later attempt can still tell the person. Any other failure leaves the message in the client area only. Whom mail alone
 * reaches is told later also if the operator must act first, and once more if it is unknown whether the mail left: it has the
 * same message id, so that a mailbox shows it once.
 */
const mayBeRepeated = (
  announced: Announced | null,
  attempt: Attempt,
): announced is Extract<Announced, { ok: false }> => {
  if (announced === null || announced.ok) return false;
  switch (announced.failure.kind) {
    case "tryAgain":
    case "waitUntil":
      return true;
    case "installBroken":
      return announced.byMail;
    case "doubtful":
      return announced.byMail && attempt.doubtfulSince === undefined;
    default:
      return false;
  }
};

/** What the delivery says of a contact who got no mail. */
const notMailed = (announced: Announced | null, contact: UserRef): { readonly notMailed?: NotMailed } =>
  announced === null || announced.ok || !announced.byMail
    ? {}
    : { notMailed: { contact, why: announced.failure.why, certain: announced.failure.kind !== "doubtful" } };

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
    const announced = await messages.announce(owner, ref, card, attempt);
    return mayBeRepeated(announced, attempt)
      ? { ok: false, failure: announced.failure }
      : { ok: true, ref, ...notMailed(announced, owner) };
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
