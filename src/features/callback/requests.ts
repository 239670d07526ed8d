import { onlyTicket } from "../../chat/action-arguments.ts";
import { button, form, pressGives, whenRight } from "../../requests/action-handlers.ts";
import { sayIn } from "../../i18n/say.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, changeTicket, ifAllowed, work, type Routed } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketAndLine } from "../../requests/ticket-in-line.ts";
import { accountOfChannel } from "../../tickets/principal.ts";
import { callForm } from "./call-form.ts";
import { callValues, phoneAndTime } from "./phone-and-time.ts";
import { managerCard } from "./manager-card.ts";

/** The form that asks for the number and the time. */
const askForNumber = ({ principal, desk, viewer }: RequestContext, ticket: number, typed: string): Routed =>
  answer({ kind: "form", form: callForm(ticket, { typed, principal, desk, viewer }) });

export const buttons = {
  requestCall: button({
    carries: onlyTicket,
    forCustomers: true,
    press: ({ ticket }, _, context) => ifAllowed(context, "requestCall", () => askForNumber(context, ticket, "")),
  }),
  reportCalled: button({
    carries: onlyTicket,
    press: pressGives("reportCalled"),
  }),
};

export const forms = {
  "submit-call": form({
    carries: onlyTicket,
    submit: ({ ticket }, { values, at }, context) =>
      ifAllowed(context, "requestCall", () =>
        whenRight(callValues(values, sayIn(context.viewer.locale)), (wanted) =>
          changeTicket(context, at, ticket, { type: "requestCall", ...wanted }),
        ),
      ),
  }),
};

export const subcommands = {
  call: subcommand({
    of: "ticket",
    words: ["call", "llamada", "llamar", "chamada", "ligação", "ligacao"],
    menu: "call N [number]",
    otherWords: "phone teléfono telefone ligar",
    namesTicket: true,
    permission: "requestCall",
    help: ({ say }) => ({ usage: say("help.call"), means: "help.callMeans" }),
    parse: ticketAndLine,
    /**
     * Without a text, the answer is the number to call. A telephone number is a request; any other text prefills the
     * form.
     */
    route: ({ number, text }, { event, context }) => {
      if (text === "") return work({ kind: "ask", question: { kind: "call", number } });
      const wanted = phoneAndTime(text);
      return wanted === null
        ? askForNumber(context, number, text)
        : changeTicket(context, event.at, number, { type: "requestCall", ...wanted });
    },
  }),
  manager: subcommand({
    of: "ticket",
    words: ["manager", "gerente", "responsable", "gestor"],
    menu: "manager",
    permission: "manager",
    help: ({ say }) => ({ usage: say("help.manager"), means: "help.managerMeans" }),
    /** "Manager page is blank" is a title. */
    parse: ({ rest }) => (rest.length === 0 ? {} : null),
    /** Customers ask about their own account, staff about the account of the channel they are in. */
    route: (_, { event, context: { principal, desk, viewer } }) => {
      const account = principal.is === "customer" ? principal.account : accountOfChannel(event.channel, desk);
      return answer({ kind: "private", card: managerCard(account, desk, viewer, event.at) });
    },
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly callback: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
