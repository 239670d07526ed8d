import { z } from "zod";
import { isApiUrl, definePlatform } from "../../src/chat/platform-manifest.ts";

/** The bot token switches Slack on. With an app token it uses Socket Mode; otherwise Slack posts to /slack/events. */
export const manifest = definePlatform({
  name: "slack",
  kind: "chat",
  variables: {
    SLACK_BOT_TOKEN: z
      .string()
      .regex(/^xoxb-[\w-]+$/)
      .optional()
      .describe("a bot token, which begins with xoxb-"),
    SLACK_APP_TOKEN: z
      .string()
      .regex(/^xapp-[\w-]+$/)
      .optional()
      .describe("an app-level token, which begins with xapp-"),
    SLACK_SIGNING_SECRET: z
      .string()
      .regex(/^\S{8,}$/)
      .optional()
      .describe("the signing secret from the app's Basic Information page"),
    SLACK_API_URL: z
      .string()
      .refine(isApiUrl)
      .default("https://slack.com/api/")
      .describe("an https address (http only on this machine)"),
  },
  switchedOnBy: "SLACK_BOT_TOKEN",
  secrets: { SLACK_BOT_TOKEN: "value", SLACK_APP_TOKEN: "value", SLACK_SIGNING_SECRET: "value" },
  secretShapes: [
    // Tokens of every kind, also the rotated ones (xoxe.xoxp-…).
    /\b()(?:xoxe\.)?xox[a-z]-[\w-]+/g,
    /\b()xapp-[\w-]+/g,
    // The signature of a request.
    /\b()v0=[0-9a-f]{64}\b/g,
    // Incoming webhooks and response URLs: everyone who has the address may post.
    /\b(hooks\.slack(?:-gov)?\.com\/)[^\s"\\]+/g,
  ],
  ids: {
    person: "[UW][A-Z0-9]{1,63}",
    expected: {
      en: "a Slack member ID (at most 64 characters) such as U0123ABCD, from the person's profile",
      es: "un ID de miembro de Slack (64 caracteres como máximo) como U0123ABCD, del perfil de la persona",
      pt: "um ID de membro do Slack (no máximo 64 caracteres) como U0123ABCD, do perfil da pessoa",
    },
    reference: "[A-Z][A-Z0-9]{1,63}",
  },
  hasHome: true,
  failureMeanings: {
    archived: /\b(?:channel_)?is_archived\b|\bis_inactive\b/,
    locked: /\b(?:restricted_action_thread_locked|thread_not_found)\b/,
    notIn: /\b(?:not_in_channel|channel_not_found|access_denied)\b/,
    personGone: /\b(?:user_disabled|users?_not_found|user_not_visible)\b/,
    noDirect: /\b(?:cannot_dm_bot|messages_tab_disabled)\b/,
    restricted: /\brestricted_action\w*|\bno_permission\b/,
  },
  conflicts: ({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing }) => {
    if (bot !== undefined && app === undefined && signing === undefined)
      return [
        {
          variable: "SLACK_APP_TOKEN",
          expected: "an app token (Socket Mode), or SLACK_SIGNING_SECRET (HTTP), since SLACK_BOT_TOKEN is set",
        },
      ];
    if (bot !== undefined || (app === undefined && signing === undefined)) return [];
    const given = app === undefined ? "SLACK_SIGNING_SECRET" : "SLACK_APP_TOKEN";
    return [{ variable: "SLACK_BOT_TOKEN", expected: `a bot token, since ${given} is set` }];
  },
  settings: ({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL }) =>
    SLACK_BOT_TOKEN === undefined
      ? null
      : {
          botToken: SLACK_BOT_TOKEN,
          appToken: SLACK_APP_TOKEN ?? null,
          signingSecret: SLACK_SIGNING_SECRET ?? null,
          apiUrl: SLACK_API_URL.endsWith("/") ? SLACK_API_URL : `${SLACK_API_URL}/`,
        },
  load: async () => (await import("./index.ts")).createSlack,
});
