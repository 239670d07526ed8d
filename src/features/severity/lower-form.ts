import { encodeAction } from "../../chat/action.ts";
import { type Form, maxText } from "../../chat/form.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Severity } from "../../sla/severity.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";
import { severityMeansLine } from "./severity-means.ts";

/** The form that asks why a confirmed severity is lowered. */
export const lowerForm = (number: number, severity: Severity, desk: Desk, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  return {
    action: encodeAction("submit-lower", number, severity),
    title: say("form.lowerTitle"),
    submit: say("form.lowerSubmit"),
    cancel: say("form.cancel"),
    notice: [severityMeansLine(severity, desk, viewer), [plain(say("form.lowerNotice"))]],
    fields: [
      {
        kind: "paragraph",
        name: "text",
        label: say("form.lowerReason", { ticket: ticketName(number), severity: say(`severity.${severity}`) }),
        required: true,
        maxLength: maxText,
        initial: "",
      },
    ],
  };
};
