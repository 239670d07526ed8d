import { encodeAction } from "../../chat/action.ts";
import type { Form } from "../../chat/form.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain } from "../../i18n/spans.ts";
import { updateChoices, updateHours, updateTimeField } from "./update-fields.ts";
import { sayIn } from "../../i18n/say.ts";

/** The form that promises the customer an update. */
export const updateForm = (number: number, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  return {
    action: encodeAction("submit-update", number),
    title: say("form.updateTitle"),
    submit: say("form.updateSubmit"),
    cancel: say("form.cancel"),
    notice: [[plain(say("form.updateNotice"))]],
    fields: [
      {
        kind: "radio",
        name: "when",
        label: say("form.updateWhen", { ticket: ticketName(number) }),
        required: true,
        initial: String(updateHours[0]),
        choices: updateChoices(say),
      },
      updateTimeField(say),
    ],
  };
};
