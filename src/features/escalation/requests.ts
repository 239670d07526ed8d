import { onlyTicket } from "../../chat/action-arguments.ts";
import { button } from "../../requests/action-handlers.ts";
import { maxText } from "../../chat/form.ts";
import { cleanText } from "../../requests/clean-text.ts";
import { changeTicket, ifAllowed } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketAndLine } from "../../requests/ticket-in-line.ts";

export const buttons = {
  escalate: button({
    carries: onlyTicket,
    forCustomers: true,
    press: ({ ticket }, { at }, context) =>
      ifAllowed(context, "escalate", () => changeTicket(context, at, ticket, { type: "escalate", why: null })),
  }),
};

export const subcommands = {
  escalate: subcommand({
    of: "ticket",
    words: ["escalate", "escalar"],
    menu: "escalate N [why]",
    namesTicket: true,
    permission: "escalate",
    help: ({ say }) => ({ usage: say("help.escalate"), means: "help.escalateMeans" }),
    parse: (typed) => {
      const found = ticketAndLine(typed);
      return found === null || "problem" in found ? found : { number: found.number, why: found.text };
    },
    route: ({ number, why: typed }, { event, context }) => {
      const why = cleanText(typed).slice(0, maxText);
      return changeTicket(context, event.at, number, { type: "escalate", why: why === "" ? null : why });
    },
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly escalation: { readonly button: keyof typeof buttons };
  }
}
