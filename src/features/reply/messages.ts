import type { SlaTarget } from "../../sla/clock.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ClockChanges } from "../../tickets/clocks/changed-clocks.ts";
import type { FileRef, MessageKey, Place } from "../../tickets/refs.ts";
import type { Attachment } from "../../tickets/ticket.ts";
import type { UpdateTime } from "../promised-updates/update-time.ts";

/** What is wished about public replies, without who and when. */
export type ReplyCommand =
  /** `alreadyPosted`: staff wrote in the customer's thread themselves, so it need not be relayed. */
  | {
      readonly type: "reply";
      readonly text: string;
      readonly alreadyPosted: boolean;
      /** Who was named as readers when it was written; null where nobody could be. */
      readonly audience?: Place | null | undefined;
      /** The next news, promised in the same breath. */
      readonly update?: UpdateTime | undefined;
      /** It asks the customer for something: the ticket waits for them once it is sent. */
      readonly waits?: true | undefined;
      /** Parts of the text were filled in for the agent, who is to see them before they leave. */
      readonly filled?: true | undefined;
      readonly message?: MessageKey | undefined;
      readonly files?: readonly FileRef[] | undefined;
    }
  /** A pending reply leaves now: the clock's own wish when its time is over, or a person's at once. */
  | { readonly type: "releaseReply"; readonly held: number }
  | { readonly type: "undoReply"; readonly held: number };

/** What happened to public replies, without who and when. */
export type ReplyEvent =
  | {
      readonly type: "replied";
      readonly text: string;
      readonly alreadyPosted: boolean;
      readonly message?: MessageKey | undefined;
      readonly clocks: ClockChanges;
      readonly files?: readonly Attachment[] | undefined;
      /** The pending reply that it was. */
      readonly held?: number;
      /** When that left, which is later than it was written (`at`). */
      readonly sentAt?: Instant;
      /** What stands in the customer's thread although it is internal. */
      readonly revealed?: string;
      /** When the news is due that was promised with it. */
      readonly news?: Instant;
      /** It asks the customer for something, and the ticket waits for that. */
      readonly waits?: true;
    }
  | {
      readonly type: "replyPending";
      readonly held: number;
      readonly text: string;
      readonly update: SlaTarget | null;
      readonly until: Instant;
      readonly waits?: true;
    }
  | { readonly type: "replyUndone"; readonly held: number; readonly text: string };
