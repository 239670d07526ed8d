import type { AppsManifestCreateArguments } from "@slack/web-api";
import { usage } from "../../src/chat/usage.ts";

/** Slack shows one line of it: what can be left out is, but for what needs no word before it. */
const hint = (command: keyof typeof usage): string =>
  usage[command]
    .flatMap(({ word, rest }) => (word === "" ? rest : `${word} ${rest.replace(/\[.*\]$/, "")}`).trim() || [])
    .join(" | ");

export type SlackManifest = AppsManifestCreateArguments["manifest"];

/** The slash commands that Slack must know; what follows them is ours. */
const commands = [
  {
    command: "/ticket",
    description: "Ask support for help, or see your tickets",
    usage_hint: hint("ticket"),
  },
  { command: "/desk", description: "The support team's queue, next due first", usage_hint: hint("desk") },
] as const;

/** What stands in the menu of a message, and the name under which Slack tells us that it was chosen. */
const shortcut = {
  name: "Open ticket from message",
  type: "message",
  callback_id: "open-ticket",
  description: "Make a support ticket of this message and its thread",
} as const;
export const openFromMessage = shortcut.callback_id;

/** The least that the adapter can do with, and what for. */
export const scopes = [
  "commands",
  // Posts, edits and private answers.
  "chat:write",
  // Direct messages to the people who must know.
  "im:write",
  // Hearing replies, and looking for a message whose fate is in doubt.
  "channels:history",
  "groups:history",
  "im:history",
  // What people are called.
  "users:read",
  // What the channels are called that people mention.
  "channels:read",
  "groups:read",
  // Hearing of a 🎫 on a message, and putting one there.
  "reactions:read",
  "reactions:write",
  // Transcripts, given as files, and files of customers, brought to the team and to transcripts.
  "files:write",
  "files:read",
] as const;

const events = ["message.channels", "message.groups", "message.im", "reaction_added"] as const;

/**
 * The app as Slack wants it described (https://docs.slack.dev/reference/app-manifest). `http` is the public address of
 * this Plazo; without one the app uses Socket Mode.
 */
export const slackManifest = (http: URL | null): SlackManifest => {
  const url = http === null ? {} : { url: new URL("/slack/events", http).href };
  const requestUrl = http === null ? {} : { request_url: new URL("/slack/events", http).href };
  return {
    display_information: {
      name: "Plazo",
      description: "Support tickets with deadlines that are kept",
      background_color: "#1f3a5f",
    },
    features: {
      bot_user: { display_name: "Plazo", always_online: true },
      // People answer the bot's direct messages, so these may not be read-only.
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      shortcuts: [shortcut],
      slash_commands: commands.map((each) => ({ ...each, ...url, should_escape: false })),
    },
    oauth_config: { scopes: { bot: [...scopes] } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: [...events] },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: http === null,
      token_rotation_enabled: false,
    },
  };
};
