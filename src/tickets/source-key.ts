import type { MessageKey } from "./refs.ts";
import type { Source } from "./ticket.ts";

/** The message a ticket was opened from, as messages are named. */
export const sourceKey = ({ channel, message }: Source): MessageKey => ({ channel, id: message });
