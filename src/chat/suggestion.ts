import type { ChannelRef } from "../tickets/refs.ts";
import type { ChatUser } from "./inbound-event.ts";

/** A ticket number that a person has begun to type: the subcommand (`show`) and the text so far. */
export interface Typing {
  readonly by: ChatUser;
  readonly channel: ChannelRef;
  readonly verb: string;
  readonly text: string;
}

/** A suggestion while a person types: the text that is shown, and the value that is put into the command. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}
