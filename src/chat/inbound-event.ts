import type { Instant } from "../sla/instant.ts";
import type { Format } from "../tickets/format.ts";
import type { ChannelRef, FileRef, Membership, UserRef } from "../tickets/refs.ts";
import type { MessageRef } from "./card.ts";
import type { Mention } from "./reading/mentions.ts";

/** The person behind an inbound event, as the platform introduces them. */
export interface ChatUser {
  readonly user: UserRef;
  readonly name: string;
  /** What they are to the desk's own workspace, where the platform tells. */
  readonly membership?: Membership | undefined;
  /** The language their client is set to, `es-ES`, where the platform tells. */
  readonly locale?: string | undefined;
}

/** What somebody wrote. */
export interface MessageToBot {
  readonly message: MessageRef;
  /** Plain words, and how they look where the platform says. */
  readonly text: string;
  readonly format?: readonly Format[] | undefined;
  /** The stretches of the text whose names the adapter has yet to ask for. */
  readonly mentions?: readonly Mention[] | undefined;
  readonly files?: readonly FileRef[] | undefined;
  /** It calls the bot by name. */
  readonly mentionsBot?: boolean | undefined;
  /** It stands in the direct messages with the bot. */
  readonly direct?: boolean | undefined;
}

/** One thing a person did on a platform, with the platform washed off. */
export type InboundEvent = {
  /** Unique and stable over redelivery: the inbox's key. */
  readonly key: string;
  readonly at: Instant;
  readonly by: ChatUser;
  readonly channel: ChannelRef;
} &
  /** A slash command: `name` is `ticket` or `desk`, `text` whatever followed it. */
  (
    | {
        readonly kind: "command";
        readonly name: string;
        readonly text: string;
        readonly mentions?: readonly Mention[] | undefined;
      }
    /** `quote` is what the card with the button quotes, where the platform shows it to us. */
    | { readonly kind: "press"; readonly action: string; readonly quote?: string | undefined }
    | {
        readonly kind: "submit";
        readonly action: string;
        readonly values: Readonly<Record<string, string>>;
        /** The post of a forum in which the form was sent: `channel` is the forum. */
        readonly post?: string | undefined;
      }
    /** Somebody wrote. `message.thread` is set when it was below another message. */
    | ({ readonly kind: "message" } & MessageToBot)
    /** Somebody changed what they wrote. */
    | ({ readonly kind: "edited" } & Pick<MessageToBot, "message" | "text" | "format" | "mentions">)
    /** Somebody took back what they wrote; `by` is who wrote it where the platform does not say who took it back. */
    | {
        readonly kind: "deleted";
        readonly message: MessageRef;
        /** The platform says that `by` did it; else `by` is no more than a guess. */
        readonly told?: true | undefined;
      }
    /** Somebody chose "open ticket from message" on a message, by whoever. */
    | ({ readonly kind: "pick"; readonly author: ChatUser } & MessageToBot)
    /** Somebody put an emoji on a message; the adapter reports 🎫 only. */
    | { readonly kind: "react"; readonly message: MessageRef; readonly emoji: string }
  );
