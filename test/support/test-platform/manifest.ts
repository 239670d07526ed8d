import { z } from "zod";
import { definePlatform } from "../../../src/chat/platform-manifest.ts";

/**
 * A platform in the memory of the test, built like Telegram: numeric ids, a private chat with the id of its person, replies
 * instead of threads, buttons in rows. Plazo learns of it by this manifest alone, as it learns of Slack.
 */
export const manifest = definePlatform({
  name: "testchat",
  kind: "chat",
  variables: {
    TESTCHAT_TOKEN: z
      .string()
      .regex(/^\d{1,12}:[\w-]{8,}$/)
      .optional()
      .describe("a bot token, such as 4711:AbCdEfGh"),
    TESTCHAT_URL: z
      .string()
      .regex(/^testchat:\/\/\d{1,9}$/)
      .default("testchat://1")
      .describe("the address of a server, such as testchat://1"),
  },
  switchedOnBy: "TESTCHAT_TOKEN",
  secrets: { TESTCHAT_TOKEN: "value" },
  secretShapes: [/\b(bot)\d{1,12}:[\w-]{8,}/g],
  ids: {
    person: "\\d{1,15}",
    expected: {
      en: "a numeric id of at most 15 digits, in quotation marks",
      es: "un id numérico de 15 cifras como máximo, entre comillas",
      pt: "um id numérico de no máximo 15 dígitos, entre aspas",
    },
    // The ids of groups are negative.
    reference: "-?\\d{1,15}",
  },
  hasHome: false,
  failureMeanings: {
    notIn: /\b(?:CHAT_NOT_FOUND|CHAT_WRITE_FORBIDDEN)\b/,
    personGone: /\b(?:USER_DEACTIVATED|PEER_ID_INVALID)\b/,
    noDirect: /\bUSER_IS_BLOCKED\b/,
  },
  settings: ({ TESTCHAT_TOKEN, TESTCHAT_URL }) =>
    TESTCHAT_TOKEN === undefined ? null : { token: TESTCHAT_TOKEN, url: TESTCHAT_URL },
  load: async () => (await import("./adapter/adapter.ts")).createTestChat,
});
