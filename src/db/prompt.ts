import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Command } from "../tickets/messages.ts";

type Opening = Omit<Extract<Command, { type: "open" }>, "number">;

/** A question of the bot, with all that it needs to act without an answer. */
export type Offer =
  /** Articles of the manual, shown before a ticket is opened. */
  | {
      readonly kind: "articles";
      readonly command: Opening;
      readonly articles: readonly { readonly title: string; readonly url: string }[];
    }
  /** Whether direct messages belong to the open ticket with this number. */
  | {
      readonly kind: "whichTicket";
      readonly number: number;
      readonly said: readonly Extract<InboundEvent, { kind: "message" }>[];
    };

/** What the person chose, or the default when the time ran out. */
export type OfferChoice = "open" | "add" | "solved";
