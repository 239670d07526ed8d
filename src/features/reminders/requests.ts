import { minute } from "../../sla/instant.ts";
import { commandButton, type ButtonHandlers } from "../../requests/action-handlers.ts";
import { changeTicket, ifAllowed } from "../../requests/routed.ts";

export const buttons = {
  /** "I'm on it". */
  acknowledge: commandButton("acknowledge"),
  /** "Remind me later". */
  snooze: ({ ticket, minutes }, { at }, context) =>
    ifAllowed(context, "snooze", () =>
      changeTicket(context, at, ticket, { type: "snooze", until: at + minutes * minute }),
    ),
} satisfies ButtonHandlers<"acknowledge" | "snooze">;
