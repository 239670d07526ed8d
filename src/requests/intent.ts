import type { Instant } from "../sla/instant.ts";
import type { ChannelRef, MessageKey, UserRef } from "../tickets/refs.ts";
import type { UnticketedChoice } from "../tickets/thread/unticketed.ts";
import type { Card, MessageRef } from "../chat/card.ts";
import type { BehindMail } from "../chat/inbound-event.ts";
import type { Actor, NewCommand } from "../tickets/messages.ts";
import type { Article } from "../desk/desk.ts";
import type { ListFilter } from "../tickets/list-filter.ts";
import type { Format } from "../tickets/format.ts";
import type { SourceKind } from "../tickets/ticket.ts";

/** What a report counts: the outcomes of one account, area, account manager or agent, by their keys. Empty: everything. */
export type ReportedOnly = Partial<Readonly<Record<"account" | "area" | "manager" | "agent", string>>>;

/** A read-only question. Customers see only their own account's tickets. */
export type Question =
  | { readonly kind: "list"; readonly filter: ListFilter }
  /**
   * Tickets by words, and for staff those of these people and accounts (keys of the desk). `after`: the last ticket of the page
   * before.
   */
  | {
      readonly kind: "find";
      readonly words: string;
      readonly people: readonly string[];
      readonly accounts: readonly string[];
      readonly after: { readonly rank: number; readonly number: number } | null;
    }
  /** `page` of the conversation; 0 is the latest. */
  | { readonly kind: "show"; readonly number: number; readonly page?: number }
  /** The whole text of the description, or of one message. */
  | { readonly kind: "whole"; readonly number: number; readonly message?: MessageKey }
  /** The staff's queue by next due time. */
  | { readonly kind: "queue"; readonly filter: ListFilter }
  /** How targets were kept. `period`: words for `readPeriod`. */
  | { readonly kind: "report"; readonly period: string; readonly only: ReportedOnly }
  | { readonly kind: "history"; readonly number: number }
  | { readonly kind: "transcript"; readonly number: number; readonly format: TranscriptFormat }
  /** The phone number to call. */
  | { readonly kind: "call"; readonly number: number }
  /** Why a target is due at its time. */
  | { readonly kind: "why"; readonly number: number };

/**
 * What staff ask about the contacts of an account and their access to the client area. A contact who may manage access
 * invites and withdraws, too.
 */
export type AccessRequest =
  | {
      readonly asks: "invite";
      /** A key of the desk's accounts. */
      readonly account: string;
      /** Their e-mail address (`email:…`), or an identity in chat. */
      readonly knownAs: UserRef;
      readonly name: string;
      /** Whether they see all tickets of the account. */
      readonly seesAll: boolean;
    }
  | { readonly asks: "list"; readonly account: string }
  | { readonly asks: "withdraw"; readonly user: UserRef }
  /** Gives a contact the right to manage access or to see all tickets of the account, or takes it. */
  | {
      readonly asks: "setRight";
      readonly user: UserRef;
      readonly right: "managesAccess" | "seesAll";
      readonly given: boolean;
    }
  | { readonly asks: "remember"; readonly ticket: number };

/** What an inbound event means. */
export type Intent =
  /** If `articles` of the manual match, they are offered first. */
  | {
      readonly kind: "open";
      readonly command: Extract<NewCommand, { type: "open" }>;
      readonly articles?: readonly Article[];
    }
  /** A contact wrote a mail that opens a ticket. No article of the manual is offered: they could not answer the question. */
  | {
      readonly kind: "openByMail";
      readonly command: Extract<NewCommand, { type: "open" }>;
      readonly mail: BehindMail;
    }
  /** A customer wrote on the page of a ticket, or by mail. */
  | { readonly kind: "writeOnTicket"; readonly number: number; readonly text: string }
  /** A person's answer to a prompt. `article` is the place of the article that helped. */
  | {
      readonly kind: "answerPrompt";
      readonly prompt: number;
      readonly choice: "open" | "add" | "solved";
      readonly article: number;
    }
  | { readonly kind: "change"; readonly number: number; readonly command: Exclude<NewCommand, { type: "open" }> }
  /**
   * A reply that is completed from the ticket: a canned reply (a key of the desk's replies; null: none), and the text
   * below it.
   */
  | {
      readonly kind: "canned";
      readonly number: number;
      readonly canned: string | null;
      readonly command: Extract<NewCommand, { type: "reply"; alreadyPosted: false }>;
    }
  | { readonly kind: "ask"; readonly question: Question }
  /** Merge or link two tickets. */
  | {
      readonly kind: "link";
      readonly how: "merge" | "link";
      readonly number: number;
      readonly to: number;
      readonly by: Extract<Actor, { kind: "person" }>;
      readonly at: Instant;
    }
  /**
   * A person wrote in the thread below `root`. Only the database knows its ticket and side. If it belongs to no ticket,
   * `otherwise` says how the message opens one, or that its author is told that it opens none.
   */
  | {
      readonly kind: "threadMessage";
      readonly root: MessageRef;
      readonly text: string;
      readonly otherwise?: SourceKind | "staffDirect";
    }
  /**
   * A person wrote in a customer's channel, or added an emoji there, and it belongs to no ticket. A customer's message waits for an
   * answer. What staff do answers the messages before it, or with `about` those of the author of that message.
   */
  | { readonly kind: "channelMessage"; readonly message: MessageRef }
  | { readonly kind: "staffAnswer"; readonly channel: ChannelRef; readonly about: MessageKey | null }
  /** An agent adds a follower: an address (`email:…` or as typed), or the name of a contact. */
  | { readonly kind: "follow"; readonly number: number; readonly person: string }
  /** What an agent chose about messages that belong to no ticket, or what Plazo does with them by itself: a ticket opens. */
  | { readonly kind: "decideUnticketed"; readonly unticketed: number; readonly choice: UnticketedChoice }
  /** Open a ticket from a message that must still be read. */
  | { readonly kind: "openFrom"; readonly message: MessageRef; readonly how: SourceKind }
  /** A person edited a message, or deleted it (`text` is null). */
  | {
      readonly kind: "edited";
      readonly message: MessageRef;
      readonly text: string | null;
      readonly format?: readonly Format[];
    }
  /** An agent (a key of the desk's people) is out until this time, or back (null). */
  | { readonly kind: "away"; readonly person: string; readonly until: Instant | null }
  /** Whether an agent wants to be notified of messages on their tickets. */
  | { readonly kind: "notify"; readonly person: string; readonly notify: boolean }
  /** A member of the staff asks for a link that signs them in to the web desk. */
  | { readonly kind: "signIn" }
  | { readonly kind: "access"; readonly request: AccessRequest }
  /** `refused` names the command or button that the person may not use. */
  | { readonly kind: "say"; readonly card: Card; readonly refused?: string }
  | { readonly kind: "nothing" };
/** The formats of a transcript, the default first. */
export const transcriptFormats = ["md", "html", "json"] as const;

export type TranscriptFormat = (typeof transcriptFormats)[number];
