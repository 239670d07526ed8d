import type { MessageRef } from "../chat/card.ts";
import type { Locale } from "../desk/desk.ts";

/** For whom a card is worded. The zone is used only where the platform cannot show the reader's own. */
export interface Viewer {
  readonly locale: Locale;
  readonly timezone: string;
}

/** Where a ticket's own messages stand, as far as they are posted yet; used for links between them. */
export interface TicketPlaces {
  readonly triage: MessageRef | null;
  readonly conversation: MessageRef | null;
}
