import { sayIn } from "../../i18n/say.ts";
import { commandButton, whenRight, type ButtonHandlers, type FormHandlers } from "../../requests/action-handlers.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { textValues } from "../../requests/submitted-values.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketAndLine } from "../../requests/ticket-in-line.ts";
import { askForReply } from "../reply/index.ts";
import { techForm, techReturnForm } from "./tech-form.ts";

export const buttons = {
  tech: ({ ticket }, _, context) =>
    ifAllowed(context, "askTech", () => answer({ kind: "form", form: techForm(ticket, context.viewer) })),
  claimTech: commandButton("claimTech"),
  returnTech: ({ ticket }, _, context) =>
    ifAllowed(context, "returnTech", () => answer({ kind: "form", form: techReturnForm(ticket, context.viewer) })),
  doneTech: ({ ticket }, { at }, context) =>
    ifAllowed(context, "returnTech", () =>
      changeTicket(context, at, ticket, { type: "returnTech", findings: "", done: true }),
    ),
  /** The form shows the technical team's text, which an agent rewords for the customer. */
  clientUpdate: (action, { quote = "" }, context) => askForReply(action, context, { remark: quote }),
} satisfies ButtonHandlers<"tech" | "claimTech" | "returnTech" | "doneTech" | "clientUpdate">;

export const forms = {
  "submit-tech": ({ ticket }, { values, at }, context) =>
    ifAllowed(context, "askTech", () =>
      whenRight(textValues(values, sayIn(context.viewer.locale)), ({ text }) =>
        changeTicket(context, at, ticket, { type: "askTech", text }),
      ),
    ),
  "submit-tech-return": ({ ticket }, { values, at }, context) =>
    ifAllowed(context, "returnTech", () =>
      whenRight(textValues(values, sayIn(context.viewer.locale)), ({ text }) =>
        changeTicket(context, at, ticket, { type: "returnTech", findings: text, done: false }),
      ),
    ),
} satisfies FormHandlers<"submit-tech" | "submit-tech-return">;

export const subcommands = {
  tech: subcommand({
    of: "ticket",
    words: ["tech", "técnico", "tecnico"],
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
