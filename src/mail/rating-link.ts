import type { Instant } from "../sla/instant.ts";
import type { Score } from "../tickets/ticket-records.ts";
import { isTagOf, readTag, ticketTag, type MailKey, type ReadTag, type TagOwner } from "./ticket-tag.ts";

/** Where the pages for ratings stand. They need no sign-in. */
export const ratingPages = "/area/rate";

/** The path of the page on which a contact rates a ticket with one press. It works until a time (ms). */
export const ratingPath = (key: MailKey, owner: TagOwner, until: Instant, score: Score): string =>
  `${ratingPages}/${ticketTag(key, `rating until ${until}`, owner)}/${until}?score=${score}`;

/** What the address of such a page says. It proves nothing yet. */
export interface ReadRatingLink {
  readonly tag: ReadTag;
  readonly until: Instant;
}

/** Reads the two parts of an address. Null if Plazo makes no such address, or if its time is over. */
export const readRatingLink = (tagText: string, untilText: string, now: Instant): ReadRatingLink | null => {
  const tag = readTag(tagText);
  const until = /^\d{1,15}$/.test(untilText) ? Number(untilText) : 0;
  return tag === null || until < now ? null : { tag, until };
};

/** Whether the desk made the link for this owner. */
export const isRatingLinkOf = (key: MailKey, { tag, until }: ReadRatingLink, owner: TagOwner): boolean =>
  isTagOf(key, `rating until ${until}`, tag, owner);
