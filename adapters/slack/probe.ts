import type { WebClient } from "@slack/web-api";
import { idOf, type ChannelRef, type Instant } from "../../src/domain/refs.ts";
import { failureOf, slackErrorOf } from "./errors.ts";
import { scopes } from "./manifest.ts";

const outside: ReadonlySet<string> = new Set(["not_in_channel", "channel_not_found"]);

/** Only an answer of Slack's says something of a token; without one it is the network. */
const whyNot = (variable: string, error: unknown, why: string): string =>
  slackErrorOf(error) === null
    ? `Slack cannot be reached (${why}): look at the network, a proxy, and SLACK_API_URL`
    : `Slack does not take ${variable}: ${why}`;

/** Asks Slack what is wrong with the app, and with each channel of the desk, a sentence each. Never throws. */
export const createProbe = (client: WebClient, appToken: string | null, now: () => Instant) => {
  const refusals = async (call: () => Promise<unknown>, say: (why: string, error: string) => string) => {
    try {
      await call();
      return [];
    } catch (error) {
      return [say(failureOf(error, now()).why, slackErrorOf(error) ?? "")];
    }
  };

  /** Reading is what the app may do already; asking who is in a channel would take another scope. */
  const lookAt = (channel: ChannelRef): Promise<readonly string[]> =>
    refusals(
      () => client.conversations.history({ channel: idOf(channel), limit: 1 }),
      (why, error) =>
        outside.has(error)
          ? `${channel}: the bot is not in it; type /invite @Plazo there (${error})`
          : `${channel} cannot be looked at: ${why}`,
    );

  const missingScopes = async (): Promise<readonly string[]> => {
    const { response_metadata } = await client.auth.test();
    const granted = response_metadata?.scopes;
    const missing = granted === undefined ? [] : scopes.filter((scope) => !granted.includes(scope));
    return missing.length === 0
      ? []
      : [`the app misses the scopes ${missing.join(", ")}: give it the manifest of today, and install it again`];
  };

  return async (channels: readonly ChannelRef[]): Promise<readonly string[]> => {
    try {
      const found = [...(await missingScopes())];
      if (appToken !== null)
        found.push(
          ...(await refusals(
            () => client.apps.connections.open({ token: appToken }),
            (why, error) =>
              error === "" ? `Slack cannot be reached (${why})` : `Slack does not take SLACK_APP_TOKEN: ${why}`,
          )),
        );
      for (const channel of channels) found.push(...(await lookAt(channel)));
      return found;
    } catch (error) {
      return [whyNot("SLACK_BOT_TOKEN", error, failureOf(error, now()).why)];
    }
  };
};
