import type { FirstAnswer } from "../chat/answer.ts";
import type { InboundEvent } from "../chat/happening.ts";
import type { Desk } from "../domain/desk.ts";
import { route } from "./understand.ts";

/** The first answer to an inbound event, without I/O: a form, a private word, or "to be worked on". */
export const acknowledge = (inboundEvent: InboundEvent, desk: Desk): FirstAnswer => {
  const understood = route(inboundEvent, desk);
  return understood.means === "work" ? { kind: "work" } : understood.answer;
};
