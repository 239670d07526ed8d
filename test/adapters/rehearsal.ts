import type { Attempt } from "../../src/chat/delivery.ts";
import type { ChannelRef } from "../../src/tickets/refs.ts";
import type { Wall } from "./gallery.ts";
import type { RecordingCore } from "./recording-core.ts";
import type { Stage } from "./stage.ts";

/** What the suites share: the stage once it is open, the core behind it, and a message to hang things on. */
export interface Rehearsal {
  readonly core: RecordingCore;
  readonly stage: () => Stage;
  readonly wall: () => Wall;
  /** A key of its own for each attempt. */
  readonly attempt: () => Attempt;
  /** Every text of a channel, oldest first. */
  readonly textsIn: (channel: ChannelRef) => Promise<readonly string[]>;
}
