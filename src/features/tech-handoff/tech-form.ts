import { encodeAction } from "../../chat/action.ts";
import { type Form, maxText } from "../../chat/form.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** The form that asks the technical team, or writes to them while they have the ticket. */
export const techForm = (number: number, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  return {
    action: encodeAction("submit-tech", number),
    title: say("form.techTitle"),
    submit: say("form.techSubmit"),
    cancel: say("form.cancel"),
    notice: [[plain(say("form.techNotice"))]],
    fields: [
      {
        kind: "paragraph",
        name: "text",
        label: say("form.techNeed", { ticket: ticketName(number) }),
        required: true,
        maxLength: maxText,
        initial: "",
      },
    ],
  };
};

/** The form with which the technical team returns a ticket with its findings. */
export const techReturnForm = (number: number, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  return {
    action: encodeAction("submit-tech-return", number),
    title: say("form.techReturnTitle"),
    submit: say("form.techReturnSubmit"),
    cancel: say("form.cancel"),
    notice: [[plain(say("form.techReturnNotice"))]],
    fields: [
      {
        kind: "paragraph",
        name: "text",
        label: say("form.techFindings", { ticket: ticketName(number) }),
        required: true,
        maxLength: maxText,
        initial: "",
      },
    ],
  };
};
