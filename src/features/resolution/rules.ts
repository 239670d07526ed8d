import { whenReopened } from "../../tickets/clocks/clock-changes.ts";
import { changed, resolved, withSla } from "../../tickets/clocks/evolve-clocks.ts";
import { paused, techEnded, unpaused } from "../../tickets/clocks/pauses.ts";
import { accept, refuse, type Actor, type Decision } from "../../tickets/messages.ts";
import { supportAndOwnCustomer, type DecideContext, type FeatureRules } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toConversation, toInternal } from "../../tickets/effect.ts";
import { asOpen, asResolved } from "../../tickets/status-change.ts";
import { mergedInto, type Ticket } from "../../tickets/ticket.ts";
import type { ResolutionCommand, ResolutionEvent } from "./messages.ts";

const resolve = ({ ticket, command }: DecideContext<"resolve">): Decision =>
  ticket.status === "resolved"
    ? refuse({ reason: "alreadyThat", what: "resolved" })
    : accept(command, { type: "resolved", asksRating: ticket.rating === null, autoClosed: false });

const reopen = ({ ticket, command, principal, desk }: DecideContext<"reopen">): Decision => {
  if (ticket.status !== "resolved") return refuse({ reason: "alreadyThat", what: "open" });
  const to = mergedInto(ticket);
  if (to !== null) return refuse({ reason: "continuesIn", to });
  const needsReply = principal.is === "customer";
  return accept(command, {
    type: "reopened",
    needsReply,
    clocks: whenReopened(ticket, needsReply, desk, command.at),
  });
};

/** Whether the requester did it themselves. */
const isRequester = (by: Actor, { requester }: Ticket): boolean => by.kind === "person" && by.user === requester.user;

export const resolution = {
  commands: {
    resolve: { permission: supportAndOwnCustomer, countsAs: "messages", afterPendingReplies: true, decide: resolve },
    reopen: { permission: supportAndOwnCustomer, countsAs: "messages", decide: reopen },
  },
  events: {
    resolved: {
      needsOwnCard: () => true,
      unanswered: () => [{ how: "cleared" }],
      evolve: (ticket, { at, asksRating }) => ({
        ...asResolved(ticket, at),
        rating: asksRating ? { askedAt: at, given: null } : ticket.rating,
        ...withSla(ticket, { pauses: paused(ticket.sla.pauses, at), clocks: resolved(ticket, at) }),
        tech: techEnded(ticket, at, "closed"),
      }),
      effects: (event, ticket) => {
        const { by, asksRating, autoClosed } = event;
        const message = {
          type: "statusChanged",
          to: "resolved",
          by: nameOf(event),
          asksRating,
          autoClosed,
          byRequester: isRequester(by, ticket),
          mention: null,
        } as const;
        return [refreshCards, toConversation(message), ...(autoClosed ? [toInternal(message)] : [])];
      },
    },
    reopened: {
      needsOwnCard: () => true,
      unanswered: (_, { at, needsReply }) => [
        { how: "cleared" },
        ...(needsReply ? [{ how: "asked", since: at, instead: null } as const] : []),
      ],
      rehearsed: ({ ticket, event, desk }) => ({
        ...event,
        clocks: whenReopened(ticket, event.needsReply, desk, event.at),
      }),
      evolve: (ticket, { at, clocks }) => {
        const sla = unpaused(ticket.sla, at);
        return { ...asOpen(ticket), sla: { ...sla, clocks: changed(sla.clocks, clocks) } };
      },
      effects: (event, ticket) => {
        const message = {
          type: "statusChanged",
          to: "reopened",
          by: nameOf(event),
          asksRating: false,
          autoClosed: false,
          byRequester: false,
          mention: null,
        } as const;
        return [
          refreshCards,
          toConversation({ ...message, byRequester: isRequester(event.by, ticket) }),
          toInternal(message),
        ];
      },
    },
  },
} satisfies FeatureRules<ResolutionCommand, ResolutionEvent>;
