/** What a ticket has to do with another one. `follows`: it goes on where that one was closed for too long. */
export interface Tie {
  readonly number: number;
  readonly how: "linked" | "mergedInto" | "absorbed" | "follows" | "followedBy";
}

/** Wishes that are about two tickets; each of the two is asked by itself. */
export type TieCommand =
  /** It is the same matter as that one, and goes on there. */
  | { readonly type: "merge"; readonly into: number }
  /** The other half of it. */
  | { readonly type: "absorb"; readonly from: number }
  | { readonly type: "link"; readonly to: number }
  /** What was written below a ticket that is closed for too long has become another one. */
  | { readonly type: "followUp"; readonly to: number };

export type TieEvent =
  | { readonly type: "merged"; readonly into: number }
  | { readonly type: "tied"; readonly number: number; readonly how: "linked" | "absorbed" | "followedBy" };

export type TieMessage =
  /** For the customer: it goes on in that ticket. */
  | { readonly type: "goesOn"; readonly to: number; readonly why: "merged" | "closed" }
  /** For staff only. */
  | { readonly type: "tied"; readonly tie: Tie; readonly by: string };

export type TieRefusal =
  /** It was merged into that one. */
  | { readonly reason: "goesOn"; readonly to: number }
  | { readonly reason: "sameTicket" }
  | { readonly reason: "tiedAlready"; readonly to: number }
  /** Tickets of two accounts are never one: their customers would read each other. */
  | { readonly reason: "otherAccount"; readonly to: number };
