import type { Instant } from "../../src/sla/instant.ts";
import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import { type Attempt, type Delivery, recipientGone } from "../../src/chat/delivery.ts";
import type { ChatPort, LinkTo, Log } from "../../src/chat/port.ts";
import type { Card } from "../../src/chat/card.ts";
import { isMailAddress } from "../../src/text/mail-address.ts";
import { idOf, type UserRef } from "../../src/tickets/refs.ts";
import { failureOf } from "./errors.ts";
import { renderMail } from "./render-mail.ts";

interface EmailOutboundDeps {
  readonly send: (mail: SendMailOptions) => Promise<unknown>;
  readonly from: string;
  readonly now: () => Instant;
  readonly log: Log;
  readonly linkTo: LinkTo;
}

const longestMs = 12_000;

const none: Delivery = recipientGone("e-mail has no channels");

/** The domain of `Desk <desk@example.com>`. */
const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? "localhost";

/** The same attempt always has the same id, so that a mailbox which gets it twice shows it once. */
const messageId = (key: string, from: string): string =>
  `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@${domainOf(from)}>`;

const within = async (work: Promise<unknown>, ms: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the mail server took too long")), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Sends mail to people. A doubtful mail is sent again under the same id, because a mailbox cannot be searched. */
export const createOutbound = ({ send, from, now, log, linkTo }: EmailOutboundDeps): ChatPort => {
  const tell = async (user: UserRef, card: Card, attempt: Attempt): Promise<Delivery> => {
    const address = idOf(user);
    if (!isMailAddress(address)) return recipientGone("not an e-mail address");
    const id = messageId(attempt.key, from);
    const mail: SendMailOptions = {
      ...renderMail(card, linkTo),
      from,
      to: { name: "", address },
      messageId: id,
      date: new Date(now()),
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    };
    try {
      await within(send(mail), longestMs);
      return { ok: true, ref: { channel: user, id } };
    } catch (error) {
      const failure = failureOf(error);
      log.debug({ failure: failure.kind, err: failure.why }, "email.refused");
      return { ok: false, failure };
    }
  };
  return { post: async () => none, edit: async () => none, tell };
};
