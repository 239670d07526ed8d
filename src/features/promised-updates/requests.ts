import { sayIn } from "../../i18n/say.ts";
import { whenRight, type ButtonHandlers, type FormHandlers } from "../../requests/action-handlers.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { updateForm } from "./update-form.ts";
import { updateValues } from "./update-values.ts";

export const buttons = {
  promiseUpdate: ({ ticket }, _, context) =>
    ifAllowed(context, "promiseUpdate", () => answer({ kind: "form", form: updateForm(ticket, context.viewer) })),
} satisfies ButtonHandlers<"promiseUpdate">;

export const forms = {
  "submit-update": ({ ticket }, { values, at }, context) =>
    ifAllowed(context, "promiseUpdate", () =>
      whenRight(updateValues(values, at, sayIn(context.viewer.locale)), (due) =>
        changeTicket(context, at, ticket, { type: "promiseUpdate", due }),
      ),
    ),
} satisfies FormHandlers<"submit-update">;
