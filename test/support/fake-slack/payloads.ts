import type { Json } from "./json.ts";
import type { FakeMessage, FakePerson, Workspace } from "./workspace.ts";

/** Text as Slack sends it: three characters escaped. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A command's text with the people of the workspace as Slack sends them: `@sam` becomes `<@U0SAM|sam>`. */
const withMentions = ({ people }: Workspace, text: string): string =>
  text.replaceAll(/(?<!\S)@([\w.-]+)/g, (typed, name: string) => {
    const person = [...people.values()].find((each) => each.name === name);
    return person === undefined ? typed : `<@${person.id}|${name}>`;
  });

export const personOf = (workspace: Workspace, { id, name, team: home }: FakePerson): Json => ({
  id,
  username: name,
  name,
  team_id: home ?? workspace.team,
});

/** The wrapper of every Events API payload. */
export const eventPayload = (workspace: Workspace, event: Json): Json => ({
  token: "legacy",
  team_id: workspace.team,
  context_team_id: workspace.team,
  context_enterprise_id: null,
  api_app_id: workspace.appId,
  event,
  type: "event_callback",
  event_id: workspace.nextId("Ev0"),
  event_time: Math.floor(workspace.now() / 1000),
  authorizations: [
    {
      enterprise_id: null,
      team_id: workspace.team,
      user_id: workspace.botUser,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
  event_context: "4-fake",
});

/** Slack leaves the field out if the message has no attachments. */
export const attachmentsOf = ({ attachments = [] }: FakeMessage): Json =>
  attachments.length === 0 ? {} : { attachments };

/** A message as the `message` event describes it. */
export const messageEvent = (
  workspace: Workspace,
  message: FakeMessage,
  kind: "channel" | "group" | "im",
  more: Json = {},
): Json => ({
  type: "message",
  user: message.user,
  ts: message.ts,
  text: message.text,
  team: workspace.people.get(message.user)?.team ?? workspace.team,
  channel: message.channel,
  event_ts: message.ts,
  channel_type: kind,
  ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
  ...attachmentsOf(message),
  ...(message.thread === null ? {} : { thread_ts: message.thread, parent_user_id: workspace.botUser }),
  ...(message.bot
    ? {
        bot_id: workspace.botId,
        app_id: workspace.appId,
        bot_profile: { id: workspace.botId, app_id: workspace.appId, name: "plazo" },
      }
    : { client_msg_id: crypto.randomUUID() }),
  ...more,
});

/** An edit as Slack describes it. */
export const changedEvent = (workspace: Workspace, message: FakeMessage, kind: "channel" | "group" | "im"): Json => {
  const now = messageEvent(workspace, message, kind);
  return {
    type: "message",
    subtype: "message_changed",
    message: { ...now, edited: { user: message.user, ts: message.ts } },
    previous_message: now,
    channel: message.channel,
    hidden: true,
    ts: workspace.nextTs(),
    event_ts: workspace.nextTs(),
    channel_type: kind,
  };
};

/** A person's edit as Slack describes it; `before` is the earlier message. */
export const editedEvent = (
  workspace: Workspace,
  message: FakeMessage,
  kind: "channel" | "group" | "im",
  before: Json,
): Json => {
  const edited = { user: message.user, ts: workspace.nextTs() };
  message.edited = edited;
  return {
    ...changedEvent(workspace, message, kind),
    message: { ...messageEvent(workspace, message, kind), edited },
    previous_message: before,
  };
};

/** A deletion as Slack describes it, without the person who did it. */
export const deletedEvent = (workspace: Workspace, message: FakeMessage, kind: "channel" | "group" | "im"): Json => {
  const now = workspace.nextTs();
  return {
    type: "message",
    subtype: "message_deleted",
    previous_message: messageEvent(workspace, message, kind),
    channel: message.channel,
    hidden: true,
    deleted_ts: message.ts,
    ts: now,
    event_ts: now,
    channel_type: kind,
  };
};

/** A slash command. */
export const commandPayload = (
  workspace: Workspace,
  by: FakePerson,
  channel: { id: string; name: string },
  line: string,
  triggerId: string,
  responseUrl: string,
): Json => {
  const [command = "", ...rest] = line.split(" ");
  return {
    token: "legacy",
    team_id: workspace.team,
    team_domain: "fake",
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: by.id,
    user_name: by.name,
    command,
    text: withMentions(workspace, escaped(rest.join(" ").trim())),
    api_app_id: workspace.appId,
    is_enterprise_install: false,
    response_url: responseUrl,
    trigger_id: triggerId,
  };
};

/** A pressed button or a chosen entry. */
export const pressPayload = (
  workspace: Workspace,
  by: FakePerson,
  channel: { id: string; name: string },
  message: { ts: string; thread: string | null; text: string; blocks: readonly Json[]; ephemeral: boolean },
  action: Json,
  triggerId: string,
  responseUrl: string,
): Json => ({
  type: "block_actions",
  user: personOf(workspace, by),
  api_app_id: workspace.appId,
  token: "legacy",
  container: {
    type: "message",
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral: message.ephemeral,
    ...(message.thread === null ? {} : { thread_ts: message.thread }),
  },
  trigger_id: triggerId,
  team: { id: by.team ?? workspace.team, domain: "fake" },
  enterprise: null,
  is_enterprise_install: false,
  channel: { id: channel.id, name: channel.name },
  ...(message.ephemeral
    ? {}
    : {
        message: {
          type: "message",
          user: workspace.botUser,
          bot_id: workspace.botId,
          ts: message.ts,
          text: message.text,
          blocks: message.blocks,
        },
      }),
  state: { values: {} },
  response_url: responseUrl,
  actions: [{ ...action, action_ts: message.ts }],
});

/** A submitted dialog. */
export const submissionPayload = (workspace: Workspace, by: FakePerson, view: Json, triggerId: string): Json => ({
  type: "view_submission",
  team: { id: by.team ?? workspace.team, domain: "fake" },
  user: personOf(workspace, by),
  api_app_id: workspace.appId,
  token: "legacy",
  trigger_id: triggerId,
  view,
  response_urls: [],
  is_enterprise_install: false,
  enterprise: null,
});

/** "Open ticket from message", chosen from a message's own menu. */
export const pickPayload = (
  workspace: Workspace,
  by: FakePerson,
  channel: { id: string; name: string },
  message: FakeMessage,
  callbackId: string,
  triggerId: string,
  responseUrl: string,
): Json => ({
  type: "message_action",
  callback_id: callbackId,
  trigger_id: triggerId,
  message_ts: message.ts,
  response_url: responseUrl,
  token: "legacy",
  action_ts: message.ts,
  team: { id: by.team ?? workspace.team, domain: "fake" },
  enterprise: null,
  is_enterprise_install: false,
  user: personOf(workspace, by),
  channel: { id: channel.id, name: channel.name },
  message: {
    type: "message",
    ts: message.ts,
    text: message.text,
    ...attachmentsOf(message),
    team: workspace.team,
    ...(message.bot ? { bot_id: workspace.botId } : {}),
    user: message.user,
    ...(message.thread === null ? {} : { thread_ts: message.thread, parent_user_id: message.user }),
  },
});

/** An emoji on a message. The event does not contain the message's thread. */
export const reactionEvent = (workspace: Workspace, user: string, message: FakeMessage, name: string): Json => ({
  type: "reaction_added",
  user,
  reaction: name,
  item: { type: "message", channel: message.channel, ts: message.ts },
  item_user: message.user,
  event_ts: workspace.nextTs(),
});
