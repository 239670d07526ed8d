import type { Instant } from "../../sla/instant.ts";
import type { ClockChanges } from "../../tickets/clocks/changed-clocks.ts";
import type { TicketLink } from "../../tickets/ticket-records.ts";

/** Each of these concerns two tickets; `decide` is called once for each. */
export type LinkCommand =
  /** It is the same problem as that ticket, and continues there. */
  | { readonly type: "merge"; readonly into: number }
  /** The same for the other ticket. `waitsSince`: the customer of the merged ticket waits for an answer since then. */
  | { readonly type: "mergeFrom"; readonly from: number; readonly waitsSince: Instant | null }
  | { readonly type: "link"; readonly to: number }
  /** A customer wrote on a ticket that was closed too long ago, and their message opened that other ticket. */
  | { readonly type: "followUp"; readonly to: number };

export type LinkEvent =
  | { readonly type: "merged"; readonly into: number }
  | {
      readonly type: "linkAdded";
      readonly number: number;
      readonly how: "linked" | "mergedFrom" | "followedBy";
      /** The customer of a merged ticket waits for an answer here. */
      readonly waits?: { readonly since: Instant; readonly clocks: ClockChanges };
    };

export type LinkNotification =
  /** For the customer: the ticket continues in that one. */
  | { readonly type: "continuesIn"; readonly to: number; readonly why: "merged" | "closed" }
  /** For staff only. */
  | { readonly type: "linkAdded"; readonly link: TicketLink; readonly by: string };

export type LinkRefusal =
  /** It was merged into that one. */
  | { readonly reason: "continuesIn"; readonly to: number }
  | { readonly reason: "sameTicket" }
  | { readonly reason: "linkedAlready"; readonly to: number }
  /** Tickets of two accounts are never merged, because their customers would read each other's messages. */
  | { readonly reason: "otherAccount"; readonly to: number }
  /** No deadline runs on a resolved ticket, so an open one never ends in it. */
  | { readonly reason: "targetResolved"; readonly to: number };

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly ticketLinks: {
      readonly command: LinkCommand;
      readonly event: LinkEvent;
      readonly notification: LinkNotification;
      readonly refusal: LinkRefusal;
    };
  }
}
