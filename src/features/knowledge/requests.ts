import { digits, type ActionReader } from "../../chat/action-arguments.ts";
import { button } from "../../requests/action-handlers.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { ifAllowed, work, type Routed } from "../../requests/routed.ts";

interface PromptAnswer {
  readonly prompt: number;
  readonly article: number;
}

const answerWith =
  (choice: "solved" | "open" | "add") =>
  ({ prompt, article }: PromptAnswer, _: unknown, context: RequestContext): Routed =>
    ifAllowed(context, "answerPrompt", () => work({ kind: "answerPrompt", prompt, choice, article }));

const promptAnswer: ActionReader<PromptAnswer> = ([promptWord, articleWord]) => {
  const prompt = digits(promptWord, 9);
  return prompt === null ? null : { prompt, article: digits(articleWord, 9) ?? 0 };
};

/** The answers to a prompt of the bot. */
export const buttons = {
  solved: button({
    carries: promptAnswer,
    forCustomers: true,
    press: answerWith("solved"),
  }),
  "open-anyway": button({
    carries: promptAnswer,
    forCustomers: true,
    press: answerWith("open"),
  }),
  "add-words": button({
    carries: promptAnswer,
    forCustomers: true,
    press: answerWith("add"),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly knowledge: { readonly button: keyof typeof buttons };
  }
}
