import type { SumOf } from "./feature-messages.ts";

/** Refusals that belong to no single feature. */
export type CommonRefusal =
  | { readonly reason: "notAllowed" }
  /** A ticket of another account reads the same, so that ticket numbers tell a stranger nothing. */
  | { readonly reason: "noSuchTicket" }
  | {
      readonly reason: "alreadyThat";
      readonly what: "claimed" | "severity" | "waiting" | "resolved" | "open" | "account" | "assignee" | "acknowledged";
    }
  | { readonly reason: "resolvedAlready" }
  | { readonly reason: "emptyText" }
  /** The clock asked for something that is no longer due. No person is notified. */
  | { readonly reason: "notDue" };

/** Why a command was refused. Each reason has one sentence in each language. */
export type Refusal = CommonRefusal | SumOf<"refusal">;
