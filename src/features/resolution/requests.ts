import { aboutTicket } from "../../chat/action-arguments.ts";
import { button, pressGives } from "../../requests/action-handlers.ts";
import { changeTicket } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketAlone } from "../../requests/ticket-in-line.ts";

/** `own`: the button is on the customer's card. Staff have the same buttons. */
const ticketAndSide = aboutTicket(([side]) => ({ own: side === "own" }));

export const buttons = {
  resolve: button({
    carries: ticketAndSide,
    forCustomers: ({ own }) => own,
    press: pressGives("resolve"),
  }),
  reopen: button({
    carries: ticketAndSide,
    forCustomers: ({ own }) => own,
    press: pressGives("reopen"),
  }),
};

export const subcommands = {
  close: subcommand({
    of: "ticket",
    words: ["close", "cerrar", "fechar"],
    menu: "close N",
    otherWords:
      "resolve resolved solve solved done finish delete cancel resolver resuelto solucionar terminar borrar cancelar " +
      "resolvido apagar",
    namesTicket: true,
    permission: "resolve",
    help: ({ say }) => ({ usage: say("help.close"), means: "help.closeMeans" }),
    parse: ticketAlone,
    route: ({ number }, { event, context }) => changeTicket(context, event.at, number, { type: "resolve" }),
  }),
  reopen: subcommand({
    of: "ticket",
    words: ["reopen", "reabrir"],
    menu: "reopen N",
    namesTicket: true,
    permission: "reopen",
    help: ({ say }) => ({ usage: say("help.reopen"), means: "help.reopenMeans" }),
    parse: ticketAlone,
    route: ({ number }, { event, context }) => changeTicket(context, event.at, number, { type: "reopen" }),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly resolution: { readonly button: keyof typeof buttons };
  }
}
