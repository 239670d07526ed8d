import { encodeAction } from "../../chat/action.ts";
import type { CardPart } from "../../chat/card.ts";
import { changeableUntil } from "./rate.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { scores, type Score } from "../../tickets/ticket-records.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { faintly, moment, plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/**
 * The one question after a ticket is resolved, with buttons for its answers. After an answer, it shows that and how to
 * change it.
 */
export const ratingQuestion = (ticket: Ticket, viewer: Viewer): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const given = ticket.rating?.given ?? null;
  const answers = (but: Score | null): CardPart => ({
    part: "buttons",
    label: say("button.actions"),
    buttons: scores
      .filter((score) => score !== but)
      .map((score) => ({ action: encodeAction("rate", ticket.number, score), label: say(`rating.score.${score}`) })),
  });
  if (given === null) return [{ part: "text", lines: [[plain(say("rating.question"))]] }, answers(null)];
  const thanks = say("rating.thanks", { name: given.name, score: say(`rating.score.${given.score}`) });
  return [
    { part: "text", lines: [[plain(thanks)]] },
    { part: "small", line: faintly(rich(say, "rating.changeUntil", { until: moment(changeableUntil(given)) })) },
    answers(given.score),
  ];
};
