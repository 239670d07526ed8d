import { aboutTicket, audienceFrom, replyFlagsIn } from "../../chat/action-arguments.ts";
import { button } from "../../requests/action-handlers.ts";
import { answer, ifAllowed } from "../../requests/routed.ts";
import { replyForm } from "../reply/index.ts";

// Cards of older versions name no audience.
const audienceAndFlags = aboutTicket(([argument = "", ...flags]) => ({
  audience: audienceFrom(argument),
  flags: replyFlagsIn(flags),
}));

export const buttons = {
  /** Before a ticket waits, the form asks for the question to the customer. */
  wait: button({
    carries: audienceAndFlags,
    press: ({ ticket, audience, flags }, _, context) =>
      ifAllowed(context, "wait", () =>
        answer({
          kind: "form",
          form: replyForm(ticket, {
            audience,
            desk: context.desk,
            viewer: context.viewer,
            draft: { flags: ["setsWaiting", ...flags] },
          }),
        }),
      ),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly waiting: { readonly button: keyof typeof buttons };
  }
}
