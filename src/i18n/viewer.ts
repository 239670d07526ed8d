import type { MessageRef } from "../chat/card.ts";
import type { Desk, Locale } from "../desk/desk.ts";
import type { EndedPause } from "../sla/calendar.ts";
import type { Instant } from "../sla/instant.ts";
import type { Messages } from "../tickets/thread/thread-message.ts";
import type { Ticket } from "../tickets/ticket.ts";

/** For whom a card is worded. The zone is used only where the platform cannot show the viewer's own. */
export interface Viewer {
  readonly locale: Locale;
  readonly timezone: string;
}

/** Where a ticket's own messages are, as far as they are posted yet; used for links between them. */
export interface TicketPlaces {
  readonly triage: MessageRef | null;
  readonly conversation: MessageRef | null;
}

/** What every text is written with: the desk gives the names, the viewer gives language and time zone. */
export interface TextContext {
  readonly desk: Desk;
  readonly viewer: Viewer;
}

/** What a text about one ticket is written with. */
export interface TicketContext extends TextContext {
  readonly ticket: Ticket;
}

/** What a card about one ticket is drawn with. `now` is when the card leaves; a late reminder says how late it is. */
export interface ViewContext extends TicketContext {
  /** The messages that the card shows, and the first one of a colleague whom the desk file does not name. */
  readonly messages: Messages;
  /** The ended pauses of the ticket, if the card explains due times. */
  readonly pauses: readonly EndedPause[];
  readonly places: TicketPlaces;
  readonly now: Instant;
}
