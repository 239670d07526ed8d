import { sayIn } from "../../i18n/say.ts";
import { whenRight, type ButtonHandlers, type FormHandlers } from "../../requests/action-handlers.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { choiceValue } from "../../requests/submitted-values.ts";
import { areaForm } from "./area-form.ts";
import { areaOptions } from "./fact.ts";

export const buttons = {
  area: ({ ticket }, _, context) =>
    ifAllowed(context, "setArea", () => answer({ kind: "form", form: areaForm(ticket, context.desk, context.viewer) })),
} satisfies ButtonHandlers<"area">;

export const forms = {
  "submit-area": ({ ticket }, { values, at }, context) =>
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
} satisfies FormHandlers<"submit-area">;
