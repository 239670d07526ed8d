import type { TicketFact } from "../../cards/ticket-fact.ts";
import { sayIn } from "../../i18n/say.ts";
import { dotted, plain, strong } from "../../i18n/spans.ts";

/** How the customer rated the support, and the name of the person. */
export const ratingFact: TicketFact = {
  readers: "staff",
  label: (say) => say("fact.rating"),
  value: ({ rating }, { viewer }) => {
    const given = rating?.given ?? null;
    return given === null
      ? null
      : dotted([strong(sayIn(viewer.locale)(`rating.score.${given.score}`))], [plain(given.name)]);
  },
  choice: null,
};
