import { ownCustomer, type EventOf, type FeatureRules, type Fields } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toConversation, toInternal } from "../../tickets/effect.ts";
import type { Ticket, TicketFields } from "../../tickets/ticket.ts";
import type { RatingCommand, RatingEvent } from "./messages.ts";
import { rate } from "./rate.ts";

/** The first person who answered, and the time of their first answer, stay on record. */
const rated = ({ rating: before }: Ticket, { at, by, score, comment }: EventOf<"rated">): Partial<TicketFields> => {
  if (before === null || by.kind !== "person") return {};
  const { given } = before;
  return {
    rating: {
      ...before,
      given:
        given === null
          ? { by: by.user, name: by.name, at, score, comment, changes: 0 }
          : { ...given, score, comment: comment ?? given.comment, changes: given.changes + 1 },
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
      effects: (event) => {
        const { score, before, comment } = event;
        return [
          refreshCards,
          toConversation({ type: "ratingShown" }),
          toInternal({ type: "rated", by: nameOf(event), score, before, comment }),
        ];
      },
    },
  },
} satisfies Fields<"rating"> & FeatureRules<RatingCommand, RatingEvent>;
