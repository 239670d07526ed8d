import { decodeAction } from "../../chat/action.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { ifAllowed, work, type Routed } from "../../requests/routed.ts";

const choices = new Map<string, "solved" | "open" | "add">([
  ["solved", "solved"],
  ["open-anyway", "open"],
  ["add-words", "add"],
]);

const counting = (text: string | undefined): number | null => (/^\d{1,9}$/.test(text ?? "") ? Number(text) : null);

/** A press below something that the bot asked; null where it is another button. */
export const routePromptAnswer = (
  press: Extract<InboundEvent, { kind: "press" }>,
  context: RequestContext,
): Routed | null => {
  const { verb, args } = decodeAction(press.action);
  const choice = choices.get(verb) ?? null;
  const offer = counting(args[0]);
  if (choice === null || offer === null) return null;
  const article = counting(args[1]) ?? 0;
  return ifAllowed(context, "answerPrompt", () => work({ kind: "answerPrompt", offer, choice, article }));
};
