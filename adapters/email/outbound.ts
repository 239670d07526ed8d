import type { Instant } from "../../src/sla/instant.ts";
import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import { type Attempt, type Delivery, recipientGone } from "../../src/chat/delivery.ts";
import type { ChatPort, LinkTo, Log } from "../../src/chat/port.ts";
import type { Card } from "../../src/chat/card.ts";
import type { TicketMail } from "../../src/chat/mail.ts";
import { isMailAddress } from "../../src/text/mail-address.ts";
import { idOf, type UserRef } from "../../src/tickets/refs.ts";
import { failureOf } from "./errors.ts";
import { oneLine, renderMail } from "./render-mail.ts";

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

/** The address of `Desk <desk@example.com>`. */
const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

/** A server that takes no other sender than the account's own answers to MAIL FROM. Then nothing was sent. */
const refusesSender = (error: unknown): boolean => {
  const { command, responseCode } = Object(error) as { readonly command?: unknown; readonly responseCode?: unknown };
  return command === "MAIL FROM" && typeof responseCode === "number" && responseCode >= 500;
};

/** What programs that answer by themselves read: nothing answers a machine, and only an absence note answers a person. */
const automaticHeaders = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
const personalHeaders = { "X-Auto-Response-Suppress": "DR, RN, NRN, AutoReply" };

/** Sends mail to people. A doubtful mail is sent again under the same id, because a mailbox cannot be searched. */
export const createOutbound = ({ send, from, now, log, linkTo }: EmailOutboundDeps): ChatPort => {
  let takesSigned = true;

  /** Reports of a failed delivery go to the sender of the envelope, so that is the signed address where the server takes it. */
  const sendFrom = async (mail: SendMailOptions, to: string, senders: readonly string[]): Promise<void> => {
    const [signed = "", plain = signed] = takesSigned ? senders : senders.slice(-1);
    try {
      await send({ ...mail, envelope: { from: signed, to } });
    } catch (error) {
      if (signed === plain || !refusesSender(error)) throw error;
      takesSigned = false;
      log.warn({ failure: "envelope" }, "email.sender-refused");
      await send({ ...mail, envelope: { from: plain, to } });
    }
  };

  const deliver = async (user: UserRef, id: string, work: () => Promise<unknown>): Promise<Delivery> => {
    try {
      await within(work(), longestMs);
      return { ok: true, ref: { channel: user, id } };
    } catch (error) {
      const failure = failureOf(error);
      log.debug({ failure: failure.kind, err: failure.why }, "email.refused");
      return { ok: false, failure };
    }
  };

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
      headers: automaticHeaders,
    };
    return deliver(user, id, () => send(mail));
  };

  const sendMail = async (mail: TicketMail): Promise<Delivery> => {
    const { to, answerTo, list, inReplyTo, references, isAutomatic, messageId: id } = mail;
    const address = idOf(to.user);
    if (!isMailAddress(address)) return recipientGone("not an e-mail address");
    const sender = mail.from.address ?? addressOf(from);
    const options: SendMailOptions = {
      ...renderMail({ ...mail.card, summary: mail.subject }, linkTo, mail.language),
      from: { name: oneLine(mail.from.name), address: sender },
      to: { name: oneLine(to.name), address },
      messageId: id,
      date: new Date(now()),
      references: [...references],
      headers: isAutomatic ? automaticHeaders : personalHeaders,
      ...(inReplyTo === null ? {} : { inReplyTo }),
      ...(answerTo === null ? {} : { replyTo: { name: oneLine(mail.from.name), address: answerTo } }),
      ...(list === null ? {} : { list: { id: { url: list.id, comment: oneLine(list.name) } } }),
    };
    return deliver(to.user, id, () => sendFrom(options, address, [answerTo ?? sender, sender]));
  };
  return { post: async () => none, edit: async () => none, tell, sendMail };
};
