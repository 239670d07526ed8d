import { isTagOf, tagFound, tagPattern, ticketTag, type MailKey, type ReadTag, type TagOwner } from "./ticket-tag.ts";

/** The tag is the end of the part before the @, and a sign stands before it. */
const tagged = new RegExp(`^(?:.*[-+=_.])?${tagPattern}$`, "i");

/**
 * The signed address to which a contact answers on a ticket: `support+t-1042.k3v7ph2q5x4mzt6a@example.com`. `pattern` is the
 * desk's `mail.answers`, such as `support+*@example.com`.
 */
export const ticketAddress = (key: MailKey, pattern: string, owner: TagOwner): string =>
  pattern.replace("*", () => ticketTag(key, "address", owner));

/**
 * The tag in an address; null if it has none. It needs no pattern, so that answers find their ticket also after the desk got
 * another address: the code alone proves that the desk made it.
 */
export const tagInAddress = (address: string): ReadTag | null => {
  const [, number, code] = tagged.exec(address.slice(0, Math.max(0, address.lastIndexOf("@")))) ?? [];
  return tagFound(number, code);
};

/** The owner of the first of these addresses that the desk made for one of them; null for forged and guessed ones. */
export const ownerOfAddress = <Owner extends TagOwner>(
  key: MailKey,
  addresses: readonly string[],
  owners: readonly Owner[],
): Owner | null => {
  for (const address of addresses) {
    const tag = tagInAddress(address);
    const owner = tag === null ? undefined : owners.find((each) => isTagOf(key, "address", tag, each));
    if (owner !== undefined) return owner;
  }
  return null;
};
