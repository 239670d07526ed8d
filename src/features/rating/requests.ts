import { oldAction, type ButtonHandlers } from "../../requests/action-handlers.ts";
import { changeTicket, ifAllowed } from "../../requests/routed.ts";
import { scores } from "../../tickets/ticket-records.ts";

export const buttons = {
  rate: ({ ticket, score: named }, { at }, context) =>
    ifAllowed(context, "rate", () => {
      const score = scores.find((each) => each === named);
      return score === undefined ? oldAction(context) : changeTicket(context, at, ticket, { type: "rate", score });
    }),
} satisfies ButtonHandlers<"rate">;
