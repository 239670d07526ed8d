import { clockOnly, supportAndOwnCustomer, type EventOf, type FeatureRules } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toConversation, toInternal } from "../../tickets/effect.ts";
import type { TicketChange } from "../../tickets/status-change.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { escalate, pageNext, reportPaged } from "./decide.ts";
import type { EscalationCommand, EscalationEvent } from "./messages.ts";
import { sendPage } from "../../tickets/routes/paging.ts";

/** The request behind the page records who was notified first. */
const pageDelivered = (ticket: Ticket, { about, person, at }: EventOf<"pageDelivered">): TicketChange => {
  if (ticket.status === "resolved") return {};
  const { escalation, callBack } = ticket;
  switch (about) {
    case "escalation":
      return escalation === null ? {} : { ...ticket, escalation: { ...escalation, notified: { person, at } } };
    case "call":
      return callBack === null ? {} : { ...ticket, callBack: { ...callBack, notified: { person, at } } };
    case "consulting":
      return {};
  }
};

export const escalation = {
  commands: {
    escalate: {
      countsAs: "messages",
      permission: supportAndOwnCustomer,
      decide: ({ ticket, command, principal, desk }) => escalate(ticket, command, principal, desk),
    },
    pageNext: { permission: clockOnly, decide: ({ ticket, command, desk }) => pageNext(ticket, command, desk) },
    reportPaged: { permission: clockOnly, decide: ({ ticket, command }) => reportPaged(ticket, command) },
  },
  events: {
    escalated: {
      needsOwnCard: () => true,
      evolve: (ticket, event) => {
        if (ticket.status === "resolved") return {};
        const { at, why, breached } = event;
        return { ...ticket, escalation: { at, by: nameOf(event), why, breached, notified: null } };
      },
      effects: (event) => {
        const to = event.page.map((page) => page.to);
        return [
          refreshCards,
          toInternal({ type: "escalated", by: nameOf(event), why: event.why, to }),
          ...event.page.map(sendPage),
        ];
      },
    },
    pageFailed: {
      evolve: () => ({}),
      effects: ({ failed, why, next }) =>
        next === null ? [toInternal({ type: "pageUndelivered", page: failed, why })] : [sendPage(next)],
    },
    pageDelivered: {
      evolve: pageDelivered,
      effects: ({ about, person, at }) => [refreshCards, toConversation({ type: "pageDelivered", about, person, at })],
    },
  },
} satisfies FeatureRules<EscalationCommand, EscalationEvent>;
