import type { Attempt, Outcome } from "./delivery.ts";
import type { FakeUser } from "./fake-user.ts";
import type { Aim, Fault } from "./faults.ts";
import type { FakeHome } from "./homes.ts";
import type { Json } from "./json.ts";
import type { Sockets } from "./sockets.ts";
import type { FakeFile } from "./uploads.ts";
import type { FakeMessage, FakeObservation, FakePing, FakeShowing } from "./workspace.ts";

/** A message as its readers see it. */
export interface ShownMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
  readonly user: string;
  /** All text of it, with buttons in brackets. */
  readonly text: string;
  /** What its buttons and menu entries carry, in their order. */
  readonly actions: readonly string[];
  readonly edits: number;
  readonly blocks: readonly Json[];
  /** The emoji on it, each with the people who added it. */
  readonly reactions: Readonly<Record<string, readonly string[]>>;
  readonly raw: FakeMessage;
}

export interface FakeChannel {
  readonly id: string;
  readonly messages: readonly ShownMessage[];
  archive(): void;
  removeBot(): void;
}

export interface FakeSlackOptions {
  /** Milliseconds since 1970; by default the machine's clock. */
  readonly now?: () => number;
  readonly users?: readonly { readonly id: string; readonly name: string; readonly bot?: boolean }[];
  /** The bot is in all of them unless `botIn` is false. */
  readonly channels?: readonly {
    readonly id: string;
    readonly name: string;
    readonly private?: boolean;
    readonly botIn?: boolean;
  }[];
  /** The bot's scopes; by default those of its manifest. */
  readonly scopes?: readonly string[];
  /** How long Slack waits for an acknowledgement; three seconds on Slack. */
  readonly ackTimeout?: number;
  /** Whether the app has a Home tab; by default it has. */
  readonly homeTab?: boolean;
  /** Limits the app to one message a second per channel. */
  readonly postingLimit?: boolean;
  /** Seconds that a Socket Mode connection says it will live. */
  readonly socketLifetime?: number;
}

/** A Slack with memory on a free port of 127.0.0.1. It behaves, and refuses, like the real one. */
export interface FakeSlack {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly botUser: string;
  readonly now: () => number;
  /** Where events, commands and presses go: the app's request URL, its sockets (`socket`), or nowhere. */
  deliverTo(target: string | null): void;
  user(id: string): FakeUser;
  /** The Home tab of the app, as this person sees it. */
  home(user: string): FakeHome;
  channel(id: string): FakeChannel;
  /** The direct conversation of a person with the bot. */
  dm(user: string): FakeChannel;
  /** `team`: of another workspace, by Slack Connect. `member`: a full member, not a guest of single channels. */
  addUser(
    id: string,
    name: string,
    how?: { readonly bot?: boolean; readonly team?: string; readonly member?: boolean },
  ): void;
  addChannel(id: string, name: string, how?: { readonly private?: boolean; readonly botIn?: boolean }): void;
  /**
   * Direct messages to this person fail with this error from now on: `user_disabled`, `cannot_dm_bot`,
   * `messages_tab_disabled`.
   */
  closeDm(user: string, error: string): void;
  /** Makes the next calls of a method fail. */
  fail(method: string, fault: Fault, aim?: Aim): void;
  /** Breaks every socket, and answers every call with 503, until it is up again. */
  goesDown(): void;
  comesUp(): void;
  /** Calls before Retry-After was over. */
  readonly violations: readonly { readonly method: string; readonly channel: string | null }[];
  readonly pings: readonly FakePing[];
  readonly files: readonly FakeFile[];
  readonly log: readonly FakeObservation[];
  /** All texts of the app that anyone was given to read: messages, edits, forms, private answers, files. */
  readonly shown: readonly FakeShowing[];
  /** Everything sent to the app so far, acknowledged or not. */
  readonly sent: readonly { readonly attempt: Attempt; readonly outcome: Outcome | null }[];
  /** Sends anything to the app. */
  deliver(attempt: Attempt): Promise<Outcome>;
  /** Sends the last payload of a person again, unchanged. */
  deliverAgain(): Promise<Outcome>;
  /** Retries each unacknowledged event once; after its third retry an event is lost. */
  redeliver(): Promise<void>;
  readonly unacknowledged: number;
  readonly lost: readonly Json[];
  /** Resolves when no payload is on its way to the app. */
  quiet(): Promise<void>;
  readonly sockets: Sockets;
  stop(): Promise<void>;
}
