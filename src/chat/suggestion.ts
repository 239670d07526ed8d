import type { ChannelRef } from "../tickets/refs.ts";
import type { ChatUser } from "./inbound-event.ts";

/** A ticket's number as somebody begins to type it: in which subcommand (`show`), and what stands there so far. */
export interface Typing {
  readonly by: ChatUser;
  readonly channel: ChannelRef;
  readonly verb: string;
  readonly text: string;
}

/** Something a platform may offer while one types: what is shown, and what then stands in the command. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}
