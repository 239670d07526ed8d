import { aboutTicket, digits, onlyTicket } from "../../chat/action-arguments.ts";
import { button, pressGives } from "../../requests/action-handlers.ts";
import { minute } from "../../sla/instant.ts";
import { changeTicket, ifAllowed } from "../../requests/routed.ts";

const minutesLater = aboutTicket(([word]) => {
  const minutes = digits(word, 4) ?? 0;
  return minutes === 0 ? null : { minutes };
});

export const buttons = {
  /** "I'm on it". */
  acknowledge: button({
    carries: onlyTicket,
    press: pressGives("acknowledge"),
  }),
  /** "Remind me later". */
  snooze: button({
    carries: minutesLater,
    press: ({ ticket, minutes }, { at }, context) =>
      ifAllowed(context, "snooze", () =>
        changeTicket(context, at, ticket, { type: "snooze", until: at + minutes * minute }),
      ),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly reminders: { readonly button: keyof typeof buttons };
  }
}
