import type { AppDeps } from "../tickets/execute/execute.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import { readShownMessages } from "../db/messages/message-store.ts";
import { readPauses } from "../db/pause-store.ts";
import type { EndedPause } from "../sla/calendar.ts";
import type { Messages } from "../tickets/thread/thread-message.ts";
import { messagesShownBy } from "../tickets/thread/thread-messages.ts";

/** What the card of a notification shows besides its ticket. */
export interface ShownWith {
  readonly messages: Messages;
  /** The ended pauses of the ticket, if the card explains due times. */
  readonly pauses: readonly EndedPause[];
}

/** Reads what the card of a notification shows. Only the page for an escalation explains a due time. */
export const readShownWith = async (
  { database: { db }, onDamagedMessage }: Pick<AppDeps, "database" | "onDamagedMessage">,
  { ticket, message }: Pick<OutboxRow, "ticket" | "message">,
): Promise<ShownWith> => ({
  messages: await readShownMessages(db, ticket, messagesShownBy(message), onDamagedMessage),
  pauses: message.type === "page" ? await readPauses(db, ticket) : [],
});
