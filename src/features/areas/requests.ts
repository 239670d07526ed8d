import { onlyTicket } from "../../chat/action-arguments.ts";
import { button, form, whenRight } from "../../requests/action-handlers.ts";
import { sayIn } from "../../i18n/say.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { choiceValue } from "../../requests/submitted-values.ts";
import { areaForm } from "./area-form.ts";
import { areaOptions } from "./fact.ts";

export const buttons = {
  area: button({
    carries: onlyTicket,
    press: ({ ticket }, _, context) =>
      ifAllowed(context, "setArea", () =>
        answer({ kind: "form", form: areaForm(ticket, context.desk, context.viewer) }),
      ),
  }),
};

export const forms = {
  "submit-area": form({
    carries: onlyTicket,
    submit: ({ ticket }, { values, at }, context) =>
      ifAllowed(context, "setArea", () => {
        const { desk, viewer } = context;
        const say = sayIn(viewer.locale);
        const named = areaOptions(desk, viewer.locale);
        const parsed = choiceValue(values, "area", {
          named,
          none: say("form.noArea"),
          unknown: say("error.areaUnknown"),
        });
        return whenRight(parsed, (area) => changeTicket(context, at, ticket, { type: "setArea", area }));
      }),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly areas: { readonly button: keyof typeof buttons; readonly form: keyof typeof forms };
  }
}
