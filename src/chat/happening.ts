import type { ChannelRef, Instant, UserRef } from "../domain/refs.ts";
import type { MessageRef } from "./card.ts";

/** The person behind a happening, as the platform introduces them. */
export interface ChatUser {
  readonly user: UserRef;
  readonly name: string;
  /** The language their client is set to, `es-ES`, where the platform tells. */
  readonly locale?: string | undefined;
}

/** One thing a person did on a platform, with the platform washed off. */
export type Happening = {
  /** Unique and stable over redelivery: the inbox's key. */
  readonly key: string;
  readonly at: Instant;
  readonly by: ChatUser;
  readonly channel: ChannelRef;
} &
  /** A slash command: `name` is `ticket` or `desk`, `text` whatever followed it. */
  (
    | { readonly kind: "command"; readonly name: string; readonly text: string }
    | { readonly kind: "press"; readonly action: string }
    | { readonly kind: "submit"; readonly action: string; readonly values: Readonly<Record<string, string>> }
    /** Somebody wrote. `message.thread` is set when it was below another message. */
    | { readonly kind: "message"; readonly message: MessageRef; readonly text: string }
  );
