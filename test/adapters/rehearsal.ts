import type { Attempt } from "../../src/chat/delivery.ts";
import type { ChannelRef } from "../../src/tickets/refs.ts";
import type { Wall } from "./gallery.ts";
import type { RecordingCore } from "./recording-core.ts";
import type { Stage } from "./stage.ts";

/** What the suites share: the open stage, its core, and a message to post below. */
export interface Rehearsal {
  readonly core: RecordingCore;
  readonly stage: () => Stage;
  readonly wall: () => Wall;
  /** A new key for each attempt. */
  readonly attempt: () => Attempt;
  /** Every text of a channel, oldest first. */
  readonly textsIn: (channel: ChannelRef) => Promise<readonly string[]>;
}
