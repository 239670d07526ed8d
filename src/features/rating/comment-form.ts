import { encodeAction } from "../../chat/action.ts";
import type { Form } from "../../chat/form.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { scores, type Score } from "../../tickets/ticket-records.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { longestComment } from "./rate.ts";

/** The argument of the button that opens this form. */
export const commentArgument = "comment";

/** The form for a rating with a comment. `score` is the rating that was given. */
export const commentForm = (number: number, score: Score, viewer: Viewer): Form => {
  const say = sayIn(viewer.locale);
  return {
    action: encodeAction("submit-rating", number),
    title: say("rating.formTitle"),
    submit: say("rating.formSubmit"),
    cancel: say("form.cancel"),
    notice: [[plain(say("rating.formNotice", { ticket: ticketName(number) }))]],
    fields: [
      {
        kind: "radio",
        name: "score",
        label: say("rating.question"),
        required: true,
        initial: score,
        choices: scores.map((each) => ({ value: each, label: say(`rating.score.${each}`) })),
      },
      {
        kind: "paragraph",
        name: "comment",
        label: say("rating.formComment"),
        required: true,
        initial: "",
        maxLength: longestComment,
      },
    ],
  };
};
