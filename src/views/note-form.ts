import { encodeAction } from "../chat/action.ts";
import type { Form } from "../chat/form.ts";
import { ticketName } from "../domain/ticket.ts";
import { maxText } from "./form-limits.ts";
import type { Viewer } from "./reader.ts";
import { plain } from "./spans.ts";
import { sayIn } from "./words/say.ts";

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
      },
    ],
  };
};
