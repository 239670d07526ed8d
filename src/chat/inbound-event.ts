import type { Instant } from "../sla/instant.ts";
import type { Format } from "../tickets/format.ts";
import type { ChannelRef, FileRef, Membership, UserRef } from "../tickets/refs.ts";
import type { MessageRef } from "./card.ts";
import type { CopiedPerson } from "../tickets/contact.ts";
import type { Mention } from "./reading/mentions.ts";

/** The person behind an inbound event, as the platform describes them. */
export interface ChatUser {
  readonly user: UserRef;
  readonly name: string;
  /** Their relation to the desk's own workspace, if the platform says it. */
  readonly membership?: Membership;
  /** The language of their client, `es-ES`, if the platform says it. */
  readonly locale?: string;
}

/** A message that a person wrote. */
export interface MessageToBot {
  readonly message: MessageRef;
  /** Plain text, with its formatting if the platform says it. */
  readonly text: string;
  readonly format?: readonly Format[];
  /** The mentions whose names the adapter has yet to ask for. */
  readonly mentions?: readonly Mention[];
  readonly files?: readonly FileRef[];
  /** The message mentions the bot. */
  readonly mentionsBot?: boolean;
  /** The message was written in the direct messages with the bot. */
  readonly direct?: boolean;
  /** The message begins a post in a forum; `message.thread` is the post. */
  readonly beginsPost?: true;
}

/** The mail by which a person wrote: the row of `mails`, whether it is for the head of support, and whom it copies. */
export interface BehindMail {
  readonly id: number;
  readonly escalates: boolean;
  /** Without the addresses of the desk, its staff and the author. */
  readonly copied?: readonly CopiedPerson[];
}

/** One thing a person did on a platform, in a form that is the same for all platforms. */
export type InboundEvent = {
  /** The inbox's key: unique, and the same when the platform delivers the event again. */
  readonly key: string;
  readonly at: Instant;
  readonly by: ChatUser;
  readonly channel: ChannelRef;
} &
  /** A slash command: `name` is `ticket` or `desk`, `text` is what follows it. */
  (
    | {
        readonly kind: "command";
        readonly name: string;
        readonly text: string;
        readonly mentions?: readonly Mention[];
        /** The people whom the text mentions, also those whose names stand in it. */
        readonly people?: readonly UserRef[];
      }
    /** `quote` is the text that the pressed card quotes, if the platform sends it. */
    | { readonly kind: "press"; readonly action: string; readonly quote?: string }
    | {
        readonly kind: "submit";
        readonly action: string;
        readonly values: Readonly<Record<string, string>>;
        /** The forum post in which the form was submitted. `channel` is then the forum. */
        readonly post?: string;
        /** The files that were sent with the form, where its page takes files. */
        readonly attached?: readonly FileRef[];
      }
    /**
     * A person wrote a message. `message.thread` is set if it is a reply in a thread. `ticket` is set if they wrote it on the
     * page of a ticket, or by mail, wherever its conversation takes place.
     */
    | ({
        readonly kind: "message";
        readonly ticket?: number;
        readonly mail?: BehindMail;
        /** Plazo stored no text, name or file, because the message belongs to no ticket. If it becomes one, the platform is asked. */
        readonly textLeftOut?: true;
      } & MessageToBot)
    /** A customer's messages that belong to no ticket waited as long as their plan allows (`unticketed`: their row). */
    | { readonly kind: "unanswered"; readonly unticketed: number }
    /** A contact wrote a mail that opens a ticket. */
    | ({ readonly kind: "mailed"; readonly title: string; readonly mail: BehindMail } & MessageToBot)
    /** A person edited their message. */
    | ({
        readonly kind: "edited";
        /** When the message was written first. Missing if the platform does not tell. */
        readonly wroteAt?: Instant;
        /** Plazo stored no text, because the message was not one of a ticket. If it becomes one, the platform is asked. */
        readonly textLeftOut?: true;
      } & Pick<MessageToBot, "message" | "text" | "format" | "mentions" | "direct">)
    /** A message was deleted. If the platform does not say who deleted it, `by` is its author. */
    | {
        readonly kind: "deleted";
        readonly message: MessageRef;
        /** Set if the platform says that `by` deleted it; otherwise `by` is a guess. */
        readonly byAuthor?: true;
        /** It was written in the direct messages with the bot. */
        readonly direct?: boolean;
      }
    /** A person chose "open ticket from message" on any message. */
    | ({ readonly kind: "pick"; readonly author: ChatUser } & MessageToBot)
    /** A person added an emoji to a message. */
    | { readonly kind: "react"; readonly message: MessageRef; readonly emoji: string }
  );
