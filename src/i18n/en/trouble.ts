/** In English: what went wrong on a platform, for the support team. */
export const trouble = {
  trouble: {
    archived: "the channel is archived: {{code}}",
    locked: "the thread is archived, locked or gone: {{code}}",
    notIn: "the bot is not in the channel any more, or may not write there: {{code}}",
    personGone: "the person has left or was switched off: {{code}}",
    noDirect: "they take no direct messages from the bot: {{code}}",
    restricted: "only some people may write there: {{code}}",
    filtered: "the platform’s filter refused the words: {{code}}",
    moved:
      "⚠ The customer of {{ticket}} cannot be told in their channel ({{why}}). The conversation goes on in their direct messages; nothing was lost.",
  },
} as const;
