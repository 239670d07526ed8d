import { onlyTicket, replyTo } from "../../chat/action-arguments.ts";
import { button, form, pressGives, whenRight } from "../../requests/action-handlers.ts";
import { sayIn } from "../../i18n/say.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { textValues } from "../../requests/submitted-values.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketAndLine } from "../../requests/ticket-in-line.ts";
import { askForReply } from "../reply/index.ts";
import { techForm, techReturnForm } from "./tech-form.ts";

export const buttons = {
  tech: button({
    carries: onlyTicket,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "askTech", () => answer({ kind: "form", form: techForm(ticket, context.viewer) })),
  }),
  claimTech: button({
    carries: onlyTicket,
    press: pressGives("claimTech"),
  }),
  returnTech: button({
    carries: onlyTicket,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "returnTech", () => answer({ kind: "form", form: techReturnForm(ticket, context.viewer) })),
  }),
  doneTech: button({
    carries: onlyTicket,
    press: ({ ticket }, { at }, context) =>
      ifAllowed(context, "returnTech", () =>
        changeTicket(context, at, ticket, { type: "returnTech", findings: "", done: true }),
      ),
  }),
  /** The form shows the technical team's text, which an agent rewords for the customer. */
  clientUpdate: button({
    carries: replyTo,
    press: (action, { quote = "" }, context) => askForReply(action, context, { remark: quote }),
  }),
};

export const forms = {
  "submit-tech": form({
    carries: onlyTicket,
    submit: ({ ticket }, { values, at }, context) =>
      ifAllowed(context, "askTech", () =>
        whenRight(textValues(values, sayIn(context.viewer.locale)), ({ text }) =>
          changeTicket(context, at, ticket, { type: "askTech", text }),
        ),
      ),
  }),
  "submit-tech-return": form({
    carries: onlyTicket,
    submit: ({ ticket }, { values, at }, context) =>
      ifAllowed(context, "returnTech", () =>
        whenRight(textValues(values, sayIn(context.viewer.locale)), ({ text }) =>
          changeTicket(context, at, ticket, { type: "returnTech", findings: text, done: false }),
        ),
      ),
  }),
};

export const subcommands = {
  tech: subcommand({
    of: "ticket",
    words: ["tech", "técnico", "tecnico"],
    menu: "tech N [text]",
    namesTicket: true,
    permission: "askTech",
    help: ({ say }) => ({ usage: say("help.tech"), means: "help.techMeans" }),
    parse: ticketAndLine,
    route: ({ number, text }, { event, context }) =>
      text === ""
        ? answer({ kind: "form", form: techForm(number, context.viewer) })
        : changeTicket(context, event.at, number, { type: "askTech", text }),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly techHandoff: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
