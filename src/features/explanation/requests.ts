import type { ButtonHandlers } from "../../requests/action-handlers.ts";
import { ifAllowed, work } from "../../requests/routed.ts";

export const buttons = {
  why: ({ ticket }, _, context) =>
    ifAllowed(context, "show", () => work({ kind: "ask", question: { kind: "why", number: ticket } })),
} satisfies ButtonHandlers<"why">;
