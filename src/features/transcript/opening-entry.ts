import { requesterName } from "../../cards/people.ts";
import type { Desk } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { TranscriptEntry } from "./transcript.ts";

/** The description of a ticket as the first message of its conversation, without files. */
export const openingEntry = (
  ticket: Ticket,
  { desk, viewer }: { readonly desk: Desk; readonly viewer: Viewer },
): TranscriptEntry => ({
  at: ticket.openedAt,
  kind: "opened",
  side: "public",
  who: requesterName(ticket, desk, sayIn(viewer.locale)),
  is: "customer",
  says: null,
  text: ticket.description,
  files: [],
  changes: [],
});
