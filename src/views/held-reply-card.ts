import { encodeAction } from "../chat/action.ts";
import type { Card, CardPart } from "../chat/card.ts";
import type { Instant } from "../domain/refs.ts";
import type { Desk } from "../domain/desk.ts";
import type { Message } from "../domain/effect.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import { newsLine } from "./news-line.ts";
import { readersArgument } from "./readers-argument.ts";
import { readersLine } from "./readers-line.ts";
import type { Reader } from "./reader.ts";
import { moment, momentAndLeft, plain, strong } from "./spans.ts";
import { nameOf } from "./who.ts";
import { sayIn } from "./words/say.ts";

type Held = Extract<Message, { type: "replyHeld" }>;
type Settled = Extract<Message, { type: "replySettled" }>;

const newsPart = (news: Instant | null, reader: Reader): readonly CardPart[] =>
  news === null ? [] : [{ part: "text", lines: [newsLine(news, reader)] }];

/** A public reply that is about to go out: what it says, who will read it, and the buttons that take it back or send it at once. */
export const heldReplyCard = (held: Held, ticket: Ticket, desk: Desk, reader: Reader): Card => {
  const say = sayIn(reader.locale);
  const about = { name: nameOf(desk, held.by), ticket: ticketName(ticket.number) };
  const buttons: CardPart = {
    part: "buttons",
    label: say("button.actions"),
    buttons: [
      { action: encodeAction("undoReply", ticket.number, held.held), label: say("button.undoReply"), style: "danger" },
      { action: encodeAction("releaseReply", ticket.number, held.held), label: say("button.releaseReply") },
    ],
  };
  return {
    summary: say("message.replyHeld", about),
    parts: [
      {
        part: "text",
        lines: [
          [strong(say("message.replyHeld", about))],
          [plain(say("replying.leaves")), momentAndLeft(held.until)],
          readersLine(ticket.number, ticket.conversation, desk, reader),
        ],
      },
      { part: "quote", text: held.text },
      ...newsPart(held.news, reader),
      ...(held.waits === undefined ? [] : [{ part: "text", lines: [[plain(say("replying.waitsThen"))]] } as const]),
      buttons,
    ],
  };
};

/** What became of a held reply: it is on its way to the customer, or was taken back. */
export const settledReplyCard = (settled: Settled, ticket: Ticket, desk: Desk, reader: Reader): Card => {
  const about = { name: nameOf(desk, settled.by), ticket: ticketName(ticket.number) };
  const sentence = sayIn(reader.locale)(settled.how === "sent" ? "message.replySent" : "message.replyUndone", about);
  return {
    summary: sentence,
    parts: [
      {
        part: "text",
        lines: [
          [strong(sentence)],
          ...(settled.how === "sent" ? [readersLine(ticket.number, ticket.conversation, desk, reader)] : []),
        ],
      },
      { part: "quote", text: settled.text },
      ...newsPart(settled.news, reader),
    ],
  };
};

/**
 * The same for the person who wrote it, in place of the buttons that did it: when it was sent, or its words back, to be edited and
 * sent again.
 */
export const ownSettledCard = (
  settled: Settled,
  { sentAt, waits }: { readonly sentAt: Instant | null; readonly waits: boolean },
  ticket: Ticket,
  desk: Desk,
  reader: Reader,
): Card => {
  const say = sayIn(reader.locale);
  const card = settledReplyCard(settled, ticket, desk, reader);
  const flags = waits ? ["waits"] : [];
  const edit = encodeAction("editReply", ticket.number, readersArgument(ticket.conversation), ...flags);
  const more: CardPart =
    settled.how === "undone"
      ? {
          part: "buttons",
          label: say("button.actions"),
          buttons: [{ action: edit, label: say("replying.editReply"), carries: settled.text }],
        }
      : {
          part: "text",
          lines: sentAt === null ? [] : [[plain(say("replying.sentAt")), moment(sentAt)]],
        };
  return { ...card, parts: [...card.parts, more] };
};
