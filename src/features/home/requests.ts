import { nothing } from "../../chat/action-arguments.ts";
import { button } from "../../requests/action-handlers.ts";
import { answer, ifAllowed } from "../../requests/routed.ts";

export const buttons = {
  /** Shows the home anew. An adapter does so after every press on a home, so there is nothing else to do. */
  home: button({
    carries: nothing,
    forCustomers: true,
    press: (_, _press, context) => ifAllowed(context, "home", () => answer({ kind: "ignore" })),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly home: { readonly button: keyof typeof buttons };
  }
}
