import { onlyTicket } from "../../chat/action-arguments.ts";
import { button, form, whenRight } from "../../requests/action-handlers.ts";
import { sayIn } from "../../i18n/say.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { textValues } from "../../requests/submitted-values.ts";
import { noteForm } from "./note-form.ts";

export const buttons = {
  note: button({
    carries: onlyTicket,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "note", () => answer({ kind: "form", form: noteForm(ticket, context.viewer) })),
  }),
};

export const forms = {
  "submit-note": form({
    carries: onlyTicket,
    submit: ({ ticket }, { values, at }, context) =>
      ifAllowed(context, "note", () =>
        whenRight(textValues(values, sayIn(context.viewer.locale)), ({ text }) =>
          changeTicket(context, at, ticket, { type: "note", text, alreadyPosted: false }),
        ),
      ),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly notes: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
