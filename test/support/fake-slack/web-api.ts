import { isJson, listOf, textOf, type Json } from "./json.ts";
import { judgeMessage, judgeView, tooLongInAll } from "./judge-blocks.ts";
import { createLists } from "./lists.ts";
import { type MethodAnswer, fail } from "./method-answer.ts";
import { attachmentsOf } from "./payloads.ts";
import { readMessage } from "./readable.ts";
import { pushView, viewPayload } from "./show-view.ts";
import type { Triggers } from "./triggers.ts";
import { directWith, reactionsOn, type FakeConversation, type FakeMessage, type Workspace } from "./workspace.ts";

type Method = (args: Json) => MethodAnswer;

const json = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);

/** The Web API methods that the fake knows. */
export const createMethods = (
  workspace: Workspace,
  triggers: Triggers,
  teamUrl: () => string,
  /** The app also gets events of its own messages. */
  echo: (message: FakeMessage, edited: boolean) => void,
  /** And of its own emoji. */
  reacted: (message: FakeMessage, name: string) => void,
): Readonly<Record<string, Method>> => {
  const reachable = (id: unknown): FakeConversation | { readonly error: string } => {
    const found = workspace.conversations.get(textOf(id));
    if (found === undefined) return { error: "channel_not_found" };
    if (found.archived) return { error: "is_archived" };
    if (!found.members.has(workspace.botUser))
      return { error: found.kind === "channel" ? "not_in_channel" : "channel_not_found" };
    return found;
  };

  const content = (args: Json): { readonly text: string; readonly blocks: readonly Json[] } | MethodAnswer => {
    const text = textOf(args["text"]);
    let blocks: unknown = [];
    try {
      blocks = args["blocks"] === undefined ? [] : json(args["blocks"]);
    } catch {
      return fail("invalid_blocks_format");
    }
    if (text === "" && listOf(blocks).length === 0) return fail("no_text");
    if (text.length > 40_000) return fail("msg_too_long");
    if (!text.isWellFormed()) return fail("invalid_arguments");
    const faults = judgeMessage(blocks);
    if (faults.length > 0) return fail("invalid_blocks", faults);
    if (tooLongInAll(listOf(blocks))) return fail("msg_blocks_too_long");
    return { text, blocks: listOf(blocks) };
  };

  const ring = (message: FakeMessage, parseNames: boolean): void => {
    for (const user of readMessage(message.text, message.blocks, parseNames).pings)
      workspace.pings.push({ user, channel: message.channel, ts: message.ts });
  };

  /** What Slack lists of a message's emoji, edit and replies; nothing where there are none. */
  const additions = (message: FakeMessage): Json => {
    const reactions = [...reactionsOn(message)].map(([name, users]) => ({
      name,
      users: [...users],
      count: users.size,
    }));
    const { messages = [] } = workspace.conversations.get(message.channel) ?? {};
    const last = messages.findLast(({ thread }) => thread === message.ts);
    return {
      ...(reactions.length === 0 ? {} : { reactions }),
      ...(message.edited === undefined ? {} : { edited: message.edited }),
      ...(last === undefined ? {} : { thread_ts: message.ts, latest_reply: last.ts }),
    };
  };

  const wire = (message: FakeMessage, withMetadata: boolean): Json => ({
    type: "message",
    user: message.user,
    team: workspace.people.get(message.user)?.team ?? workspace.team,
    ts: message.ts,
    text: message.text,
    ...additions(message),
    blocks: message.blocks,
    ...(message.files === undefined || message.files.length === 0 ? {} : { files: message.files }),
    ...attachmentsOf(message),
    ...(message.bot ? { bot_id: workspace.botId, app_id: workspace.appId } : {}),
    ...(message.thread === null ? {} : { thread_ts: message.thread }),
    ...(withMetadata && message.metadata !== null ? { metadata: message.metadata } : {}),
  });

  const page = (messages: readonly FakeMessage[], args: Json): MethodAnswer => {
    const oldest = Number(args["oldest"] ?? 0);
    const wanted = messages.filter(({ ts }) => Number(ts) > oldest);
    const start = Number(textOf(args["cursor"]) || 0);
    const limit = Math.min(Number(args["limit"] ?? 100), 999);
    const more = start + limit < wanted.length;
    return {
      messages: wanted
        .slice(start, start + limit)
        .map((message) => wire(message, String(args["include_all_metadata"]) === "true")),
      has_more: more,
      response_metadata: { next_cursor: more ? String(start + limit) : "" },
    };
  };

  const post = (conversation: FakeConversation, args: Json): MethodAnswer => {
    const made = content(args);
    if ("error" in made) return made;
    const { text, blocks } = made as { text: string; blocks: readonly Json[] };
    const metadata = args["metadata"] === undefined ? null : (json(args["metadata"]) as Json);
    const thread = textOf(args["thread_ts"]) || null;
    workspace.shown.push({ to: conversation.id, what: args });
    // Slack splits a long text into several messages; blocks are never split.
    const pieces = blocks.length === 0 && text.length > 4040 ? (text.match(/[^]{1,4000}/g) ?? []) : [text];
    const messages = pieces.map((piece): FakeMessage => ({
      channel: conversation.id,
      ts: workspace.nextTs(),
      thread,
      user: workspace.botUser,
      bot: true,
      text: piece,
      blocks,
      metadata: isJson(metadata) ? metadata : null,
      edits: 0,
    }));
    for (const message of messages) {
      conversation.messages.push(message);
      ring(message, args["parse"] === "full" || String(args["link_names"]) === "true");
      workspace.log.push({
        kind: "post",
        channel: conversation.id,
        ts: message.ts,
        text: readMessage(message.text, message.blocks).text,
      });
      echo(message, false);
    }
    const [first] = messages;
    return first === undefined
      ? fail("no_text")
      : { channel: conversation.id, ts: first.ts, message: wire(first, false) };
  };

  const openView: Method = (args) => {
    const owner = triggers.exchange(textOf(args["trigger_id"]));
    if ("error" in owner) return fail(owner.error);
    const shown = pushView(workspace, owner.user, json(args["view"]) as Json);
    return "faults" in shown ? fail("invalid_arguments", shown.faults) : { view: viewPayload(workspace, shown.view) };
  };

  return {
    "auth.test": () => ({
      url: teamUrl(),
      team: "Fake",
      team_id: workspace.team,
      user: "plazo",
      user_id: workspace.botUser,
      bot_id: workspace.botId,
      app_id: workspace.appId,
    }),
    "chat.postMessage": (args) => {
      // Slack takes a user id for the direct conversation.
      const asked = textOf(args["channel"]);
      const conversation = reachable(workspace.people.has(asked) ? directWith(workspace, asked).id : asked);
      if ("error" in conversation) return fail(conversation.error);
      const refusing = [...conversation.members]
        .map((id) => workspace.people.get(id)?.refuses ?? null)
        .find((error) => error !== null);
      if (conversation.kind === "im" && refusing !== undefined && refusing !== null) return fail(refusing);
      return post(conversation, args);
    },
    "chat.update": (args) => {
      const conversation = reachable(args["channel"]);
      if ("error" in conversation) return fail(conversation.error);
      const message = conversation.messages.find(({ ts }) => ts === textOf(args["ts"]));
      if (message === undefined) return fail("message_not_found");
      if (!message.bot) return fail("cant_update_message");
      const made = content(args);
      if ("error" in made) return made;
      const { text, blocks } = made as { text: string; blocks: readonly Json[] };
      message.text = text;
      // Without new blocks, the old ones stay.
      if (args["blocks"] !== undefined) message.blocks = blocks;
      message.edits += 1;
      workspace.shown.push({ to: conversation.id, what: args });
      echo(message, true);
      workspace.log.push({
        kind: "edit",
        channel: conversation.id,
        ts: message.ts,
        text: readMessage(message.text, message.blocks).text,
      });
      return { channel: conversation.id, ts: message.ts, text, message: wire(message, false) };
    },
    "chat.postEphemeral": (args) => {
      const conversation = reachable(args["channel"]);
      if ("error" in conversation) return fail(conversation.error);
      const person = workspace.people.get(textOf(args["user"]));
      if (person === undefined) return fail("user_not_found");
      if (!conversation.members.has(person.id)) return fail("user_not_in_channel");
      const made = content(args);
      if ("error" in made) return made;
      const { text, blocks } = made as { text: string; blocks: readonly Json[] };
      person.privates.push({ channel: conversation.id, text, blocks });
      workspace.shown.push({ to: person.id, what: args });
      workspace.log.push({
        kind: "ephemeral",
        channel: conversation.id,
        user: person.id,
        text: readMessage(text, blocks).text,
      });
      return { message_ts: workspace.nextTs() };
    },
    "conversations.open": (args) => {
      const user = workspace.people.get(textOf(args["users"]));
      if (user === undefined) return fail("user_not_found");
      if (user.bot) return fail("cannot_dm_bot");
      if (user.refuses === "user_disabled") return fail("user_disabled");
      return { channel: { id: directWith(workspace, user.id).id } };
    },
    "conversations.history": (args) => {
      const conversation = reachable(args["channel"]);
      return "error" in conversation
        ? fail(conversation.error)
        : page(
            conversation.messages.toReversed().filter(({ thread }) => thread === null),
            args,
          );
    },
    "conversations.replies": (args) => {
      const conversation = reachable(args["channel"]);
      if ("error" in conversation) return fail(conversation.error);
      const root = textOf(args["ts"]);
      const found = conversation.messages.filter(({ ts, thread }) => ts === root || thread === root);
      return found.length === 0 ? fail("thread_not_found") : page(found, args);
    },
    "reactions.add": (args) => {
      const conversation = reachable(args["channel"]);
      if ("error" in conversation) return fail(conversation.error);
      const message = conversation.messages.find(({ ts }) => ts === textOf(args["timestamp"]));
      if (message === undefined) return fail("message_not_found");
      const name = textOf(args["name"]);
      if (!/^[a-z0-9_+-]+$/.test(name)) return fail("invalid_name");
      const on = reactionsOn(message);
      const by = on.get(name) ?? new Set<string>();
      if (by.has(workspace.botUser)) return fail("already_reacted");
      on.set(name, by.add(workspace.botUser));
      reacted(message, name);
      return {};
    },
    "conversations.info": (args) => {
      const found = workspace.conversations.get(textOf(args["channel"]));
      // A private channel is shown to its members only.
      return found === undefined || (found.kind !== "channel" && !found.members.has(workspace.botUser))
        ? fail("channel_not_found")
        : {
            channel: {
              id: found.id,
              name: found.name,
              is_private: found.kind !== "channel",
              is_im: found.kind === "im",
              is_archived: found.archived,
              is_member: found.members.has(workspace.botUser),
            },
          };
    },
    ...createLists(workspace),
    "users.info": (args) => {
      const person = workspace.people.get(textOf(args["user"]));
      return person === undefined
        ? fail("user_not_found")
        : {
            user: {
              id: person.id,
              team_id: person.team ?? workspace.team,
              name: person.name,
              real_name: person.name,
              is_bot: person.bot,
              is_restricted: person.member !== true,
              is_ultra_restricted: false,
            },
          };
    },
    "bots.info": (args) =>
      args["bot"] === workspace.botId
        ? { bot: { id: workspace.botId, app_id: workspace.appId, user_id: workspace.botUser, deleted: false } }
        : fail("bot_not_found"),
    "views.open": openView,
    "views.push": openView,
    "views.update": (args) => {
      const found = [...workspace.people.values()]
        .flatMap(({ id, views }) => views.map((view) => ({ owner: id, view })))
        .find(({ view }) => view.id === textOf(args["view_id"]));
      if (found === undefined) return fail("not_found");
      const { owner, view } = found;
      const wanted = json(args["view"]) as Json;
      workspace.shown.push({ to: owner, what: wanted });
      const faults = judgeView(wanted);
      if (faults.length > 0) return fail("invalid_arguments", faults);
      if (args["hash"] !== undefined && args["hash"] !== view.hash) return fail("hash_conflict");
      Object.assign(view, { view: wanted, hash: workspace.nextId("h"), errors: {} });
      return { view: viewPayload(workspace, view) };
    },
  };
};
