import type { AppsManifestCreateArguments } from "@slack/web-api";
import type { MenuEntry, Menus } from "../../src/chat/answer.ts";

/**
 * The usage hint of a command. Slack shows one line, so optional arguments are left out unless the command has no
 * subcommand.
 */
const hint = (entries: readonly MenuEntry[]): string =>
  entries
    .flatMap(({ word, rest }) => (word === "" ? rest : `${word} ${rest.replace(/\[.*\]$/, "")}`).trim() || [])
    .join(" | ");

export type SlackManifest = AppsManifestCreateArguments["manifest"];

/** The slash commands that Slack must know. Plazo parses what follows them. */
const commandsOf = ({ ticket, desk }: Menus) => [
  { command: "/ticket", description: "Ask support for help, or see your tickets", usage_hint: hint(ticket) },
  { command: "/desk", description: "The support team's queue, next due first", usage_hint: hint(desk) },
];

/** The entry in the menu of a message, and the id with which Slack reports it. */
const shortcut = {
  name: "Open ticket from message",
  type: "message",
  callback_id: "open-ticket",
  description: "Make a support ticket of this message and its thread",
} as const;
export const openFromMessage = shortcut.callback_id;

/** The fewest scopes that the adapter needs. */
export const scopes = [
  "commands",
  // Posts, edits and private answers.
  "chat:write",
  // Direct messages to people who must be notified.
  "im:write",
  // The list of direct conversations, to read a person's first message back after an absence.
  "im:read",
  // Reading replies, also back after an absence, and looking for a message with a doubtful outcome.
  "channels:history",
  "groups:history",
  "im:history",
  // Names of people, and the list of them to choose from on the web desk.
  "users:read",
  // Names of mentioned channels, and the list of channels to choose from on the web desk.
  "channels:read",
  "groups:read",
  // Receiving and adding the 🎫 reaction.
  "reactions:read",
  "reactions:write",
  // Transcripts are sent as files, and customers' files are copied to the team and to transcripts.
  "files:write",
  "files:read",
] as const;

const events = ["app_home_opened", "message.channels", "message.groups", "message.im", "reaction_added"] as const;

/**
 * The manifest of the Slack app (https://docs.slack.dev/reference/app-manifest). `http` is Plazo's public address;
 * without it the app uses Socket Mode.
 */
export const slackManifest = (http: URL | null, menus: Menus): SlackManifest => {
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
      // People answer the bot's direct messages, so these must not be read-only.
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      shortcuts: [shortcut],
      // Escaped, Slack sends the id of a person whom a command mentions, and not only their name.
      slash_commands: commandsOf(menus).map((each) => ({ ...each, ...url, should_escape: true })),
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
