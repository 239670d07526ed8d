import { Routes } from "discord.js";
import { z } from "zod";
import type { Core, Log } from "../../../src/chat/port.ts";
import type { StoredIn } from "../../../src/chat/stored-messages.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import type { Api } from "../api.ts";
import type { Retry } from "../../shared/retry.ts";
import { channelInfoOf, channelSchema, type ChannelDirectory } from "./channels.ts";
import { storedIn } from "./find-gone.ts";

interface PlacesDeps {
  readonly core: Core;
  readonly api: Api;
  readonly channels: ChannelDirectory;
  readonly log: Log;
  readonly retry: Retry;
  readonly self: () => string | null;
}

/** The most active threads that are read, the ones with the newest messages first. */
const mostThreads = 200;
/** The most threads of tickets that are read although Discord does not list them as active. */
const mostInactive = 100;
/** The most direct conversations that are read, the ones with the newest messages first. */
const mostDirects = 200;

const threadsSchema = z.object({
  threads: z.array(channelSchema.extend({ owner_id: z.string().nullish(), last_message_id: z.string().nullish() })),
});
const listSchema = z.array(channelSchema);

/** Compares the ids of two messages. */
export const isNewer = (one: string, other: string): boolean => BigInt(one) > BigInt(other);

/** A channel, a thread or a direct conversation on Discord, and the messages of the desk there. */
export interface DiscordPlace {
  readonly id: string;
  readonly stored: StoredIn;
}

/**
 * Names what is read back: the desk's text channels, active threads in them, active threads that the bot began, other threads of
 * tickets, and known direct conversations.
 */
export const createPlacesToRead = ({ core, api, channels, log, retry, self }: PlacesDeps) => {
  const threadsIn = async (guild: string, ofDesk: ReadonlySet<string>, tries: number): Promise<readonly string[]> => {
    const call = { method: "get", route: Routes.guildActiveThreads(guild), limit: `threads ${guild}` } as const;
    const active = await retry(`the threads of ${guild}`, () => api.call(call, threadsSchema), tries);
    const own = (active?.threads ?? [])
      .filter(({ owner_id, parent_id }) => owner_id === self() || ofDesk.has(parent_id ?? ""))
      .toSorted((a, b) => (isNewer(a.last_message_id ?? "0", b.last_message_id ?? "0") ? -1 : 1));
    for (const thread of own) channels.learn(thread.id, channelInfoOf({ ...thread, guild_id: guild }));
    if (own.length > mostThreads) log.warn({ guild, unread: own.length - mostThreads }, "discord.catch-up-capped");
    return own.slice(0, mostThreads).map(({ id }) => id);
  };

  /** Null if Discord does not list them. */
  const channelsOf = async (guild: string, tries: number): Promise<readonly string[] | null> => {
    const call = { method: "get", route: Routes.guildChannels(guild), limit: `get channels ${guild}` } as const;
    const all = await retry(`the channels of ${guild}`, () => api.call(call, listSchema), tries);
    for (const channel of all ?? []) channels.learn(channel.id, channelInfoOf({ ...channel, guild_id: guild }));
    return all?.map(({ id }) => id) ?? null;
  };

  const parentOf = (thread: string): readonly string[] => {
    const info = channels.known(thread);
    return info?.is === "thread" ? [info.parent] : [];
  };

  const atMost = <T>(all: readonly T[], most: number, places: "threads" | "direct conversations"): readonly T[] => {
    if (all.length > most) log.info({ places, most }, "discord.catch-up-capped");
    return all.slice(0, most);
  };

  const directs = async (): Promise<readonly string[]> => {
    const known = await retry(
      "the direct conversations",
      async () => (await core.directs?.("discord", mostDirects + 1)) ?? [],
    );
    const ids = atMost(known ?? [], mostDirects, "direct conversations").map(idOf);
    for (const id of ids) channels.learn(id, { is: "direct" });
    return ids;
  };

  /** Threads of tickets that are archived, or were deleted. */
  const inactive = async (active: ReadonlySet<string>): Promise<readonly DiscordPlace[]> => {
    const most = mostThreads + mostInactive;
    const used = await retry("the threads of tickets", async () => (await core.threadsInUse?.("discord", most)) ?? []);
    const others = (used ?? []).filter(
      ({ channel, thread }) => !active.has(thread) && channels.known(idOf(channel))?.is !== "direct",
    );
    return atMost(others, mostInactive, "threads").map(({ channel, thread }) => ({
      id: thread,
      stored: { is: "thread", channel, thread },
    }));
  };

  const asPlace = (id: string): readonly DiscordPlace[] => {
    const stored = storedIn(id, channels.known(id));
    return stored === null ? [] : [{ id, stored }];
  };

  return {
    /** The channels and threads of a server. Throws `TriedEnough` if Discord fails so often in a row. */
    inServer: async (guild: string, tries: number): Promise<readonly DiscordPlace[]> => {
      const ofDesk = new Set((core.channels?.("discord") ?? []).map(idOf));
      const all = await channelsOf(guild, tries);
      const threads = await threadsIn(guild, ofDesk, tries);
      const parents = new Set([...(all ?? []).filter((id) => ofDesk.has(id)), ...threads.flatMap(parentOf)]);
      const texts = [...parents].filter((id) => channels.known(id)?.is === "channel");
      return [...texts, ...threads].flatMap(asPlace);
    },
    /** Direct conversations, and threads of tickets that are none of these places. */
    elsewhere: async (places: readonly DiscordPlace[]): Promise<readonly DiscordPlace[]> => {
      const people = await directs();
      const others = await inactive(new Set(places.map(({ id }) => id)));
      return [...people.flatMap(asPlace), ...others];
    },
  };
};
