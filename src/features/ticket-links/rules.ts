import { ownCustomer, support, type FeatureRules } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toConversation, toInternal } from "../../tickets/effect.ts";
import { addLink, merge, mergeFrom } from "./decide.ts";
import type { LinkCommand, LinkEvent } from "./messages.ts";
import type { Event } from "../../tickets/messages.ts";
import { changed, withCancelled, withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { paused, techEnded } from "../../tickets/clocks/pauses.ts";
import { asResolved } from "../../tickets/status-change.ts";
import type { ResolvedTicket, Ticket } from "../../tickets/ticket.ts";

/** The ticket is closed without being resolved: its clocks are cancelled, neither met nor breached. */
export const merged = (ticket: Ticket, event: Extract<Event, { type: "merged" }>): ResolvedTicket => ({
  ...asResolved(ticket, ticket.status === "resolved" ? ticket.resolvedAt : event.at),
  ...withSla(ticket, {
    pauses: paused(ticket.sla.pauses, event.at),
    clocks: withCancelled(ticket, event.at, () => true),
  }),
  tech: techEnded(ticket, event.at, "closed"),
  links: [...ticket.links, { number: event.into, how: "mergedInto" }],
});

export const ticketLinks = {
  commands: {
    merge: {
      permission: support,
      afterPendingReplies: true,
      decide: ({ ticket, command }) => merge(ticket, command),
    },
    mergeFrom: {
      permission: support,
      decide: ({ ticket, command, desk }) => mergeFrom(ticket, command, desk),
    },
    link: {
      permission: support,
      decide: ({ ticket, command }) => addLink(ticket, command, { number: command.to, how: "linked" }),
    },
    /** A consequence of a customer's message. */
    followUp: {
      permission: ownCustomer,
      decide: ({ ticket, command }) => addLink(ticket, command, { number: command.to, how: "followedBy" }),
    },
  },
  events: {
    merged: {
      needsOwnCard: () => true,
      evolve: merged,
      unanswered: () => [{ how: "cleared" }],
      effects: (event) => [
        refreshCards,
        toConversation({ type: "continuesIn", to: event.into, why: "merged" }),
        toInternal({ type: "linkAdded", link: { number: event.into, how: "mergedInto" }, by: nameOf(event) }),
      ],
    },
    linkAdded: {
      evolve: (ticket, { number, how, waits }) => ({
        links: [...ticket.links, { number, how }],
        ...(waits === undefined ? {} : withSla(ticket, { clocks: changed(ticket.sla.clocks, waits.clocks) })),
      }),
      unanswered: (_, { waits }) => (waits === undefined ? [] : [{ how: "asked", since: waits.since, instead: null }]),
      effects: (event) => {
        const { number, how } = event;
        const internal = toInternal({ type: "linkAdded", link: { number, how }, by: nameOf(event) });
        return how === "followedBy"
          ? [refreshCards, toConversation({ type: "continuesIn", to: number, why: "closed" }), internal]
          : [refreshCards, internal];
      },
    },
  },
} satisfies FeatureRules<LinkCommand, LinkEvent>;
