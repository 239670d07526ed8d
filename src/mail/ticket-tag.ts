import { createHmac, timingSafeEqual } from "node:crypto";
import type { UserRef } from "../tickets/refs.ts";

/** The secret with which a desk signs its tags: 32 bytes, made once and stored in the database. */
export type MailKey = Uint8Array;

/** Whose tag it is: one contact on one ticket of one account. A ticket that moves to another account ends its tags. */
export interface TagOwner {
  readonly ticket: number;
  /** A key of the desk's accounts. */
  readonly account: string;
  /** The contact's identity in the client area, `web:…`. */
  readonly contact: UserRef;
}

/** What a tag is for. A tag for one purpose is worth nothing for another. A rating may be given until a time (ms). */
export type TagPurpose = "address" | "message" | `rating until ${number}`;

/** A tag as it was read, before anybody looked whose it is. It proves nothing yet. */
export interface ReadTag {
  readonly ticket: number;
  /** The code in lower case. */
  readonly code: string;
}

/** 80 bits: one guess in 10^24 is right. */
const codeBytes = 10;
const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** Base32 of RFC 4648 in lower case, without padding. Mail servers may change the case of an address. */
const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
};

const codeOf = (key: MailKey, purpose: TagPurpose, { ticket, account, contact }: TagOwner): string =>
  base32(
    createHmac("sha256", key)
      .update(JSON.stringify([purpose, ticket, account, contact]))
      .digest()
      .subarray(0, codeBytes),
  );

/** The tag of a contact on a ticket: `t-1042.k3v7ph2q5x4mzt6a`. */
export const ticketTag = (key: MailKey, purpose: TagPurpose, owner: TagOwner): string =>
  `t-${owner.ticket}.${codeOf(key, purpose, owner)}`;

/** The pattern of a tag. It has two groups: the ticket's number and the code. */
export const tagPattern = "t-([1-9][0-9]{0,9})\\.([a-z2-7]{16})";

/** The highest number that a ticket can have. */
const highest = 2 ** 31 - 1;

/** The tag that the groups of {@link tagPattern} found; null for a number that no ticket has. */
export const tagFound = (number = "", code = ""): ReadTag | null =>
  number === "" || Number(number) > highest ? null : { ticket: Number(number), code: code.toLowerCase() };

/** The tag that this text is, in any case; null for any other text. */
export const readTag = (text: string): ReadTag | null => {
  const [, number, code] = new RegExp(`^${tagPattern}$`, "i").exec(text) ?? [];
  return tagFound(number, code);
};

/** Whether the desk with this key made the tag for this owner. A forged or a guessed one belongs to no owner. */
export const isTagOf = (key: MailKey, purpose: TagPurpose, tag: ReadTag, owner: TagOwner): boolean => {
  if (tag.ticket !== owner.ticket) return false;
  const [expected, given] = [Buffer.from(codeOf(key, purpose, owner)), Buffer.from(tag.code)];
  return expected.length === given.length && timingSafeEqual(expected, given);
};
