import { sayIn } from "../../i18n/say.ts";
import { commandButton, whenRight, type ButtonHandlers, type FormHandlers } from "../../requests/action-handlers.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { personValues } from "../../requests/submitted-values.ts";
import { assignForm } from "./assign-form.ts";
import { notify } from "./route-notify.ts";

export const buttons = {
  claim: commandButton("claim"),
  assign: ({ ticket }, _, context) =>
    ifAllowed(context, "assign", () =>
      answer({ kind: "form", form: assignForm(ticket, context.desk, context.viewer) }),
    ),
  notify: ({ choice }, _, context) => notify(context, choice),
} satisfies ButtonHandlers<"claim" | "assign" | "notify">;

export const forms = {
  "submit-assign": ({ ticket }, { values, at }, context) =>
    ifAllowed(context, "assign", () =>
      whenRight(personValues(values, context.desk, sayIn(context.viewer.locale)), ({ person }) =>
        changeTicket(context, at, ticket, { type: "assign", person }),
      ),
    ),
} satisfies FormHandlers<"submit-assign">;

export const subcommands = {
  notify: subcommand({
    of: "desk",
    words: ["notify", "notificaciones", "notificações", "notificacoes"],
    permission: "notify",
    help: ({ say }) => ({ usage: say("help.notify"), means: "help.notifyMeans" }),
    /** Without a further word it shows the current setting. */
    parse: ({ rest }) => ({ switch: rest.join(" ") }),
    route: ({ switch: choice }, { context }) => notify(context, choice),
  }),
};
