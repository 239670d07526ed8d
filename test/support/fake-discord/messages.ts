import {
  conversation,
  directWith,
  type Community,
  type FakeFile,
  type FakeConversation,
  type FakeMessage,
} from "./community.ts";
import { createForumPost } from "./forum-posts.ts";
import { inside, listOf, numberOf, textOf, type Json } from "./json.ts";
import { judgeByDocument } from "./judge-openapi.ts";
import { isEmpty, judgeFiles, judgeMessage } from "./judge-message.ts";
import { channelPayload, messagePayload, numbered, userPayload } from "./payloads.ts";
import { botMay, forbidden } from "./permissions.ts";
import { pingsOf } from "./readable.ts";
import { refuse, type Answer } from "./refusal.ts";

/** Discord remembers an enforced nonce for "a few minutes". */
const nonceLife = 120_000;
const v2 = 1 << 15;

/** The gateway's event about it. */
export type Tell = (event: string, message: FakeMessage) => void;
export type TellReaction = (user: string, message: FakeMessage, emoji: string) => void;
export type TellChannel = (event: string, place: FakeConversation) => void;

/** All that the bot may do with messages and channels. */
export const createMessages = (
  community: Community,
  refusals: string[],
  tell: Tell,
  tellChannel: TellChannel,
  tellReaction: TellReaction,
) => {
  const nonces = new Map<string, { readonly message: FakeMessage; readonly at: number }>();

  const refuseBody = (faults: readonly string[]): Answer => {
    refusals.push(...faults);
    return refuse(50035, faults.slice(0, 3).join("\n"));
  };

  const placeOf = (id: string): FakeConversation | Answer => {
    const place = community.conversations.get(id);
    if (place === undefined) return refuse(10003);
    return forbidden(community, place, "view") ?? place;
  };

  /** A person who can read a channel can read its threads. */
  const show = (place: FakeConversation, what: unknown): void =>
    void community.shown.push({ to: place.parent ?? place.id, what });

  const messageIn = (place: FakeConversation, id: string): FakeMessage | undefined =>
    place.messages.find((each) => each.id === id);

  const mayWrite = (place: FakeConversation): Answer | null => {
    if (place.kind === "forum") return refuse(50008);
    if (place.kind === "dm") {
      const refuses = community.people.get(place.recipient ?? "")?.refuses ?? null;
      return refuses === null ? null : refuse(refuses);
    }
    const no = forbidden(community, place, place.kind === "thread" ? "sendInThreads" : "send");
    if (no !== null) return no;
    return place.locked ? refuse(160005) : null;
  };

  const create = (channel: string, body: Json, files: readonly FakeFile[]): Answer => {
    const place = placeOf(channel);
    if (!("messages" in place)) return place;
    const flags = numberOf(body["flags"]);
    const faults = [
      ...judgeMessage(body, flags),
      ...judgeByDocument("create_message", body),
      ...judgeFiles(body, files),
    ];
    if (faults.length > 0) return refuseBody(faults);
    if (isEmpty(body)) return refuse(50006);
    const no = mayWrite(place);
    if (no !== null) return no;
    const nonce = textOf(body["nonce"]) || null;
    const known = nonces.get(`${channel} ${nonce}`);
    if (body["enforce_nonce"] === true && known !== undefined && community.now() - known.at <= nonceLife)
      return place.messages.includes(known.message)
        ? { body: messagePayload(community, known.message) }
        : refuse(10008);
    const reference = inside(body, "message_reference");
    const answers = textOf(reference["message_id"]) || null;
    if (answers !== null && forbidden(community, place, "history") !== null) return refuse(160002);
    const exists = answers !== null && messageIn(place, answers) !== undefined;
    if (answers !== null && !exists && reference["fail_if_not_exists"] !== false)
      return refuseBody(["message_reference: Unknown message"]);
    const message: FakeMessage = {
      id: community.nextId(),
      channel,
      author: community.botUser,
      type: exists ? 19 : 0,
      flags,
      content: textOf(body["content"]),
      components: numbered(listOf(body["components"])),
      embeds: listOf(body["embeds"]),
      files,
      nonce,
      answers: exists ? answers : null,
      edits: 0,
      thread: false,
    };
    place.messages.push(message);
    show(place, { body, files });
    // Writing reopens an archived thread.
    place.archived = false;
    if (nonce !== null) nonces.set(`${channel} ${nonce}`, { message, at: community.now() });
    for (const user of pingsOf(message.content, message.components, body["allowed_mentions"])) {
      community.pings.push({ channel, user, message: message.id });
      // A mention inside a thread adds the person to it.
      if (place.kind === "thread") place.members.add(user);
    }
    tell("MESSAGE_CREATE", message);
    return { body: messagePayload(community, message) };
  };

  const edit = (channel: string, id: string, body: Json): Answer => {
    const place = placeOf(channel);
    if (!("messages" in place)) return place;
    const message = messageIn(place, id);
    if (message === undefined) return refuse(10008);
    if (message.author !== community.botUser) return refuse(50005);
    if (place.archived) return refuse(50083);
    const flags = message.flags | numberOf(body["flags"]);
    const faults = [...judgeMessage(body, flags), ...judgeByDocument("update_message", body)];
    if (faults.length > 0) return refuseBody(faults);
    message.flags = flags;
    message.content = (flags & v2) === 0 ? textOf(body["content"]) : "";
    message.components = numbered(listOf(body["components"]));
    message.edits += 1;
    show(place, body);
    tell("MESSAGE_UPDATE", message);
    return { body: messagePayload(community, message) };
  };

  const list = (channel: string, query: URLSearchParams): Answer => {
    const place = placeOf(channel);
    if (!("messages" in place)) return place;
    const after = BigInt(query.get("after") ?? "0");
    const limit = Number(query.get("limit") ?? "50");
    if (limit < 1 || limit > 100) return refuseBody(["limit: 1 to 100"]);
    // Discord reports no error and shows nothing.
    if (forbidden(community, place, "history") !== null) return { body: [] };
    const before = query.has("before") ? BigInt(query.get("before") ?? "0") : null;
    const newer = place.messages.filter(({ id }) => BigInt(id) > after && (before === null || BigInt(id) < before));
    const page = query.has("after") ? newer.slice(0, limit) : newer.slice(-limit);
    return { body: page.toReversed().map((message) => messagePayload(community, message)) };
  };

  const beginThread = (channel: string, root: string, body: Json): Answer => {
    const place = placeOf(channel);
    if (!("messages" in place)) return place;
    if (place.kind !== "text") return refuse(50024);
    const no = forbidden(community, place, "thread");
    if (no !== null) return no;
    const message = messageIn(place, root);
    if (message === undefined) return refuse(10008);
    if (message.thread && community.conversations.has(root)) return refuse(160004);
    const name = textOf(body["name"]);
    const faults = [
      ...(name.length >= 1 && name.length <= 100 ? [] : ["name: 1 to 100 characters"]),
      ...judgeByDocument("create_thread_from_message", body),
    ];
    if (faults.length > 0) return refuseBody(faults);
    const thread = conversation(root, name, "thread", { parent: channel, owner: community.botUser });
    community.conversations.set(root, thread);
    message.thread = true;
    show(place, body);
    tellChannel("THREAD_CREATE", thread);
    return { body: channelPayload(community, thread) };
  };

  const addMember = (thread: string, user: string): Answer => {
    const place = placeOf(thread);
    if (!("messages" in place)) return place;
    if (place.kind !== "thread") return refuse(50024);
    const no = forbidden(community, place, "sendInThreads");
    if (no !== null) return no;
    if (place.archived) return refuse(50083);
    if (!community.people.has(user)) return refuse(10013);
    place.members.add(user);
    return { nothing: true };
  };

  return {
    create,
    edit,
    list,
    beginThread,
    createPost: (channel: string, body: Json): Answer => {
      const place = placeOf(channel);
      return "messages" in place ? createForumPost({ community, refuseBody, tell, tellChannel }, place, body) : place;
    },
    addMember,
    get: (channel: string, id: string): Answer => {
      const place = placeOf(channel);
      if (!("messages" in place)) return place;
      const no = forbidden(community, place, "history");
      if (no !== null) return no;
      const message = messageIn(place, id);
      return message === undefined ? refuse(10008) : { body: messagePayload(community, message) };
    },
    react: (channel: string, id: string, emoji: string): Answer => {
      const place = placeOf(channel);
      if (!("messages" in place)) return place;
      const message = messageIn(place, id);
      if (message === undefined) return refuse(10008);
      // A reaction also needs the permission to read the message's history.
      const no = forbidden(community, place, "react") ?? forbidden(community, place, "history");
      if (no !== null) return no;
      if (!/^\p{Extended_Pictographic}/u.test(emoji)) return refuse(10014);
      message.reactions ??= new Map();
      message.reactions.set(emoji, (message.reactions.get(emoji) ?? new Set()).add(community.botUser));
      tellReaction(community.botUser, message, emoji);
      return { nothing: true };
    },
    reactions: (channel: string, id: string, emoji: string, limit: number): Answer => {
      const place = placeOf(channel);
      if (!("messages" in place)) return place;
      const no = forbidden(community, place, "history");
      if (no !== null) return no;
      if (!(limit >= 1 && limit <= 100)) return refuseBody(["limit: 1 to 100"]);
      const message = messageIn(place, id);
      if (message === undefined) return refuse(10008);
      const people = [...(message.reactions?.get(emoji) ?? [])].slice(0, limit);
      return { body: people.map((user) => userPayload(community, user)) };
    },
    channel: (id: string): Answer => {
      const place = placeOf(id);
      return "messages" in place ? { body: channelPayload(community, place) } : place;
    },
    /** Discord also lists channels that the bot may not view, and no threads. */
    channels: (): Answer => ({
      body: [...community.conversations.values()]
        .filter(({ kind }) => kind !== "dm" && kind !== "thread")
        .map((place) => channelPayload(community, place)),
    }),
    changeChannel: (id: string, body: Json): Answer => {
      const place = placeOf(id);
      if (!("messages" in place)) return place;
      if (place.kind !== "thread") return refuse(50024);
      const no = forbidden(community, place, "sendInThreads");
      if (no !== null) return no;
      if (place.locked) return refuse(160005);
      if (typeof body["archived"] === "boolean") place.archived = body["archived"];
      return { body: channelPayload(community, place) };
    },
    openDirect: (body: Json): Answer => {
      const user = textOf(body["recipient_id"]);
      const faults = judgeByDocument("create_dm", body);
      if (faults.length > 0) return refuseBody(faults);
      if (!community.people.has(user)) return refuse(10013);
      return { body: channelPayload(community, directWith(community, user)) };
    },
    activeThreads: (guild: string): Answer => {
      if (guild !== community.guild) return refuse(10004);
      const threads = [...community.conversations.values()].filter(
        (each) => each.kind === "thread" && !each.archived && botMay(community, each) !== 0n,
      );
      return { body: { threads: threads.map((each) => channelPayload(community, each)), members: [] } };
    },
    self: (): Answer => ({ body: userPayload(community, community.botUser) }),
  };
};

export type Messages = ReturnType<typeof createMessages>;
