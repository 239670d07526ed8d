import { encodeAction } from "../chat/action.ts";
import type { CardPart } from "../chat/card.ts";
import type { Ticket } from "../domain/ticket.ts";
import { scores } from "../domain/ways.ts";
import type { Reader } from "./reader.ts";
import { plain } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** The one question after a ticket is solved, with its answers to press. */
export const ratingQuestion = (ticket: Ticket, reader: Reader): readonly CardPart[] => {
  const say = sayIn(reader.locale);
  const buttons = scores.map((score) => ({
    action: encodeAction("rate", ticket.number, score),
    label: say(`way.score.${score}`),
  }));
  return [
    { part: "text", lines: [[plain(say("way.howWasIt"))]] },
    { part: "buttons", label: say("button.actions"), buttons },
  ];
};
