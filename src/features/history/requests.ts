import { work } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketAlone } from "../../requests/ticket-in-line.ts";

export const subcommands = {
  history: subcommand({
    of: "ticket",
    words: ["history", "historia", "historial", "histórico", "historico"],
    menu: "history N",
    namesTicket: true,
    permission: "history",
    help: ({ say }) => ({ usage: say("help.history"), means: "help.historyMeans" }),
    parse: ticketAlone,
    route: ({ number }) => work({ kind: "ask", question: { kind: "history", number } }),
  }),
};
