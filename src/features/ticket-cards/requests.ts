import type { MessageKey } from "../../tickets/refs.ts";
import { aboutTicket, digits, sourceFrom } from "../../chat/action-arguments.ts";
import { button } from "../../requests/action-handlers.ts";
import { ifAllowed, work } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketAlone } from "../../requests/ticket-in-line.ts";

type Shown =
  | { readonly what: "why" }
  | { readonly what: "page"; readonly page: number }
  /** The whole text of one message; null for the ticket's description. */
  | { readonly what: "whole"; readonly message: MessageKey | null };

const shownOf = ([argument, ...rest]: readonly string[]): Shown | null => {
  if (argument === "why") return { what: "why" };
  if (argument === "all") {
    const source = sourceFrom(rest);
    if (rest.length > 0 && source === null) return null;
    return { what: "whole", message: source === null ? null : { channel: source.channel, id: source.message } };
  }
  const page = digits(argument, 4);
  return page === null ? null : { what: "page", page };
};

const partShown = aboutTicket((words) => {
  const shown = shownOf(words);
  return shown === null ? null : { shown };
});

export const buttons = {
  show: button({
    carries: partShown,
    forCustomers: true,
    press: ({ ticket: number, shown }, _, context) =>
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
  }),
};

export const subcommands = {
  show: subcommand({
    of: "ticket",
    words: ["show", "ver"],
    menu: "show N",
    otherWords:
      "view get info details status claim take assign reassign note severity " +
      "estado mostrar detalles tomar coger reclamar asignar nota gravedad " +
      "detalhes assumir atribuir gravidade",
    namesTicket: true,
    permission: "show",
    help: ({ say }) => ({ usage: say("help.show"), means: "help.showMeans" }),
    suggestion: ({ say, is }) => ({
      usage: say("help.show"),
      means: is === "staff" ? "help.showMeansStaff" : "help.showMeans",
    }),
    parse: ticketAlone,
    route: ({ number }) => work({ kind: "ask", question: { kind: "show", number } }),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly ticketCards: { readonly button: keyof typeof buttons };
  }
}
