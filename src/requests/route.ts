import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Desk } from "../desk/desk.ts";
import { cleanFormatted } from "./clean-text.ts";
import { requestContextOf } from "./request-context.ts";
import { routeCommand } from "./route-command.ts";
import { routeMail } from "./route-mail.ts";
import { routeMessage } from "./route-message.ts";
import { routePick, routeReaction } from "./route-pick.ts";
import { routePress, routeSubmission } from "./route-action.ts";
import { work, type Routed } from "./routed.ts";
import type { FirstAnswer } from "../chat/answer.ts";

/** What an inbound event means on this desk. `acknowledge` and `toIntent` both call it, so they cannot disagree. */
export const route = (inboundEvent: InboundEvent, desk: Desk): Routed => {
  const context = requestContextOf(inboundEvent, desk);
  switch (inboundEvent.kind) {
    case "command":
      return routeCommand(inboundEvent, context);
    case "press":
      return routePress(inboundEvent, context);
    case "submit":
      return routeSubmission(inboundEvent, context);
    case "message":
      return routeMessage(inboundEvent, context);
    case "mailed":
      return routeMail(inboundEvent, context);
    case "edited":
      return work({ kind: "edited", message: inboundEvent.message, ...cleanFormatted(inboundEvent) });
    case "deleted":
      return work({ kind: "edited", message: inboundEvent.message, text: null });
    case "unanswered":
      return work({ kind: "decideUnticketed", unticketed: inboundEvent.unticketed, choice: "ticket" });
    case "pick":
      return routePick(inboundEvent, context);
    case "react":
      return routeReaction(inboundEvent, context);
  }
};

/** The first answer to an inbound event, computed without I/O: a form, a private message, or "work on it later". */
export const acknowledge = (inboundEvent: InboundEvent, desk: Desk): FirstAnswer => {
  const routed = route(inboundEvent, desk);
  return routed.means === "work" ? { kind: "work" } : routed.answer;
};
