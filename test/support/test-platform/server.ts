import {
  ApiError,
  type BotApi,
  type Content,
  type NewMessage,
  type SentFile,
  type Update,
  type UpdateAnswer,
  type WireMessage,
} from "./api.ts";
import type {
  Backstage,
  BotFile,
  ServerOptions,
  StoredChat,
  StoredMessage,
  StoredUser,
  TestServer,
} from "./interface.ts";
import { actAs } from "./people.ts";
import { isForm, refusalOf } from "./judge.ts";

const servers = new Map<string, TestServer>();
export const botId = 1;
let opened = 0;

/** The server at an address, as the bot's settings name it. */
export const serverAt = (url: string): TestServer => {
  const found = servers.get(url);
  if (found === undefined) throw new Error(`there is no server at ${url}`);
  return found;
};

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
    ].map((each) => [each.id, { ...each, messages: [], closed: null, floodUntil: 0, floodNext: 0, faults: [] }]),
  );
  const pings: { readonly chat: number; readonly user: number }[] = [];
  const violations: number[] = [];
  const kept = new Map<number, SentFile>();
  const sent: BotFile[] = [];
  let taker: ((update: Update) => Promise<UpdateAnswer>) | null = null;
  let last: Update | null = null;
  let ids = 0;

  const chatOf = (id: number): StoredChat => {
    const found = chats.get(id);
    if (found === undefined) throw new Error(`there is no chat ${id}`);
    return found;
  };
  const person = (id: number): StoredUser => {
    const found = people.get(id);
    if (found === undefined) throw new Error(`there is no person ${id}`);
    return found;
  };
  const wire = ({ id, chat, thread, text, entities, files }: StoredMessage): WireMessage => ({
    id,
    chat: { id: chat, kind: chatOf(chat).kind },
    thread,
    text,
    entities,
    files,
  });
  const keep: Backstage["keep"] = (file) => {
    kept.set(++ids, file);
    return { id: ids, name: file.name, type: file.type, size: file.bytes.length };
  };
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
      files: [],
      edits: 0,
      reactions: [],
    };
    chat.messages.push(stored);
    for (const entity of message.entities)
      if (entity.type === "mention" && people.has(entity.user)) pings.push({ chat: chat.id, user: entity.user });
    return stored;
  };

  const send = async (message: NewMessage): Promise<StoredMessage> => {
    const chat = writable(message.chat);
    judged(message);
    const fault = chat.faults.shift();
    if (fault === "breaks before") throw new Error("connection reset");
    if (fault !== undefined && fault !== "breaks after") throw new ApiError(fault);
    const stored = store(chat, message);
    if (fault === "breaks after") throw new Error("connection reset");
    return stored;
  };

  const api: BotApi = {
    getMe: async () => ({ id: botId, name: "Plazo" }),
    getChat: async (id) => {
      const { kind } = writable(id);
      return { id, kind };
    },
    sendMessage: send,
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
      sent.push({ name, content: text, chat: id, thread: null });
    },
    sendPhoto: async (id, { name, caption, bytes }) => {
      writable(id);
      if (caption.length > 1_024) throw new ApiError("MESSAGE_TOO_LONG");
      if (Buffer.from(bytes.subarray(1, 4)).toString("latin1") !== "PNG") throw new ApiError("FILE_ID_INVALID");
      sent.push({ name, content: caption, chat: id, thread: null });
    },
    sendFile: async (message, { name, bytes }) => {
      const { id, chat, thread } = await send(message);
      sent.push({ name, content: new TextDecoder().decode(bytes), chat, thread });
      return { id };
    },
    getFile: async (id) => {
      const file = kept.get(id);
      if (file === undefined) throw new ApiError("FILE_ID_INVALID");
      return new Uint8Array(file.bytes);
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
    sendPhoto: refused,
    sendFile: refused,
    getFile: refused,
    setReaction: refused,
    takeUpdates: () => () => {},
  };

  const server: TestServer = {
    url,
    token,
    botId,
    user: (id) => {
      return actAs({ botId, now, chat: chatOf, person, nextId: () => ++ids, wire, push, keep }, person(id), isForm);
    },
    messages: (id) => chatOf(id).messages,
    block: (user, how = "USER_IS_BLOCKED") => void (chatOf(user).closed = how),
    removeBot: (id) => void (chatOf(id).closed = "CHAT_WRITE_FORBIDDEN"),
    flood: (id, seconds) => void (chatOf(id).floodNext = seconds),
    remove: (id, message) => {
      const { messages } = chatOf(id);
      messages.splice(
        messages.findIndex((each) => each.id === message),
        1,
      );
    },
    fail: (id, fault, times = 1) => void chatOf(id).faults.push(...Array.from({ length: times }, () => fault)),
    files: sent,
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
