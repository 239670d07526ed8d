import { RESTJSONErrorCodes } from "discord.js";
import type { Core } from "../../../src/chat/port.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { discordErrorOf } from "../errors.ts";
import { withTimeout } from "../../shared/waiting.ts";
import type { ChannelDirectory } from "./channels.ts";

/** Says whether a server holds a channel of the desk. Anybody may add a public application to a server of theirs. */
export type IsHome = (guild: string) => Promise<boolean>;

/** An interaction must be answered within three seconds. */
const patienceMs = 1_500;
/** A channel that Discord does not show us is asked for again after this. */
const askAgainMs = 5 * 60_000;

const hidden: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
];

/**
 * Compares servers with those of the desk's channels. A server is refused only where Discord has said where all of them are:
 * while it does not answer, nobody of the desk is turned away. `refused` is called for each interaction that is refused.
 */
export const createIsHome = (
  core: Core,
  channels: ChannelDirectory,
  now: () => number,
  refused: () => void = () => {},
): IsHome => {
  const hiddenUntil = new Map<string, number>();

  /** Null where the channel is in no server, or none that we see; undefined where Discord does not say. */
  const guildOf = async (channel: string): Promise<string | null | undefined> => {
    if ((hiddenUntil.get(channel) ?? 0) > now()) return null;
    try {
      const info = await channels.find(channel);
      return info.is === "direct" ? null : info.guild;
    } catch (error) {
      if (!hidden.includes(discordErrorOf(error))) return undefined;
      hiddenUntil.set(channel, now() + askAgainMs);
      return null;
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
    const isHome = guilds === null || guilds.some((each) => each === guild || each === undefined);
    if (!isHome) refused();
    return isHome;
  };
};
