import { encodeAction } from "../chat/action.ts";
import type { Form } from "../chat/form.ts";
import type { Desk } from "../domain/desk.ts";
import { ticketName } from "../domain/ticket.ts";
import { accountChoices } from "./account-choices.ts";
import { pickField } from "./pick-field.ts";
import type { Viewer } from "./reader.ts";
import { plain } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** The form that says whose a ticket is; null where the desk has no accounts to choose from. */
export const accountForm = (number: number, desk: Desk, viewer: Viewer): Form | null => {
  const say = sayIn(viewer.locale);
  const choices = accountChoices(desk);
  if (choices.length === 0) return null;
  return {
    action: encodeAction("submit-account", number),
    title: say("form.accountTitle"),
    submit: say("form.accountSubmit"),
    cancel: say("form.cancel"),
    notice: [[plain(say("form.accountNotice"))]],
    fields: [
      pickField(
        {
          name: "account",
          label: say("form.accountOf", { ticket: ticketName(number) }),
          hint: say("form.accountHint"),
          initial: undefined,
        },
        choices,
      ),
    ],
  };
};
