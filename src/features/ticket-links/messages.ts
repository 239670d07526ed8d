/** What a ticket has to do with another one. `follows`: it goes on where that one was closed for too long. */
export interface TicketLink {
  readonly number: number;
  readonly how: "linked" | "mergedInto" | "mergedFrom" | "follows" | "followedBy";
}

/** Wishes that are about two tickets; each of the two is asked by itself. */
export type LinkCommand =
  /** It is the same matter as that one, and goes on there. */
  | { readonly type: "merge"; readonly into: number }
  /** The other half of it. */
  | { readonly type: "mergeFrom"; readonly from: number }
  | { readonly type: "link"; readonly to: number }
  /** What was written below a ticket that is closed for too long has become another one. */
  | { readonly type: "followUp"; readonly to: number };

export type LinkEvent =
  | { readonly type: "merged"; readonly into: number }
  | { readonly type: "linkAdded"; readonly number: number; readonly how: "linked" | "mergedFrom" | "followedBy" };

export type LinkMessage =
  /** For the customer: it goes on in that ticket. */
  | { readonly type: "continuesIn"; readonly to: number; readonly why: "merged" | "closed" }
  /** For staff only. */
  | { readonly type: "linkAdded"; readonly tie: TicketLink; readonly by: string };

export type LinkRefusal =
  /** It was merged into that one. */
  | { readonly reason: "continuesIn"; readonly to: number }
  | { readonly reason: "sameTicket" }
  | { readonly reason: "linkedAlready"; readonly to: number }
  /** Tickets of two accounts are never one: their customers would read each other. */
  | { readonly reason: "otherAccount"; readonly to: number };
