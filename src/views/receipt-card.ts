import type { Card, Line } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { Instant } from "../domain/refs.ts";
import { severityOf, ticketName, type Ticket } from "../domain/ticket.ts";
import { oneLine } from "./excerpt.ts";
import type { Reader } from "./reader.ts";
import { fact, faint, momentAndLeft, plain, strong } from "./spans.ts";
import { managerOf, phoneFor } from "./who.ts";
import { sayIn } from "./words/say.ts";
import { gravityLabel, gravityOf, toneOf } from "./gravity.ts";

/** Tells whoever opened a ticket, where they asked: its number, its severity, what is promised, and by whom. */
export const receiptCard = (ticket: Ticket, desk: Desk, reader: Reader, now: Instant): Card => {
  const say = sayIn(reader.locale);
  const name = ticketName(ticket.number);
  const clock = ticket.clocks.find(({ kind, end }) => kind === "firstResponse" && end === null);
  const manager = managerOf(desk, ticket);
  const phone = phoneFor(desk, ticket, severityOf(ticket));
  const due = clock !== undefined && clock.promise.due > now ? clock.promise.due : null;
  const where: Line =
    ticket.conversation.kind === "channel"
      ? [plain(say("receipt.inChannel")), { t: "channel", channel: ticket.conversation.channel }]
      : [plain(say("receipt.inDirect"))];
  return {
    summary: say("receipt.summary", { ticket: name }),
    severity: toneOf(ticket),
    parts: [
      { part: "heading", text: say("receipt.heading", { ticket: name }) },
      { part: "text", lines: [[strong(oneLine(ticket.title, 150))]] },
      {
        part: "facts",
        facts: [
          fact(gravityLabel(ticket, say), plain(gravityOf(ticket, say))),
          ...(due === null ? [] : [fact(say("receipt.firstAnswer"), momentAndLeft(due))]),
          ...(manager === null
            ? []
            : [
                fact(
                  say("receipt.contact"),
                  plain(manager.name),
                  ...(phone === null ? [] : [plain(say("conversation.phoneHint", { phone }))]),
                ),
              ]),
        ],
      },
      {
        part: "text",
        lines: [
          ...(due === null
            ? [[plain(say(ticket.kind === "consulting" ? "way.consultingReceipt" : "receipt.noPromise"))]]
            : []),
          where,
        ],
      },
      ...(ticket.account === null ? [{ part: "small", line: [faint(say("receipt.accountUnknown"))] } as const] : []),
    ],
  };
};
