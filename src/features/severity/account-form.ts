import { encodeAction } from "../../chat/action.ts";
import type { Form } from "../../chat/form.ts";
import type { Desk } from "../../desk/desk.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { pickField, accountChoices } from "../../i18n/pick-field.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** The form that sets a ticket's account; null if the desk has none. */
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
          initial: "",
        },
        choices,
      ),
    ],
  };
};
