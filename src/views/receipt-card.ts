import type { Card, Line } from "../chat/card.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import { toneOf } from "./gravity.ts";
import type { Reader } from "./reader.ts";
import { faint, plain } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** Tells whoever opened a ticket, where they asked, where it goes on: what is promised and by whom is on the card there. */
export const receiptCard = (ticket: Ticket, reader: Reader): Card => {
  const say = sayIn(reader.locale);
  const name = ticketName(ticket.number);
  const where: Line =
    ticket.conversation.kind === "channel"
      ? [plain(say("receipt.inChannel")), { t: "channel", channel: ticket.conversation.channel }]
      : [plain(say("receipt.inDirect"))];
  const isPromised = ticket.clocks.some(({ kind, end }) => kind === "firstResponse" && end === null);
  const noPromise = say(ticket.kind === "consulting" ? "way.consultingReceipt" : "receipt.noPromise");
  return {
    summary: say("receipt.summary", { ticket: name }),
    severity: toneOf(ticket),
    parts: [
      { part: "heading", text: say("receipt.heading", { ticket: name }) },
      { part: "text", lines: [...(isPromised ? [] : [[plain(noPromise)]]), where] },
      ...(ticket.account === null ? [{ part: "small", line: [faint(say("receipt.accountUnknown"))] } as const] : []),
    ],
  };
};
