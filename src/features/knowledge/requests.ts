import type { ButtonAction } from "../../chat/action.ts";
import type { ButtonHandlers } from "../../requests/action-handlers.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { ifAllowed, work, type Routed } from "../../requests/routed.ts";

type PromptAnswer = Extract<ButtonAction, { verb: "solved" | "open-anyway" | "add-words" }>;

const answerWith =
  (choice: "solved" | "open" | "add") =>
  ({ prompt, article }: PromptAnswer, _: unknown, context: RequestContext): Routed =>
    ifAllowed(context, "answerPrompt", () => work({ kind: "answerPrompt", prompt, choice, article }));

/** The answers to a prompt of the bot. */
export const buttons = {
  solved: answerWith("solved"),
  "open-anyway": answerWith("open"),
  "add-words": answerWith("add"),
} satisfies ButtonHandlers<PromptAnswer["verb"]>;
