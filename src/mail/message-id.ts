import { createHash } from "node:crypto";
import { isTagOf, tagFound, tagPattern, ticketTag, type MailKey, type ReadTag, type TagOwner } from "./ticket-tag.ts";

/** A message id of ours: the tag, and in all but the root of a thread what the delivery's key was. */
const ours = new RegExp(`^<?${tagPattern}(?:\\.([0-9a-f]{24}))?@[^\\s<>@]+>?$`, "i");

/** What stands in a message id in place of the key of a delivery: 96 bits of its hash. */
export const deliveryDigest = (deliveryKey: string): string =>
  createHash("sha256").update(deliveryKey).digest("hex").slice(0, 24);

/**
 * The id that all mails about a ticket to one contact reference, so that every mail program shows one thread. The mail that
 * begins the thread has it as its own.
 */
export const rootMessageId = (key: MailKey, domain: string, owner: TagOwner): string =>
  `<${ticketTag(key, "message", owner)}@${domain}>`;

/** The id of a mail about a ticket. The same delivery always has the same one, so that a mailbox shows a repeated mail once. */
export const ticketMessageId = (key: MailKey, domain: string, owner: TagOwner, deliveryKey: string): string =>
  `<${ticketTag(key, "message", owner)}.${deliveryDigest(deliveryKey)}@${domain}>`;

/** A message id that has the shape of ours. `delivery`: the digest of the delivery's key; null in the root of a thread. */
export interface ReadMessageId {
  readonly tag: ReadTag;
  readonly delivery: string | null;
}

/** Reads a message id; null if it does not have the shape of ours. */
export const readMessageId = (id: string): ReadMessageId | null => {
  const [, number, code, digest] = ours.exec(id.trim()) ?? [];
  const tag = tagFound(number, code);
  return tag === null ? null : { tag, delivery: digest?.toLowerCase() ?? null };
};

/** Whether a mail with this id came from this desk and went to this owner. */
export const isMessageOf = (key: MailKey, { tag }: ReadMessageId, owner: TagOwner): boolean =>
  isTagOf(key, "message", tag, owner);
