import { sayIn } from "../../i18n/say.ts";
import { whenRight, type ButtonHandlers, type FormHandlers } from "../../requests/action-handlers.ts";
import { answer, changeTicket, ifAllowed } from "../../requests/routed.ts";
import { textValues } from "../../requests/submitted-values.ts";
import { noteForm } from "./note-form.ts";

export const buttons = {
  note: ({ ticket }, _, context) =>
    ifAllowed(context, "note", () => answer({ kind: "form", form: noteForm(ticket, context.viewer) })),
} satisfies ButtonHandlers<"note">;

export const forms = {
  "submit-note": ({ ticket }, { values, at }, context) =>
    ifAllowed(context, "note", () =>
      whenRight(textValues(values, sayIn(context.viewer.locale)), ({ text }) =>
        changeTicket(context, at, ticket, { type: "note", text, alreadyPosted: false }),
      ),
    ),
} satisfies FormHandlers<"submit-note">;
