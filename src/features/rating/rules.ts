import { ownCustomer, type EventOf, type FeatureRules, type Fields } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toConversation, toInternal } from "../../tickets/effect.ts";
import type { Ticket, TicketFields } from "../../tickets/ticket.ts";
import type { RatingCommand, RatingEvent } from "./messages.ts";
import { rate } from "./rate.ts";

/** The first person who answered, and the time of their first answer, stay on record. */
const rated = ({ rating: before }: Ticket, { at, by, score }: EventOf<"rated">): Partial<TicketFields> => {
  if (before === null || by.kind !== "person") return {};
  const { given } = before;
  return {
    rating: {
      ...before,
      given:
        given === null
          ? { by: by.user, name: by.name, at, score, changes: 0 }
          : { ...given, score, changes: given.changes + 1 },
    },
  };
};

export const rating = {
  fields: { rating: null },
  commands: {
    rate: { permission: ownCustomer, countsAs: "messages", decide: ({ ticket, command }) => rate(ticket, command) },
  },
  events: {
    rated: {
      evolve: rated,
      effects: (event) => [
        refreshCards,
        toConversation({ type: "ratingShown" }),
        toInternal({ type: "rated", by: nameOf(event), score: event.score, before: event.before }),
      ],
    },
  },
} satisfies Fields<"rating"> & FeatureRules<RatingCommand, RatingEvent>;
