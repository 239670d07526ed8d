import type { WebClient } from "@slack/web-api";
import { errorKind } from "../../../src/chat/error-kind.ts";
import type { WarnOncePerMinute } from "../../../src/chat/refusals.ts";

/** Returns a channel's name; null if Slack does not answer in time. Never throws. */
export type ChannelNameOf = (channel: string) => Promise<string | null>;

const patienceMs = 800;
const rememberMs = 60 * 60_000;
const rememberedAtMost = 10_000;

/**
 * Asks Slack for each channel once an hour, and never twice at the same time. Private channels without the bot have no
 * name.
 */
export const createChannelNames = (client: WebClient, warn: WarnOncePerMinute): ChannelNameOf => {
  const known = new Map<string, { readonly name: Promise<string | null>; readonly until: number }>();

  const ask = async (channel: string): Promise<string | null> => {
    try {
      return (await client.conversations.info({ channel })).channel?.name || null;
    } catch (error) {
      known.delete(channel);
      const why = errorKind(error);
      warn(why, { channel, err: why }, "slack.channel-unread");
      return null;
    }
  };

  return async (channel) => {
    const now = performance.now();
    const remembered = known.get(channel);
    const name = remembered !== undefined && remembered.until > now ? remembered.name : ask(channel);
    if (known.size >= rememberedAtMost) known.clear();
    if (name !== remembered?.name) known.set(channel, { name, until: now + rememberMs });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patienceMs)));
    const first = await Promise.race([name, late]);
    clearTimeout(timer);
    return first;
  };
};
