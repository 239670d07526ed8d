import { onlyTicket } from "../../chat/action-arguments.ts";
import { button, form, pressGives, whenRight } from "../../requests/action-handlers.ts";
import { sayIn } from "../../i18n/say.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { personValues } from "../../requests/submitted-values.ts";
import { assignForm } from "./assign-form.ts";
import { notify } from "./route-notify.ts";

export const buttons = {
  claim: button({
    carries: onlyTicket,
    press: pressGives("claim"),
  }),
  assign: button({
    carries: onlyTicket,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "assign", () =>
        answer({ kind: "form", form: assignForm(ticket, context.desk, context.viewer) }),
      ),
  }),
  notify: button({
    carries: ([choice = ""]) => ({ choice }),
    press: ({ choice }, _, context) => notify(context, choice),
  }),
};

export const forms = {
  "submit-assign": form({
    carries: onlyTicket,
    submit: ({ ticket }, { values, at }, context) =>
      ifAllowed(context, "assign", () =>
        whenRight(personValues(values, context.desk, sayIn(context.viewer.locale)), ({ person }) =>
          changeTicket(context, at, ticket, { type: "assign", person }),
        ),
      ),
  }),
};

export const subcommands = {
  notify: subcommand({
    of: "desk",
    words: ["notify", "notificaciones", "notificações", "notificacoes"],
    menu: "notify [on | off]",
    permission: "notify",
    help: ({ say }) => ({ usage: say("help.notify"), means: "help.notifyMeans" }),
    /** Without a further word it shows the current setting. */
    parse: ({ rest }) => ({ switch: rest.join(" ") }),
    route: ({ switch: choice }, { context }) => notify(context, choice),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly assignment: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
