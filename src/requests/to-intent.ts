import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Desk } from "../desk/desk.ts";
import { sentenceCard } from "../i18n/spans.ts";
import type { Intent } from "./intent.ts";
import { route } from "./route.ts";

/**
 * What a recorded inbound event means now. The desk may have changed since `acknowledge`: a refusal or a field error
 * becomes a message.
 */
export const toIntent = (inboundEvent: InboundEvent, desk: Desk): Intent => {
  const routed = route(inboundEvent, desk);
  if (routed.means === "work") return routed.intent;
  switch (routed.answer.kind) {
    case "private":
      return { ...routed.answer, kind: "say" };
    case "fieldErrors":
      return { kind: "say", card: sentenceCard(Object.values(routed.answer.errors).join(" ")) };
    case "form":
    case "ignore":
      return { kind: "nothing" };
  }
};
