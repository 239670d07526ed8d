import { aboutTicket, digits } from "../../chat/action-arguments.ts";
import { button } from "../../requests/action-handlers.ts";
import { changeTicket, ifAllowed } from "../../requests/routed.ts";

const upToWhen = aboutTicket(([word]) => {
  const upTo = digits(word, 14);
  return upTo === null ? null : { upTo };
});

export const buttons = {
  /** The customer's messages up to then need no answer. */
  dismiss: button({
    carries: upToWhen,
    press: ({ ticket, upTo }, { at }, context) =>
      ifAllowed(context, "dismiss", () => changeTicket(context, at, ticket, { type: "dismiss", upTo })),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly conversation: { readonly button: keyof typeof buttons };
  }
}
