import type { Place } from "../../tickets/refs.ts";
import type { Source } from "../../tickets/ticket.ts";

/** Whether the message a ticket was opened from stands where the customer and the desk talk; elsewhere it may be internal. */
export const beganThere = ({ how, channel }: Source, conversation: Place): boolean =>
  conversation.kind === "person" ? how === "direct" : conversation.channel === channel;
