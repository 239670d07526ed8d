import type { TicketFact } from "../../cards/ticket-fact.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { dotted, plain, strong } from "../../i18n/spans.ts";

/** A longer comment is shown whole in triage and in the transcript. */
const commentShown = 200;

/** How the customer rated the support, the name of the person, and their comment. */
export const ratingFact: TicketFact = {
  readers: "staff",
  label: (say) => say("fact.rating"),
  value: ({ rating }, { viewer }) => {
    const given = rating?.given ?? null;
    if (given === null) return null;
    const { score, name, comment } = given;
    const say = sayIn(viewer.locale);
    return dotted(
      [strong(say(`rating.score.${score}`))],
      [plain(name)],
      comment === null ? [] : [plain(say("rating.quoted", { comment: oneLine(comment, commentShown) }))],
    );
  },
  choice: null,
};
