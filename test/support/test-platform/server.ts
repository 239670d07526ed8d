import {
  ApiError,
  type BotApi,
  type Content,
  type NewMessage,
  type Update,
  type UpdateAnswer,
  type WireForm,
  type WireMessage,
} from "./api.ts";
import { actAs, type TestUser } from "./people.ts";
import { isForm, refusalOf } from "./judge.ts";

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
  /** The next message arrives, but the connection breaks before the bot reads so. */
  losesAnswer: boolean;
}

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
  loseNextAnswer(chat: number): void;
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

const servers = new Map<string, TestServer>();
const botId = 1;
let opened = 0;

/** The server at an address, as the bot's settings name it. */
export const serverAt = (url: string): TestServer => {
  const found = servers.get(url);
  if (found === undefined) throw new Error(`there is no server at ${url}`);
  return found;
};

/** What the server does with what people do. */
export interface Backstage {
  readonly botId: number;
  now(): number;
  chat(id: number): StoredChat;
  nextId(): number;
  wire(message: StoredMessage): WireMessage;
  /** Sends an update to the bot. Null if the bot did not take it. */
  push(update: Omittable<Update>): Promise<UpdateAnswer | null>;
}

type Omittable<T> = T extends unknown ? Omit<T, "id" | "at"> : never;

/** Opens a server with these people and groups. */
export const openServer = ({ now, users, groups }: ServerOptions): TestServer => {
  const url = `testchat://${++opened}`;
  const token = `${4_000 + opened}:test-token-${opened}`;
  const people = new Map<number, StoredUser>(
    users.map(({ id, name }) => [id, { id, name, form: null, documents: [] }]),
  );
  const chats = new Map<number, StoredChat>(
    [
      ...groups.map((id) => ({ id, kind: "group" as const })),
      ...users.map(({ id }) => ({ id, kind: "private" as const })),
    ].map((each) => [
      each.id,
      { ...each, messages: [], closed: null, floodUntil: 0, floodNext: 0, losesAnswer: false },
    ]),
  );
  const pings: { readonly chat: number; readonly user: number }[] = [];
  const violations: number[] = [];
  let taker: ((update: Update) => Promise<UpdateAnswer>) | null = null;
  let last: Update | null = null;
  let ids = 0;

  const chatOf = (id: number): StoredChat => {
    const found = chats.get(id);
    if (found === undefined) throw new Error(`there is no chat ${id}`);
    return found;
  };
  const wire = ({ id, chat, thread, text, entities }: StoredMessage): WireMessage => ({
    id,
    chat: { id: chat, kind: chatOf(chat).kind },
    thread,
    text,
    entities,
  });
  const push: Backstage["push"] = async (update) => {
    last = { ...update, id: ++ids, at: now() };
    try {
      return (await taker?.(last)) ?? null;
    } catch {
      return null;
    }
  };

  /** The chat, if the bot may write there now. */
  const writable = (id: number): StoredChat => {
    const chat = chats.get(id);
    if (chat === undefined) throw new ApiError(id > 0 ? "PEER_ID_INVALID" : "CHAT_NOT_FOUND");
    if (chat.closed !== null) throw new ApiError(chat.closed);
    if (chat.floodUntil > now()) {
      violations.push(id);
      throw new ApiError("FLOOD_WAIT", Math.ceil((chat.floodUntil - now()) / 1_000));
    }
    const { floodNext } = chat;
    chat.floodNext = 0;
    if (floodNext === 0) return chat;
    chat.floodUntil = now() + floodNext * 1_000;
    throw new ApiError("FLOOD_WAIT", floodNext);
  };
  const judged = (content: Content): void => {
    const refusal = refusalOf(content);
    if (refusal !== null) throw new ApiError(refusal);
  };
  const threadOf = ({ messages }: StoredChat, replyTo: number | null): number | null => {
    if (replyTo === null) return null;
    const found = messages.find(({ id }) => id === replyTo);
    if (found === undefined) throw new ApiError("REPLY_MESSAGE_ID_INVALID");
    return found.thread ?? found.id;
  };
  const store = (chat: StoredChat, message: NewMessage): StoredMessage => {
    const known = chat.messages.find(({ randomId }) => randomId === message.randomId);
    if (known !== undefined) return known;
    const { replyTo, ...content } = message;
    const stored: StoredMessage = {
      ...content,
      id: ++ids,
      thread: threadOf(chat, replyTo),
      from: botId,
      edits: 0,
      reactions: [],
    };
    chat.messages.push(stored);
    for (const entity of message.entities)
      if (entity.type === "mention" && people.has(entity.user)) pings.push({ chat: chat.id, user: entity.user });
    return stored;
  };

  const api: BotApi = {
    getMe: async () => ({ id: botId, name: "Plazo" }),
    getChat: async (id) => {
      const { kind } = writable(id);
      return { id, kind };
    },
    sendMessage: async (message) => {
      const chat = writable(message.chat);
      judged(message);
      const { id } = store(chat, message);
      const { losesAnswer } = chat;
      chat.losesAnswer = false;
      if (losesAnswer) throw new Error("connection reset");
      return { id };
    },
    editMessage: async (id, message, content) => {
      const { messages } = writable(id);
      judged(content);
      const index = messages.findIndex((each) => each.id === message && each.from === botId);
      const found = messages[index];
      if (found === undefined) throw new ApiError("MESSAGE_ID_INVALID");
      const shown = ({ text, entities, keyboard }: Content) => JSON.stringify([text, entities, keyboard]);
      if (shown(found) === shown(content)) throw new ApiError("MESSAGE_NOT_MODIFIED");
      messages[index] = { ...found, ...content, edits: found.edits + 1 };
    },
    sendDocument: async (id, name, text) => {
      writable(id);
      people.get(id)?.documents.push({ name, text });
    },
    setReaction: async (id, message, emoji) => {
      const found = writable(id).messages.find((each) => each.id === message);
      if (found === undefined) throw new ApiError("MESSAGE_ID_INVALID");
      found.reactions = [...found.reactions, emoji];
    },
    takeUpdates: (take) => {
      taker = take;
      return () => void (taker = null);
    },
  };
  const refused = async (): Promise<never> => {
    throw new ApiError("TOKEN_INVALID");
  };
  const stranger: BotApi = {
    ...api,
    getMe: refused,
    getChat: refused,
    sendMessage: refused,
    editMessage: refused,
    sendDocument: refused,
    setReaction: refused,
    takeUpdates: () => () => {},
  };

  const server: TestServer = {
    url,
    token,
    botId,
    user: (id) => {
      const person = people.get(id);
      if (person === undefined) throw new Error(`there is no person ${id}`);
      return actAs({ botId, now, chat: chatOf, nextId: () => ++ids, wire, push }, person, isForm);
    },
    messages: (id) => chatOf(id).messages,
    block: (user, how = "USER_IS_BLOCKED") => void (chatOf(user).closed = how),
    removeBot: (id) => void (chatOf(id).closed = "CHAT_WRITE_FORBIDDEN"),
    flood: (id, seconds) => void (chatOf(id).floodNext = seconds),
    loseNextAnswer: (id) => void (chatOf(id).losesAnswer = true),
    violations,
    pings,
    redeliver: async () => {
      if (last !== null) await taker?.(last);
    },
    connect: (given) => (given === token ? api : stranger),
    close: () => void servers.delete(url),
  };
  servers.set(url, server);
  return server;
};
