import type { Line, MenuItem } from "../chat/card.ts";
import type { Desk, Locale } from "../desk/desk.ts";
import type { Say } from "../i18n/say.ts";
import type { TextContext, TicketContext } from "../i18n/viewer.ts";
import type { Ticket } from "../tickets/ticket.ts";

/** A value that people choose for a fact: its key in the desk file, and its name in a language. */
export interface FactOption {
  readonly key: string;
  readonly name: string;
}

/** What people choose a fact from. Forms ask for such a fact, and it narrows lists by its column of the tickets. */
export interface FactChoice {
  /** What the desk has to choose from; none: forms do not ask, and no list is narrowed by it. */
  readonly options: (desk: Desk, locale: Locale) => readonly FactOption[];
  readonly question: (say: Say) => string;
  /** The name of the answer that chooses none of them. */
  readonly none: (say: Say) => string;
  /** The sentence for a person who typed an unknown name. */
  readonly unknown: (say: Say) => string;
  /** The entry of the triage card's menu by which staff change it; null if they cannot. */
  readonly change: (context: TicketContext) => MenuItem | null;
}

/**
 * A fact that a feature keeps about a ticket. `everyone`: every card of the ticket shows it, and so do lists, transcripts and
 * histories. `staff`: only the facts for staff show it.
 */
export interface TicketFact {
  readonly readers: "staff" | "everyone";
  readonly label: (say: Say) => string;
  /** Null if the ticket has none. */
  readonly value: (ticket: Ticket, context: TextContext) => Line | null;
  readonly choice: FactChoice | null;
}
