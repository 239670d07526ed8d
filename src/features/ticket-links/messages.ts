import type { Instant } from "../../sla/instant.ts";
import type { ClockChanges } from "../../tickets/clocks/changed-clocks.ts";
import type { CarriedOver, CarriedRequests } from "../../tickets/carried-over.ts";
import type { Page } from "../../tickets/routes/notification-route.ts";
import type { MessageAuthor } from "../../tickets/thread/thread-message.ts";
import type { Severity } from "../../sla/severity.ts";
import type { TicketLink } from "../../tickets/ticket-records.ts";

/** Each of these concerns two tickets; `decide` is called once for each. */
export type LinkCommand =
  /** It is the same problem as that ticket, and continues there. `severity`: that ticket has this lower severity. */
  | { readonly type: "merge"; readonly into: number; readonly severity?: Severity }
  /** The same for the other ticket. `carried`: what the desk owes on the merged one. */
  | { readonly type: "mergeFrom"; readonly from: number; readonly carried: CarriedOver }
  | { readonly type: "link"; readonly to: number }
  /** A customer wrote on a ticket that was closed too long ago, and their message opened that other ticket. */
  | { readonly type: "followUp"; readonly to: number };

export type LinkEvent =
  | { readonly type: "merged"; readonly into: number; readonly severity: Severity | null }
  | {
      readonly type: "linkAdded";
      readonly number: number;
      readonly how: "linked" | "mergedFrom" | "followedBy";
      /** What this ticket takes over from a merged one; null if it takes nothing. */
      readonly carried: Takeover | null;
    };

/** What a ticket takes over from a merged one. */
export interface Takeover extends CarriedRequests {
  readonly requesters: readonly MessageAuthor[];
  /** The merged ticket's customer waits for an answer since then; null if they do not. */
  readonly waitsSince: Instant | null;
  readonly clocks: ClockChanges;
  readonly page: readonly Page[];
}

export type LinkNotification =
  /** For the customer: the ticket continues in that one. */
  | {
      readonly type: "continuesIn";
      readonly to: number;
      readonly why: "merged" | "closed";
      /** The lower severity that it has there; null if it is not lower. */
      readonly severity: Severity | null;
    }
  /** For staff only. */
  | { readonly type: "linkAdded"; readonly link: TicketLink; readonly by: string };

export type LinkRefusal =
  /** It was merged into that one. */
  | { readonly reason: "continuesIn"; readonly to: number }
  | { readonly reason: "sameTicket" }
  | { readonly reason: "linkedAlready"; readonly to: number }
  /** Tickets of two accounts are never merged, because their customers would read each other's messages. */
  | { readonly reason: "otherAccount"; readonly to: number }
  /** The customers of one would not read the answers in the other. */
  | { readonly reason: "otherReaders"; readonly to: number }
  /** The other ticket continues in this one already, so messages would go round in a circle. */
  | { readonly reason: "continuesHere"; readonly to: number }
  /** The technical team works on it; their thread belongs to it. */
  | { readonly reason: "mergeWithTech"; readonly to: number }
  /** Both customers wait for a call, at different numbers or times. */
  | { readonly reason: "callInBoth"; readonly to: number }
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
