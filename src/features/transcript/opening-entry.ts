import { requesterName } from "../../cards/people.ts";
import type { Desk } from "../../desk/desk.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { fileKey } from "../../tickets/refs.ts";
import type { ThreadMessage } from "../../tickets/thread/thread-message.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import type { TranscriptEntry } from "./transcript.ts";

/**
 * The description of a ticket as the first message of its conversation. `opening`: the message that opened the ticket,
 * whose files are shown unless it was deleted.
 */
export const openingEntry = (
  ticket: Ticket,
  opening: ThreadMessage | undefined,
  { desk, viewer }: { readonly desk: Desk; readonly viewer: Viewer },
): TranscriptEntry => ({
  at: ticket.openedAt,
  kind: "opened",
  side: "public",
  who: requesterName(ticket, desk, sayIn(viewer.locale)),
  is: "customer",
  says: null,
  text: ticket.description === "" ? null : ticket.description,
  files:
    opening === undefined || opening.deletedAt !== null
      ? []
      : opening.files.map(({ id, name, size, type }) => ({ key: fileKey(opening.message, id), name, size, type })),
  changes: [],
});
