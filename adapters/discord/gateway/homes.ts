import { RESTJSONErrorCodes } from "discord.js";
import type { Core } from "../../../src/chat/port.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { discordErrorOf } from "../errors.ts";
import { promptly } from "../outbound/with-timeout.ts";
import type { Rooms } from "./channels.ts";

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
export const createIsHome = (core: Core, rooms: Rooms, now: () => number, refused: () => void = () => {}): IsHome => {
  const hiddenUntil = new Map<string, number>();

  /** Null where the channel is in no server, or none that we see; undefined where Discord does not say. */
  const guildOf = async (channel: string): Promise<string | null | undefined> => {
    if ((hiddenUntil.get(channel) ?? 0) > now()) return null;
    try {
      const room = await rooms.find(channel);
      return room.is === "direct" ? null : room.guild;
    } catch (error) {
      if (!hidden.includes(discordErrorOf(error))) return undefined;
      hiddenUntil.set(channel, now() + askAgainMs);
      return null;
    }
  };

  return async (guild) => {
    const channels = core.channels?.("discord").map(idOf);
    if (channels === undefined) return true;
    const isThere = channels.some((channel) => {
      const room = rooms.known(channel);
      return room !== null && room.is !== "direct" && room.guild === guild;
    });
    if (isThere) return true;
    const guilds = await promptly(Promise.all(channels.map(guildOf)), patienceMs);
    const isHome = guilds === null || guilds.some((each) => each === guild || each === undefined);
    if (!isHome) refused();
    return isHome;
  };
};
