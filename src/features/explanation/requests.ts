import { onlyTicket } from "../../chat/action-arguments.ts";
import { button } from "../../requests/action-handlers.ts";
import { ifAllowed, work } from "../../requests/routed.ts";

export const buttons = {
  why: button({
    carries: onlyTicket,
    forCustomers: true,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "show", () => work({ kind: "ask", question: { kind: "why", number: ticket } })),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly explanation: { readonly button: keyof typeof buttons };
  }
}
