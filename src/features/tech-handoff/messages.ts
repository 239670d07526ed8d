import type { ClockChanges } from "../../tickets/clocks/changed-clocks.ts";
import type { Format, Formatted, MaybeFormatted } from "../../tickets/format.ts";
import type { MentionedPerson, MessageKey } from "../../tickets/refs.ts";

export type TechCommand =
  /** Asks the technical team, or writes to them if they already have the ticket. */
  | { readonly type: "askTech"; readonly text: string }
  | { readonly type: "claimTech" }
  /** A person wrote in the technical team's own thread. */
  | ({ readonly type: "commentAsTech"; readonly message?: MessageKey } & MaybeFormatted)
  /** Returned to support, with the findings. `done`: support has nothing left to do. */
  | { readonly type: "returnTech"; readonly findings: string; readonly done: boolean };

export type TechEvent =
  | { readonly type: "techAsked"; readonly need: string; readonly clocks: ClockChanges }
  | { readonly type: "techMessaged"; readonly text: string }
  | { readonly type: "techClaimed"; readonly person: string }
  | ({ readonly type: "techCommented"; readonly message: MessageKey | null } & Formatted)
  | { readonly type: "techReturned"; readonly findings: string; readonly done: boolean };

/** Between support and the technical team; a customer never sees it. */
export type TechNotification =
  | { readonly type: "toTech"; readonly what: "request" | "message"; readonly text: string; readonly by: string }
  | {
      readonly type: "fromTech";
      readonly what: "claimed" | "commented" | "returned" | "done";
      readonly text: string;
      readonly format: readonly Format[];
      readonly by: string;
      /** The comment, whose current text the card shows; null if it is none. */
      readonly message: MessageKey | null;
      readonly mention: MentionedPerson | null;
    };

export type TechRefusal =
  /** The desk names no channel of a technical team. */
  { readonly reason: "noTechTeam" } | { readonly reason: "notWithTech" };

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly techHandoff: {
      readonly command: TechCommand;
      readonly event: TechEvent;
      readonly notification: TechNotification;
      readonly refusal: TechRefusal;
    };
  }
}
