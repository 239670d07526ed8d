import type { Instant } from "../../src/sla/instant.ts";
import type { WebClient } from "@slack/web-api";
import { idOf, type ChannelRef } from "../../src/tickets/refs.ts";
import { failureOf, slackErrorOf } from "./errors.ts";
import { scopes } from "./app-manifest.ts";

const outside: ReadonlySet<string> = new Set(["not_in_channel", "channel_not_found"]);

/** The most channels that are checked one by one. */
const mostAsked = 21;

const isOutside = (channel: ChannelRef, error: string): string =>
  `${channel}: the bot is not in it; type /invite @Plazo there (${error})`;

/** Only an answer of Slack says something about a token; otherwise the network failed. */
const whyNot = (variable: string, error: unknown, why: string): string =>
  slackErrorOf(error) === null
    ? `Slack cannot be reached (${why}): look at the network, a proxy, and SLACK_API_URL`
    : `Slack does not take ${variable}: ${why}`;

/** Asks Slack what is wrong with the app and with each channel of the desk. Returns a sentence each. Never throws. */
export const createProbe = (client: WebClient, appToken: string | null, now: () => Instant) => {
  const refusals = async (call: () => Promise<unknown>, say: (why: string, error: string) => string) => {
    try {
      await call();
      return [];
    } catch (error) {
      return [say(failureOf(error, now()).why, slackErrorOf(error) ?? "")];
    }
  };

  /** Reads from one channel. This works without a scope for listing channels. */
  const lookAt = (channel: ChannelRef): Promise<readonly string[]> =>
    refusals(
      () => client.conversations.history({ channel: idOf(channel), limit: 1 }),
      (why, error) => (outside.has(error) ? isOutside(channel, error) : `${channel} cannot be looked at: ${why}`),
    );

  /** The channels of the bot without archived ones, with one call for each 999. */
  const ownChannels = async (): Promise<ReadonlySet<string>> => {
    const found = new Set<string>();
    let cursor = "";
    do {
      const { channels, response_metadata } = await client.users.conversations({
        types: "public_channel,private_channel",
        exclude_archived: true,
        limit: 999,
        ...(cursor === "" ? {} : { cursor }),
      });
      for (const { id } of channels ?? []) if (id !== undefined) found.add(id);
      cursor = response_metadata?.next_cursor ?? "";
    } while (cursor !== "");
    return found;
  };

  /** Returns why the bot is not a member of a channel, or that the channel is archived. */
  const whyOutside = async (channel: ChannelRef): Promise<readonly string[]> => {
    let isArchived = false;
    const refused = await refusals(
      async () =>
        (isArchived = (await client.conversations.info({ channel: idOf(channel) })).channel?.is_archived === true),
      (_why, error) => isOutside(channel, outside.has(error) ? error : "not_in_channel"),
    );
    if (refused.length > 0) return refused;
    return [
      isArchived
        ? `${channel} is archived: name another channel in the desk file`
        : isOutside(channel, "not_in_channel"),
    ];
  };

  /** Without a list of the bot's channels, checks the first ones and says how many are left. */
  const lookAtFirst = async (channels: readonly ChannelRef[], why: string): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const channel of channels.slice(0, mostAsked)) found.push(...(await lookAt(channel)));
    const left = channels.length - mostAsked;
    if (left > 0)
      found.push(`${left} more channels were not looked at, for Slack does not list the channels of the bot: ${why}`);
    return found;
  };

  const lookAtAll = async (channels: readonly ChannelRef[]): Promise<readonly string[]> => {
    if (channels.length === 0) return [];
    let own: ReadonlySet<string>;
    try {
      own = await ownChannels();
    } catch (error) {
      return lookAtFirst(channels, failureOf(error, now()).why);
    }
    const missing = channels.filter((channel) => !own.has(idOf(channel)));
    const found: string[] = [];
    for (const channel of missing.slice(0, mostAsked)) found.push(...(await whyOutside(channel)));
    return [...found, ...missing.slice(mostAsked).map((channel) => isOutside(channel, "not_in_channel"))];
  };

  const missingScopes = (granted: readonly string[] | undefined): readonly string[] => {
    const missing = granted === undefined ? [] : scopes.filter((scope) => !granted.includes(scope));
    return missing.length === 0
      ? []
      : [`the app misses the scopes ${missing.join(", ")}: give it the manifest of today, and install it again`];
  };

  /** Slack tells whether the app has a Home tab only when one is published. No person sees the bot's own. */
  const missingHome = async (botUser: string): Promise<readonly string[]> => {
    try {
      await client.views.publish({ user_id: botUser, view: { type: "home", blocks: [{ type: "divider" }] } });
    } catch (error) {
      if (slackErrorOf(error) === "not_enabled") return ["the app has no Home tab: give it the manifest of today"];
    }
    return [];
  };

  return async (channels: readonly ChannelRef[]): Promise<readonly string[]> => {
    try {
      const { response_metadata, user_id = "" } = await client.auth.test();
      const found = [...missingScopes(response_metadata?.scopes), ...(await missingHome(user_id))];
      if (appToken !== null)
        found.push(
          ...(await refusals(
            () => client.apps.connections.open({ token: appToken }),
            (why, error) =>
              error === "" ? `Slack cannot be reached (${why})` : `Slack does not take SLACK_APP_TOKEN: ${why}`,
          )),
        );
      found.push(...(await lookAtAll(channels)));
      return found;
    } catch (error) {
      return [whyNot("SLACK_BOT_TOKEN", error, failureOf(error, now()).why)];
    }
  };
};
