import type { PostedMessage } from "./wire.ts";

const nameOfTicket = /\bT-(\d{1,9})\b/;
/** A ticket's own heading, `T-1042 · No video`; other headings only begin with its number. */
const title = /^T-\d{1,9} · /;

/**
 * Which ticket a card speaks of, read from its heading or summary as a person would: the neutral card carries no
 * number of its own. `label` is the heading, where that is the ticket's own.
 */
export const ticketOf = (
  body: PostedMessage["body"],
): { readonly ticket: number | null; readonly label: string | null } => {
  if (body.kind !== "card") return { ticket: null, label: null };
  const headings = body.card.parts.flatMap((part) => (part.part === "heading" ? [part.text] : []));
  const heading = headings.find((text) => nameOfTicket.test(text)) ?? null;
  const found = nameOfTicket.exec(heading ?? body.card.summary)?.[1];
  return {
    ticket: found === undefined ? null : Number(found),
    label: heading !== null && title.test(heading) ? heading : null,
  };
};
