import type { FakeConversation, FakeMessage, FakePing, FakeShowing, FakeTag } from "./community.ts";
import type { Fault } from "./faults.ts";
import type { Gateway } from "./gateway.ts";
import type { Json } from "./json.ts";
import type { FakeUser } from "./people.ts";
import type { Permission } from "./permissions.ts";
import type { Observed } from "./server.ts";

/** A message as its readers see it. */
export interface ShownMessage {
  /** The channel, thread or direct conversation of the message. */
  readonly channel: string;
  readonly id: string;
  readonly author: string;
  /** All text of it, with buttons in brackets. */
  readonly text: string;
  /** What its buttons and menu entries carry, in their order. */
  readonly actions: readonly string[];
  readonly edits: number;
  /** The message that it answers. */
  readonly answers: string | null;
  /** The emoji on it, each with the people who added it. */
  readonly reactions: Readonly<Record<string, readonly string[]>>;
  readonly components: readonly Json[];
  readonly raw: FakeMessage;
}

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  readonly messages: readonly ShownMessage[];
  /** For a thread: the people who are notified of its messages. */
  readonly members: readonly string[];
  /** Archives threads; a locked one takes no more messages. */
  archive(): void;
  lock(): void;
  /** A person deletes it. */
  remove(): void;
  /** A person deletes a message in it. */
  removeMessage(id: string): void;
  /** What the bot may do in it from now on. */
  allow(what: Partial<Readonly<Record<Permission, boolean>>>): void;
}

export interface FakeDiscordOptions {
  /** Milliseconds since 1970; by default the machine's clock. */
  readonly now?: () => number;
  readonly users?: readonly {
    readonly id: string;
    readonly name: string;
    readonly bot?: boolean;
    readonly moderator?: boolean;
    readonly locale?: string;
  }[];
  readonly channels?: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind?: FakeConversation["kind"];
    readonly tags?: readonly FakeTag[];
    readonly needsTag?: boolean;
  }[];
  /** The permissions of the invitation, Discord's bits as a number; by default those of docs/discord.md. */
  readonly permissions?: bigint;
  /** Whether the Message Content Intent is on; the default is yes. */
  readonly contentIntent?: boolean;
  /** How long people wait for an answer; three seconds on Discord. */
  readonly patience?: number;
}

/** A Discord with memory on a free port of 127.0.0.1. It behaves, and refuses, like the real one. */
export interface FakeDiscord {
  readonly apiUrl: string;
  readonly token: string;
  readonly botUser: string;
  readonly application: string;
  readonly guild: string;
  /** People act in another server from now on; null: in this one again. */
  actIn(guild: string | null): void;
  readonly now: () => number;
  user(id: string): FakeUser;
  channel(id: string): FakeChannel;
  /** The thread of a message; null if there is none. */
  thread(root: string): FakeChannel | null;
  /** The posts of a forum, oldest first. */
  posts(forum: string): readonly { readonly id: string; readonly owner: string | null }[];
  /** The direct conversation of a person with the bot. */
  dm(user: string): FakeChannel;
  /** Direct messages to this person fail with this error from now on: 50007 closed, 50278 no server in common. */
  closeDm(user: string, code?: number): void;
  /** Makes the next calls of an operation fail. */
  fail(operation: string, fault: Fault, how?: { readonly times?: number; readonly channel?: string }): void;
  /** Breaks every connection, and answers every call with 503, until it is up again. */
  goesDown(): void;
  comesUp(): void;
  /** Calls before Retry-After was over. */
  readonly violations: readonly { readonly operation: string; readonly channel: string | null }[];
  readonly pings: readonly FakePing[];
  /** All texts of the app that anyone was given to read: messages, edits, forms, private answers, choices, files. */
  readonly shown: readonly FakeShowing[];
  /** Every call so far. */
  readonly calls: readonly Observed[];
  /** Faults in bodies so far. */
  readonly refusals: readonly string[];
  readonly commands: readonly Json[];
  readonly gateway: Gateway;
  /** Sends the last act of a person again, as a resume may. */
  deliverAgain(): void;
  /** Resolves when the app has processed all events and no call is running. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}
