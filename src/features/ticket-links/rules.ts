import { ownCustomer, support, type EventOf, type FeatureRules } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toConversation, toInternal, type Effect } from "../../tickets/effect.ts";
import { addLink, merge, mergeFrom } from "./decide.ts";
import { noChange } from "../../tickets/clocks/clock-changes.ts";
import { whenMergedFrom } from "../../tickets/clocks/carried-clocks.ts";
import type { Instant } from "../../sla/instant.ts";
import type { LinkCommand, LinkEvent, Takeover } from "./messages.ts";
import type { Event } from "../../tickets/messages.ts";
import { underNewTerms, withCancelled, withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { movedTargets } from "../../tickets/clocks/moved-targets.ts";
import { paused, techEnded, unpaused } from "../../tickets/clocks/pauses.ts";
import { sendPage } from "../../tickets/routes/paging.ts";
import { asOpen, asResolved, type TicketChange } from "../../tickets/status-change.ts";
import type { TicketLink } from "../../tickets/ticket-records.ts";
import type { ResolvedTicket, Ticket } from "../../tickets/ticket.ts";

/** The links with a new one. It replaces an earlier link to the same ticket. */
const withLink = ({ links }: Ticket, link: TicketLink): readonly TicketLink[] => [
  ...links.filter(({ number }) => number !== link.number),
  link,
];

/** The ticket is closed without being resolved: its clocks are cancelled, neither met nor breached. */
export const merged = (ticket: Ticket, event: Extract<Event, { type: "merged" }>): ResolvedTicket => ({
  ...asResolved(ticket, ticket.status === "resolved" ? ticket.resolvedAt : event.at),
  ...withSla(ticket, {
    pauses: paused(ticket.sla.pauses, event.at),
    clocks: withCancelled(ticket, event.at, () => true),
  }),
  tech: techEnded(ticket, event.at, "closed"),
  links: withLink(ticket, { number: event.into, how: "mergedInto" }),
});

/** What the ticket takes over from a merged one. A ticket that waited for its customer is open if the other customer waits. */
const withTakeover = (ticket: Ticket, { waitsSince, clocks, callBack, escalation }: Takeover, at: Instant): Ticket => {
  const isAwaited = ticket.status === "waiting" && waitsSince !== null;
  const now = isAwaited ? { ...asOpen(ticket), sla: unpaused(ticket.sla, at) } : ticket;
  const requests =
    now.status === "resolved" ? {} : { callBack: now.callBack ?? callBack, escalation: now.escalation ?? escalation };
  return { ...now, ...requests, ...withSla(now, { clocks: underNewTerms(now, clocks, at) }) };
};

const added = (ticket: Ticket, { number, how, carried, at }: EventOf<"linkAdded">): TicketChange => {
  if (carried === null) return { links: withLink(ticket, { number, how }) };
  const links = withLink(ticket, { number, how, requesters: carried.requesters });
  return { ...withTakeover(ticket, carried, at), links };
};

/** Due times that the merge moved are told to the customers, because they rely on them. */
const afterTakeover = ({ clocks, page }: Takeover, ticket: Ticket): readonly Effect[] => {
  const moved = movedTargets(clocks, ticket);
  return [
    ...(moved.length === 0 ? [] : [toConversation({ type: "targetsMoved", movedTargets: moved })]),
    ...page.map(sendPage),
  ];
};

export const ticketLinks = {
  commands: {
    merge: {
      permission: support,
      afterPendingReplies: true,
      decide: ({ ticket, command }) => merge(ticket, command),
    },
    mergeFrom: {
      permission: support,
      afterPendingReplies: true,
      decide: ({ ticket, command, desk }) => mergeFrom(ticket, command, desk),
    },
    link: {
      permission: support,
      decide: ({ ticket, command }) => addLink(ticket, command, { number: command.to, how: "linked", carried: null }),
    },
    /** A consequence of a customer's message. */
    followUp: {
      permission: ownCustomer,
      decide: ({ ticket, command }) =>
        addLink(ticket, command, { number: command.to, how: "followedBy", carried: null }),
    },
  },
  events: {
    merged: {
      needsOwnCard: () => true,
      evolve: merged,
      unanswered: () => [{ how: "cleared" }],
      effects: (event) => {
        const { into: to, severity } = event;
        return [
          refreshCards,
          toConversation({ type: "continuesIn", to, why: "merged", severity }),
          toInternal({ type: "linkAdded", link: { number: to, how: "mergedInto" }, by: nameOf(event) }),
        ];
      },
    },
    linkAdded: {
      evolve: added,
      rehearsed: ({ ticket, event, desk, carried }) => {
        if (event.carried === null) return event;
        const { waitsSince } = event.carried;
        // Since when the customer waits is a fact of the past. The targets for it are those of the rehearsal.
        const clocks = carried === null ? noChange : whenMergedFrom(ticket, { ...carried, waitsSince }, desk, event.at);
        return { ...event, carried: { ...event.carried, clocks } };
      },
      unanswered: (_, { carried }) =>
        carried === null || carried.waitsSince === null
          ? []
          : [{ how: "asked", since: carried.waitsSince, instead: null }],
      effects: (event, ticket) => {
        const { number, how, carried } = event;
        const internal = toInternal({ type: "linkAdded", link: { number, how }, by: nameOf(event) });
        return how === "followedBy"
          ? [refreshCards, toConversation({ type: "continuesIn", to: number, why: "closed", severity: null }), internal]
          : [refreshCards, internal, ...(carried === null ? [] : afterTakeover(carried, ticket))];
      },
    },
  },
} satisfies FeatureRules<LinkCommand, LinkEvent>;
