import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Desk } from "../desk/desk.ts";
import { sentenceCard } from "../i18n/spans.ts";
import type { Intent } from "./intent.ts";
import { route } from "./route.ts";

/**
 * What a recorded inbound event means. The desk may have changed since `meet`: what would be refused now is said, and a form
 * that no longer fits the desk says what is wrong with it.
 */
export const toIntent = (inboundEvent: InboundEvent, desk: Desk): Intent => {
  const understood = route(inboundEvent, desk);
  if (understood.means === "work") return understood.intent;
  switch (understood.answer.kind) {
    case "private":
      return { ...understood.answer, kind: "say" };
    case "fieldErrors":
      return { kind: "say", card: sentenceCard(Object.values(understood.answer.errors).join(" ")) };
    case "form":
    case "ignore":
      return { kind: "nothing" };
  }
};
