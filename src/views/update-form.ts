import { encodeAction } from "../chat/action.ts";
import type { Form } from "../chat/form.ts";
import { ticketName } from "../domain/ticket.ts";
import type { Reader } from "./reader.ts";
import { plain } from "./spans.ts";
import { sayIn } from "./words/say.ts";

/** The hours within which news can be promised by one choice. */
export const updateHours = [1, 4] as const;

/** The form that promises the customer news by a moment. */
export const updateForm = (number: number, reader: Reader): Form => {
  const say = sayIn(reader.locale);
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
        choices: [
          ...updateHours.map((hours) => ({ value: String(hours), label: say("form.updateInHours", { count: hours }) })),
          { value: "tomorrow", label: say("form.updateTomorrow") },
          { value: "other", label: say("form.updateOther") },
        ],
      },
      {
        kind: "line",
        name: "time",
        label: say("form.updateAt"),
        hint: say("form.updateAtHint"),
        required: false,
        maxLength: 40,
      },
    ],
  };
};
