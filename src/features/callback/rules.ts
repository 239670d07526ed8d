import { everyone, support, supportAndOwnCustomer, type FeatureReads, type FeatureRules } from "../../tickets/rules.ts";
import { nameOf, refreshCards, toInternal } from "../../tickets/effect.ts";
import { sendPage } from "../../tickets/routes/paging.ts";
import type { CallbackCommand, CallbackEvent } from "./messages.ts";
import { reportCalled, requestCall } from "./request-call.ts";

export const callback = {
  /** `manager`: customers may read who manages their own account. */
  reads: { manager: everyone },
  commands: {
    requestCall: {
      countsAs: "messages",
      permission: supportAndOwnCustomer,
      decide: ({ ticket, command, desk }) => requestCall(ticket, command, desk),
    },
    reportCalled: { permission: support, decide: ({ ticket, command }) => reportCalled(ticket, command) },
  },
  events: {
    callRequested: {
      needsOwnCard: () => true,
      evolve: (ticket, event) => {
        if (ticket.status === "resolved") return {};
        const { at, number, time } = event;
        return { ...ticket, callBack: { at, by: nameOf(event), number, time, notified: null } };
      },
      effects: (event) => {
        const { number, time } = event;
        const to = event.page.map((page) => page.to);
        return [
          refreshCards,
          toInternal({ type: "callRequested", by: nameOf(event), number, time, to }),
          ...event.page.map(sendPage),
        ];
      },
    },
    called: {
      evolve: (ticket) => (ticket.status === "resolved" ? {} : { ...ticket, callBack: null }),
      effects: (event) => [refreshCards, toInternal({ type: "called", by: nameOf(event) })],
    },
  },
} satisfies FeatureReads & FeatureRules<CallbackCommand, CallbackEvent>;
