import type { PostedMessage } from "./wire.ts";

const nameOfTicket = /\bT-(\d{1,9})\b/;
/** A ticket's own heading, `T-1042 · No video`. Other headings only begin with its number. */
const title = /^T-\d{1,9} · /;

/**
 * Returns the ticket of a card, read from its heading or summary, because a card has no ticket number. `label` is the
 * heading if it is the ticket's own.
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
