import { RESTJSONErrorCodes } from "discord.js";
import type { Core } from "../../../src/chat/port.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { discordErrorOf } from "../errors.ts";
import { withTimeout } from "../../shared/waiting.ts";
import type { ChannelDirectory } from "./channels.ts";

/** Returns whether a server has a channel of the desk. Everyone may add a public application to their own server. */
export type IsHome = (guild: string) => Promise<boolean>;

/** An interaction must be answered within three seconds. */
const patienceMs = 1_500;
/** How long (ms) until a channel that Discord hides is asked for again. */
const askAgainMs = 5 * 60_000;

const hidden: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
];

/**
 * Compares servers with those of the desk's channels. A server is refused only if Discord has named the servers of all
 * channels, so that a Discord outage turns no customer away. `refused` is called for each refused interaction.
 */
export const createIsHome = (
  core: Core,
  channels: ChannelDirectory,
  now: () => number,
  refused: () => void = () => {},
): IsHome => {
  const hiddenUntil = new Map<string, number>();

  /** The server of the channel; null if it is in none or is hidden from the bot. Null as a whole if Discord does not answer. */
  const guildOf = async (channel: string): Promise<{ readonly guild: string | null } | null> => {
    if ((hiddenUntil.get(channel) ?? 0) > now()) return { guild: null };
    try {
      const info = await channels.find(channel);
      return { guild: info.is === "direct" ? null : info.guild };
    } catch (error) {
      if (!hidden.includes(discordErrorOf(error))) return null;
      hiddenUntil.set(channel, now() + askAgainMs);
      return { guild: null };
    }
  };

  return async (guild) => {
    const desks = core.channels?.("discord").map(idOf);
    if (desks === undefined) return true;
    const isThere = desks.some((channel) => {
      const info = channels.known(channel);
      return info !== null && info.is !== "direct" && info.guild === guild;
    });
    if (isThere) return true;
    const guilds = await withTimeout(Promise.all(desks.map(guildOf)), patienceMs);
    const isHome = guilds === null || guilds.some((each) => each === null || each.guild === guild);
    if (!isHome) refused();
    return isHome;
  };
};
