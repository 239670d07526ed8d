import type { Card, CardPart } from "../chat/card.ts";
import type { Message } from "../domain/effect.ts";
import type { TakenWords } from "../domain/taken-over.ts";
import { saidIn, wholest } from "../domain/said.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import { fileLines } from "./file-lines.ts";
import { quoteWithRest } from "./left-out.ts";
import type { Reader } from "./reader.ts";
import { faint, moment, plain, strong } from "./spans.ts";
import { sayIn } from "./words/say.ts";

const mostTakenOver = 8;

const wordsParts = (words: TakenWords, ticket: Ticket, reader: Reader): readonly CardPart[] => {
  const say = sayIn(reader.locale);
  const { by, at, staff, message } = words;
  const said = message === undefined ? null : saidIn(ticket, message);
  const edited = said === null || said.editedAt === null ? [] : [faint(say("said.edited")), moment(said.editedAt)];
  const head = [strong(by), ...(staff ? [plain(say("message.ofUs"))] : []), plain(" "), moment(at)];
  const deleted =
    said?.kept === true && said.goneAt !== null ? [faint(say("said.deletedSince")), moment(said.goneAt)] : [];
  if (said !== null && said.goneAt !== null && said.kept !== true)
    return [{ part: "text", lines: [head, [faint(say("said.gone")), moment(said.goneAt)]] }];
  return [
    { part: "text", lines: [[...head, ...edited, ...deleted]] },
    ...quoteWithRest(wholest(said, words), 600, { number: ticket.number, transcript: true }, reader),
    ...fileLines(said, reader),
  ];
};

/** What was said in the thread before it became a ticket, as it stands now. */
export const tookOverCard = (
  { words, more }: Extract<Message, { type: "tookOver" }>,
  ticket: Ticket,
  reader: Reader,
): Card => {
  const say = sayIn(reader.locale);
  const sentence = say("message.tookOver", { ticket: ticketName(ticket.number) });
  const shown = words.slice(-mostTakenOver);
  return {
    summary: sentence,
    parts: [
      { part: "text", lines: [[strong(sentence)]] },
      ...shown.flatMap((each) => wordsParts(each, ticket, reader)),
      ...(more || shown.length < words.length
        ? [{ part: "small", line: [faint(say("message.tookOverMore"))] } as const]
        : []),
    ],
  };
};
