/** The part of a message's text that looks or means something. `offset` and `length` count UTF-16 units. */
export type Entity = { readonly offset: number; readonly length: number } & (
  | { readonly type: "bold" | "quote" }
  | { readonly type: "link"; readonly url: string }
  /** The person is notified. */
  | { readonly type: "mention"; readonly user: number }
);

/** A button below a message: it sends `data` back, or leads to `url`. */
export type KeyboardButton = { readonly text: string } & ({ readonly data: string } | { readonly url: string });

export interface Content {
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly keyboard: readonly (readonly KeyboardButton[])[];
}

export interface Question {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  readonly initial: string;
  /** The longest answer; a question with choices has none. */
  readonly maxLength: number;
  /** Empty if the person types the answer. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** A form that opens over the chat. `data` comes back with the answers. */
export interface WireForm {
  readonly data: string;
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  readonly cancel: string;
  readonly questions: readonly Question[];
}

export interface WireUser {
  readonly id: number;
  readonly name: string;
}

export interface WireChat {
  readonly id: number;
  readonly kind: "group" | "private";
}

/** `thread` is the first message of the replies that this message belongs to. */
export interface WireMessage {
  readonly id: number;
  readonly chat: WireChat;
  readonly thread: number | null;
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly files: readonly WireFile[];
}

/** A file of a message; `getFile` reads its bytes. */
export interface WireFile {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** What the platform tells its bot. The platform repeats an update that the bot did not take. */
export type Update = { readonly id: number; readonly at: number; readonly from: WireUser } & (
  | { readonly kind: "command"; readonly chat: WireChat; readonly line: string }
  | { readonly kind: "message" | "edited" | "deleted"; readonly message: WireMessage }
  | {
      readonly kind: "press";
      readonly message: WireMessage;
      readonly data: string;
      /** The message is an answer to an earlier update. */
      readonly isAnswer: boolean;
    }
  | {
      readonly kind: "form";
      readonly chat: WireChat;
      readonly data: string;
      readonly values: Readonly<Record<string, string>>;
    }
  /** The person chose the bot's entry in the menu of a message. */
  | { readonly kind: "pick"; readonly message: WireMessage; readonly author: WireUser }
  | { readonly kind: "reaction"; readonly message: WireMessage; readonly emoji: string }
);

/** What the bot answers at once. */
export type UpdateAnswer =
  | { readonly kind: "done" }
  | { readonly kind: "form"; readonly form: WireForm }
  | { readonly kind: "errors"; readonly errors: Readonly<Record<string, string>> };

export const refusalCodes = [
  "TOKEN_INVALID",
  "CHAT_NOT_FOUND",
  "CHAT_WRITE_FORBIDDEN",
  "PEER_ID_INVALID",
  "USER_IS_BLOCKED",
  "USER_DEACTIVATED",
  "MESSAGE_ID_INVALID",
  "MESSAGE_NOT_MODIFIED",
  "REPLY_MESSAGE_ID_INVALID",
  "MESSAGE_EMPTY",
  "MESSAGE_TOO_LONG",
  "TEXT_INVALID",
  "ENTITY_BOUNDS_INVALID",
  "REPLY_MARKUP_TOO_LONG",
  "BUTTON_INVALID",
  "FORM_INVALID",
  "FLOOD_WAIT",
  "FILE_ID_INVALID",
  "INTERNAL",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** The platform refuses a call. */
export class ApiError extends Error {
  readonly code: RefusalCode;
  /** In seconds; null unless the code is FLOOD_WAIT. */
  readonly retryAfter: number | null;
  constructor(code: RefusalCode, retryAfter: number | null = null) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export interface NewMessage extends Content {
  readonly chat: number;
  readonly replyTo: number | null;
  /** The platform makes one message of all calls with the same id, and answers with that one. */
  readonly randomId: string;
  /** The update that the message answers. */
  readonly answers: number | null;
}

export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a bot may call. Every call rejects with an `ApiError`, or with another error if the connection broke. */
export interface BotApi {
  getMe(): Promise<WireUser>;
  getChat(chat: number): Promise<WireChat>;
  sendMessage(message: NewMessage): Promise<{ readonly id: number }>;
  editMessage(chat: number, id: number, content: Content): Promise<void>;
  sendDocument(chat: number, name: string, text: string): Promise<void>;
  /** Sends a picture with a caption of at most 1,024 characters. */
  sendPhoto(
    chat: number,
    photo: { readonly name: string; readonly caption: string; readonly bytes: Uint8Array },
  ): Promise<void>;
  sendFile(message: NewMessage, file: SentFile): Promise<{ readonly id: number }>;
  getFile(id: number): Promise<Uint8Array<ArrayBuffer>>;
  setReaction(chat: number, id: number, emoji: string): Promise<void>;
  /** Takes updates from now on; the result ends that. A taker that rejects gets the update again. */
  takeUpdates(take: (update: Update) => Promise<UpdateAnswer>): () => void;
}
