import type { ButtonHandlers } from "../../requests/action-handlers.ts";
import { answer, ifAllowed } from "../../requests/routed.ts";
import { replyForm } from "../reply/index.ts";

export const buttons = {
  /** Before a ticket waits, the form asks for the question to the customer. */
  wait: ({ ticket, audience, flags }, _, context) =>
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
} satisfies ButtonHandlers<"wait">;
