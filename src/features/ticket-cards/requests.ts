import type { ButtonHandlers } from "../../requests/action-handlers.ts";
import { ifAllowed, work } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketAlone } from "../../requests/ticket-in-line.ts";

export const buttons = {
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
} satisfies ButtonHandlers<"show">;

export const subcommands = {
  show: subcommand({
    of: "ticket",
    words: ["show", "ver"],
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
