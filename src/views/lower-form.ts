import { encodeAction } from "../chat/action.ts";
import type { Form } from "../chat/form.ts";
import type { Severity } from "../domain/severity.ts";
import { ticketName } from "../domain/ticket.ts";
import { maxText } from "./form-limits.ts";
import type { Viewer } from "./reader.ts";
import { plain } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** The form that asks why a confirmed severity is lowered. */
export const lowerForm = (number: number, severity: Severity, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  return {
    action: encodeAction("submit-lower", number, severity),
    title: say("form.lowerTitle"),
    submit: say("form.lowerSubmit"),
    cancel: say("form.cancel"),
    notice: [[plain(say("form.lowerNotice"))]],
    fields: [
      {
        kind: "paragraph",
        name: "text",
        label: say("form.lowerReason", { ticket: ticketName(number), severity: say(`severity.${severity}`) }),
        required: true,
        maxLength: maxText,
      },
    ],
  };
};
