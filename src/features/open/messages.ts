import type { Severity } from "../../sla/severity.ts";
import type { ClockChanges } from "../../tickets/clocks/changed-clocks.ts";
import type { ChannelRef, MessageKey, Place, UserRef } from "../../tickets/refs.ts";
import type { OpeningMessage, Source, Ticket } from "../../tickets/ticket.ts";
import type { TicketKind } from "../../tickets/ticket-records.ts";
import type { SharedFiles } from "../../tickets/limits.ts";
import type { ImportedThread, RecordedOpeningMessage } from "../../tickets/thread/imported-thread.ts";

export interface OpenCommand {
  readonly type: "open";
  readonly number: number;
  readonly kind?: TicketKind;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  /**
   * The contact for whom staff open it, for instance after a call. They become the requester, the ticket is their account's, and they hear
   * of it where they are. An address may stand for a contact whom Plazo knows by mail: it is replaced before the command is decided.
   */
  readonly contact?: { readonly user: UserRef; readonly name: string };
  /** Staff who open a ticket for a customer choose it. If it is missing, the channel and the person decide. */
  readonly account?: string;
  readonly askedIn: ChannelRef;
  readonly follows?: number;
  /** The ticket talks in direct messages, whatever channels its account has: its follow-up was written there. */
  readonly isPrivate?: true;
  /** The message that the ticket is opened from. */
  readonly source?: Source;
  /**
   * `source` is the post in which the form was sent. If that post already belongs to a ticket, the bot starts a new
   * post.
   */
  readonly unlessTaken?: true;
  /** The author of that message. */
  readonly author?: { readonly user: UserRef; readonly name: string };
  readonly openingMessage?: OpeningMessage;
  readonly filesLeft?: SharedFiles["filesLeft"];
  /** Earlier messages of its thread. */
  readonly earlier?: ImportedThread;
  /** What the form asked besides: facts that features keep, by name. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Titles of manual articles that the bot offered before and that did not help. */
  readonly offeredArticles?: readonly string[];
}

export type OpenEvent =
  | {
      readonly type: "opened";
      readonly number: number;
      readonly kind: TicketKind;
      readonly title: string;
      readonly description: string;
      readonly severity: Severity;
      readonly account: string | null;
      readonly requester: Ticket["requester"];
      readonly askedIn: ChannelRef;
      readonly conversation: Place;
      readonly source: Source | null;
      readonly follows: number | null;
      readonly openingMessage: RecordedOpeningMessage | null;
      readonly clocks: ClockChanges;
    }
  | ({ readonly type: "threadImported" } & ImportedThread);

/** For staff only. */
export type OpenNotification = {
  readonly type: "threadImported";
  /** The key of the message that the ticket was opened from; it finds the staff's copy. */
  readonly message: MessageKey | null;
} & ImportedThread;

export type OpenRefusal =
  /** The message is in the thread of this ticket already. */
  | { readonly reason: "alreadyTicket"; readonly number: number }
  /** The message is of this account, so people of another account must not read it. */
  | { readonly reason: "messageOfAnother"; readonly name: string }
  /** The person for whom an agent opens it belongs to no account of the desk. */
  | { readonly reason: "noContact"; readonly name: string };

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly open: {
      readonly command: OpenCommand;
      readonly event: OpenEvent;
      readonly notification: OpenNotification;
      readonly refusal: OpenRefusal;
    };
  }
}
