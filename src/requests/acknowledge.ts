import type { FirstAnswer } from "../chat/answer.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Desk } from "../desk/desk.ts";
import { route } from "./route.ts";

/** The first answer to an inbound event, computed without I/O: a form, a private message, or "work on it later". */
export const acknowledge = (inboundEvent: InboundEvent, desk: Desk): FirstAnswer => {
  const routed = route(inboundEvent, desk);
  return routed.means === "work" ? { kind: "work" } : routed.answer;
};
