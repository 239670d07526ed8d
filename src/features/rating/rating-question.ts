import { encodeAction } from "../../chat/action.ts";
import type { Button, CardPart } from "../../chat/card.ts";
import { commentArgument } from "./comment-form.ts";
import { changeableUntil } from "./rate.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { scores, type Score } from "../../tickets/ticket-records.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { faintly, moment, plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** What to do in a chat if a ticket was closed too early. Mail leaves out such small print, because it is answered elsewhere. */
export const howToCarryOn = ({ number }: Ticket, viewer: Viewer): CardPart => ({
  part: "small",
  line: [plain(sayIn(viewer.locale)("message.howToCarryOn", { number }))],
});

/** The answers to the question, in their order. */
export const ratingChoices = ({
  locale,
}: Pick<Viewer, "locale">): readonly { readonly score: Score; readonly label: string }[] =>
  scores.map((score) => ({ score, label: sayIn(locale)(`rating.score.${score}`) }));

/**
 * The one question after a ticket is resolved, with buttons for its answers. After an answer, it shows that, how to change
 * it, and a button for a comment. The comment itself is for the staff: other customers may read this message.
 */
export const ratingQuestion = (ticket: Ticket, viewer: Viewer): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const given = ticket.rating?.given ?? null;
  const answers = (but: Score | null): readonly Button[] =>
    scores
      .filter((score) => score !== but)
      .map((score) => ({ action: encodeAction("rate", ticket.number, score), label: say(`rating.score.${score}`) }));
  const label = say("rating.question");
  if (given === null)
    return [
      { part: "text", lines: [[plain(say("rating.question"))]] },
      { part: "buttons", label, buttons: answers(null) },
    ];
  const { name, score, comment } = given;
  const about = { name, score: say(`rating.score.${score}`) };
  const thanks = comment === null ? say("rating.thanks", about) : say("rating.thanksForComment", about);
  const commenting: Button = {
    action: encodeAction("rate", ticket.number, score, commentArgument),
    label: comment === null ? say("rating.comment") : say("rating.commentAnew"),
  };
  return [
    { part: "text", lines: [[plain(thanks)]] },
    { part: "small", line: faintly(rich(say, "rating.changeUntil", { until: moment(changeableUntil(given)) })) },
    { part: "buttons", label, buttons: [commenting, ...answers(score)] },
  ];
};
