import type { ButtonHandlers } from "../../requests/action-handlers.ts";
import { changeTicket, ifAllowed } from "../../requests/routed.ts";

export const buttons = {
  /** The customer's messages up to then need no answer. */
  dismiss: ({ ticket, upTo }, { at }, context) =>
    ifAllowed(context, "dismiss", () => changeTicket(context, at, ticket, { type: "dismiss", upTo })),
} satisfies ButtonHandlers<"dismiss">;
