import type {
  BotApi,
  Content,
  RefusalCode,
  SentFile,
  Update,
  UpdateAnswer,
  WireFile,
  WireForm,
  WireMessage,
  WireUser,
} from "./api.ts";
import type { TestUser } from "./people.ts";

/** A message as the server keeps it. */
export interface StoredMessage extends Content {
  readonly id: number;
  readonly chat: number;
  /** The first message of the replies that it belongs to. */
  readonly thread: number | null;
  readonly from: number;
  readonly randomId: string | null;
  /** The update that it answers: only a private chat has such messages. */
  readonly answers: number | null;
  readonly files: readonly WireFile[];
  edits: number;
  reactions: readonly string[];
}

export interface StoredChat {
  readonly id: number;
  readonly kind: "group" | "private";
  readonly messages: StoredMessage[];
  /** Why the bot may not write here; null if it may. */
  closed: "CHAT_WRITE_FORBIDDEN" | "USER_IS_BLOCKED" | "USER_DEACTIVATED" | null;
  /** Until when no message is taken. */
  floodUntil: number;
  /** How long the flood lasts that the next message causes, in seconds. */
  floodNext: number;
  /** How the next messages fail. */
  readonly faults: Fault[];
}

/** Why a call fails: the platform's refusal, or a connection that breaks before or after the message arrived. */
export type Fault = RefusalCode | "breaks before" | "breaks after";

export interface StoredUser {
  readonly id: number;
  readonly name: string;
  form: { readonly form: WireForm; readonly chat: number; errors: Readonly<Record<string, string>> } | null;
  readonly documents: { readonly name: string; readonly text: string }[];
}

export interface ServerOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly users: readonly { readonly id: number; readonly name: string }[];
  readonly groups: readonly number[];
}

/** A file that the bot sent. */
export interface BotFile {
  readonly name: string;
  readonly content: string;
  readonly chat: number;
  readonly thread: number | null;
}

/** A server of the platform: it behaves, and refuses, as such a platform does. */
export interface TestServer {
  readonly url: string;
  readonly token: string;
  readonly botId: number;
  user(id: number): TestUser;
  /** The messages of a chat, oldest first. A person's private chat has the id of the person. */
  messages(chat: number): readonly StoredMessage[];
  /** The person does not want to be written to, or has left the platform. */
  block(user: number, how?: "USER_IS_BLOCKED" | "USER_DEACTIVATED"): void;
  /** Removes the bot from a group. */
  removeBot(chat: number): void;
  /** The next message to the chat is refused for so many seconds. */
  flood(chat: number, seconds: number): void;
  /** A message disappears, and the bot is not told. */
  remove(chat: number, message: number): void;
  /** The next messages to the chat fail. */
  fail(chat: number, fault: Fault, times?: number): void;
  /** The files that the bot sent, oldest first. */
  readonly files: readonly BotFile[];
  /** The chats of calls that came before a flood was over. */
  readonly violations: readonly number[];
  /** Who was notified by a mention, and in which chat. */
  readonly pings: readonly { readonly chat: number; readonly user: number }[];
  /** Sends the last update again, as after a lost confirmation. */
  redeliver(): Promise<void>;
  /** What a bot uses. */
  connect(token: string): BotApi;
  close(): void;
}

/** What the server does with what people do. */
export interface Backstage {
  readonly botId: number;
  now(): number;
  chat(id: number): StoredChat;
  person(id: number): WireUser;
  nextId(): number;
  wire(message: StoredMessage): WireMessage;
  /** Sends an update to the bot. Null if the bot did not take it. */
  push(update: Omittable<Update>): Promise<UpdateAnswer | null>;
  /** Keeps the bytes of a file. */
  keep(file: SentFile): WireFile;
}

type Omittable<T> = T extends unknown ? Omit<T, "id" | "at"> : never;
