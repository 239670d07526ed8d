import type { InboundEvent } from "../chat/happening.ts";
import type { Desk } from "../domain/desk.ts";
import { cleanWords } from "./clean-text.ts";
import { requestContextOf } from "./scene.ts";
import { routeCommand } from "./understand-command.ts";
import { routeMessage } from "./understand-message.ts";
import { routePick, routeReaction } from "./understand-pick.ts";
import { routePress } from "./understand-press.ts";
import { routeSubmission } from "./understand-submission.ts";
import { work, type Routed } from "./understood.ts";

/** What an inbound event means to this desk. `meet` and `interpret` both ask here, so they cannot disagree. */
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
    case "edited":
      return work({ kind: "revised", message: inboundEvent.message, ...cleanWords(inboundEvent) });
    case "deleted":
      return work({ kind: "revised", message: inboundEvent.message, text: null });
    case "pick":
      return routePick(inboundEvent, context);
    case "react":
      return routeReaction(inboundEvent, context);
  }
};
