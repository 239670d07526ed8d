import type { Card } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import type { Tie, TieMessage } from "../domain/tie-facts.ts";
import type { Reader } from "./reader.ts";
import { plain, sentenceCard } from "./spans.ts";
import { nameOf } from "./who.ts";
import { sayIn, type Say } from "./words/say.ts";

/** The tickets this one has to do with, on one line. For staff. */
export const tiesLine = (ties: readonly Tie[], say: Say) =>
  plain(ties.map(({ number, how }) => say(`tie.${how}`, { other: ticketName(number) })).join(", "));

/** Tells either side what a ticket has to do with another one. */
export const tieCard = (message: TieMessage, ticket: Ticket, desk: Desk, reader: Reader): Card => {
  const say = sayIn(reader.locale);
  const name = ticketName(ticket.number);
  return sentenceCard(
    message.type === "goesOn"
      ? say(`tie.goesOn.${message.why}`, { ticket: name, to: ticketName(message.to) })
      : say(`tie.told.${message.tie.how}`, {
          name: nameOf(desk, message.by),
          ticket: name,
          other: ticketName(message.tie.number),
        }),
  );
};

/** Tells whoever tied two tickets that it is done. */
export const tiedCard = (how: "merge" | "link", number: number, to: number, reader: Reader): Card =>
  sentenceCard(sayIn(reader.locale)(`tie.done.${how}`, { ticket: ticketName(number), to: ticketName(to) }));
