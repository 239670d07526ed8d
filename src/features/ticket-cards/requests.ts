import { commandButton, type ButtonHandlers } from "../../requests/action-handlers.ts";
import { changeTicket, ifAllowed, work } from "../../requests/routed.ts";

/** The buttons of the ticket's own cards that belong to no other feature. */
export const ticketButtons = {
  resolve: commandButton("resolve"),
  reopen: commandButton("reopen"),
  /** The customer's messages up to then need no answer. */
  dismiss: ({ ticket, upTo }, { at }, context) =>
    ifAllowed(context, "dismiss", () => changeTicket(context, at, ticket, { type: "dismiss", upTo })),
  show: ({ ticket: number, shown }, _, context) =>
    ifAllowed(context, "show", () => {
      switch (shown.what) {
        case "why":
          return work({ kind: "ask", question: { kind: "why", number } });
        case "page":
          return work({ kind: "ask", question: { kind: "show", number, page: shown.page } });
        case "whole":
          return work({
            kind: "ask",
            question: { kind: "whole", number, ...(shown.message === null ? {} : { message: shown.message }) },
          });
      }
    }),
  why: ({ ticket }, _, context) =>
    ifAllowed(context, "show", () => work({ kind: "ask", question: { kind: "why", number: ticket } })),
} satisfies ButtonHandlers<"resolve" | "reopen" | "dismiss" | "show" | "why">;
