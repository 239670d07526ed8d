import { encodeAction } from "../../chat/action.ts";
import { type Form, maxText } from "../../chat/form.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** The form for an internal note. */
export const noteForm = (number: number, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  return {
    action: encodeAction("submit-note", number),
    title: say("form.noteTitle"),
    submit: say("form.noteSubmit"),
    cancel: say("form.cancel"),
    notice: [[plain(say("form.noteNotice"))]],
    fields: [
      {
        kind: "paragraph",
        name: "text",
        label: say("form.noteText", { ticket: ticketName(number) }),
        required: true,
        maxLength: maxText,
        initial: "",
      },
    ],
  };
};
