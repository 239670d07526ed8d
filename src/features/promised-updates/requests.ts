import { onlyTicket } from "../../chat/action-arguments.ts";
import { button, form, whenRight } from "../../requests/action-handlers.ts";
import { sayIn } from "../../i18n/say.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { updateForm } from "./update-form.ts";
import { updateValues } from "./update-values.ts";

export const buttons = {
  promiseUpdate: button({
    carries: onlyTicket,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "promiseUpdate", () => answer({ kind: "form", form: updateForm(ticket, context.viewer) })),
  }),
};

export const forms = {
  "submit-update": form({
    carries: onlyTicket,
    submit: ({ ticket }, { values, at }, context) =>
      ifAllowed(context, "promiseUpdate", () =>
        whenRight(updateValues(values, at, sayIn(context.viewer.locale)), (due) =>
          changeTicket(context, at, ticket, { type: "promiseUpdate", due }),
        ),
      ),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly promisedUpdates: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
