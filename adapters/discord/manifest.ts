import { z } from "zod";
import { isApiUrl, definePlatform } from "../../src/chat/platform-manifest.ts";

/** The bot's token switches Discord on. */
export const manifest = definePlatform({
  name: "discord",
  kind: "chat",
  variables: {
    DISCORD_TOKEN: z
      .string()
      .regex(/^[\w-]{10,}\.[\w-]+\.[\w-]+$/)
      .optional()
      .describe("a bot token from the application's Bot page"),
    DISCORD_API_URL: z
      .string()
      .refine(isApiUrl)
      .default("https://discord.com/api")
      .describe("an https address (http only on this machine)"),
  },
  switchedOnBy: "DISCORD_TOKEN",
  secrets: { DISCORD_TOKEN: "value" },
  secretShapes: [
    // A bot token: the id of its application, the time, the signature.
    /(?<![\w.-])()[MNO][\w-]{22,31}\.[\w-]{6,7}\.[\w-]{27,110}(?![\w-])/g,
    // Webhooks and interactions: everyone who has the address may post.
    /\b((?:webhooks|interactions)\/\d{1,20}\/)[^\s"\\/?]+/g,
  ],
  ids: {
    person: "\\d{1,20}",
    expected: {
      en: "a Discord id of at most 20 digits, in quotation marks",
      es: "un id de Discord de 20 cifras como máximo, entre comillas",
      pt: "um id do Discord de no máximo 20 dígitos, entre aspas",
    },
    reference: "\\d{1,20}",
  },
  hasHome: false,
  failureMeanings: {
    locked: /\b(?:160005|50083)\b/,
    notIn: /\b(?:10003|10004|50001|50013)\b/,
    personGone: /\b(?:10007|10013|50033)\b/,
    noDirect: /\b(?:50007|50278)\b/,
    filtered: /\b(?:200000|20009)\b/,
  },
  settings: ({ DISCORD_TOKEN, DISCORD_API_URL }) =>
    DISCORD_TOKEN === undefined ? null : { token: DISCORD_TOKEN, apiUrl: DISCORD_API_URL.replace(/\/+$/, "") },
  load: async () => (await import("./index.ts")).createDiscord,
});
