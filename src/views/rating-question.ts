import { encodeAction } from "../chat/action.ts";
import type { CardPart } from "../chat/card.ts";
import type { Ticket } from "../domain/ticket.ts";
import { scores } from "../domain/ways.ts";
import type { Reader } from "./reader.ts";
import { sayIn } from "./words/say.ts";

/** The one question after a ticket is solved, with its answers to press. */
export const ratingQuestion = (ticket: Ticket, reader: Reader): CardPart => {
  const say = sayIn(reader.locale);
  return {
    part: "buttons",
    label: say("way.howWasIt"),
    buttons: scores.map((score) => ({
      action: encodeAction("rate", ticket.number, score),
      label: say(`way.score.${score}`),
    })),
  };
};
