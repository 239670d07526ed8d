/** The platforms there are: one line each. Nothing of a platform is loaded before it is wanted. */
export const platforms = {
  slack: async () => (await import("./slack/index.ts")).createSlack,
  discord: async () => (await import("./discord/index.ts")).createDiscord,
  email: async () => (await import("./email/index.ts")).createEmail,
  playground: async () => (await import("./playground/index.ts")).createPlayground,
};
