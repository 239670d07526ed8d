import { aboutTicket } from "../../chat/action-arguments.ts";
import { button, oldAction } from "../../requests/action-handlers.ts";
import { changeTicket, ifAllowed } from "../../requests/routed.ts";
import { scores } from "../../tickets/ticket-records.ts";

const scoreGiven = aboutTicket(([score = ""]) => ({ score }));

export const buttons = {
  rate: button({
    carries: scoreGiven,
    forCustomers: true,
    press: ({ ticket, score: named }, { at }, context) =>
      ifAllowed(context, "rate", () => {
        const score = scores.find((each) => each === named);
        return score === undefined ? oldAction(context) : changeTicket(context, at, ticket, { type: "rate", score });
      }),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly rating: { readonly button: keyof typeof buttons };
  }
}
