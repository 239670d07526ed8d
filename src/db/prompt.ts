import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Command } from "../tickets/messages.ts";

type Opening = Omit<Extract<Command, { type: "open" }>, "number">;

/** What the bot asks, with all that is needed to act without an answer. */
export type Offer =
  /** Articles of the manual, before a ticket is opened. */
  | {
      readonly kind: "articles";
      readonly command: Opening;
      readonly articles: readonly { readonly title: string; readonly url: string }[];
    }
  /** Whether direct messages belong to the open ticket of that number. */
  | {
      readonly kind: "whichTicket";
      readonly number: number;
      readonly said: readonly Extract<InboundEvent, { kind: "message" }>[];
    };

/** What somebody chose, or was chosen for them when they did not. */
export type OfferChoice = "open" | "add" | "solved";
