const names = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "DISCORD_TOKEN"] as const;

/** The variables in use that connect the desk to a platform of real people. */
export const realTokens = (given: Readonly<Record<string, string | undefined>>): readonly string[] =>
  names.filter((name) => given[name] !== undefined);
