import { ChannelType, Routes } from "discord.js";
import { z } from "zod";
import type { Api } from "../api.ts";
import { setNewest } from "../../../src/chat/bounded-map.ts";

/** The kind of a channel. */
export type ChannelInfo =
  | { readonly is: "direct" }
  | { readonly is: "channel"; readonly guild: string; readonly takesThreads: boolean }
  /** A forum or a media channel: it contains posts and no messages of its own. */
  | { readonly is: "forum"; readonly guild: string }
  | { readonly is: "thread"; readonly guild: string; readonly parent: string };

/** Returns what channels are: as the gateway reported them, or by asking Discord once. */
export interface ChannelDirectory {
  known(id: string): ChannelInfo | null;
  find(id: string): Promise<ChannelInfo>;
  learn(id: string, info: ChannelInfo): void;
}

const threadTypes: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);
const directTypes: ReadonlySet<number> = new Set([ChannelType.DM, ChannelType.GroupDM]);
export const forumTypes: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);
const parentTypes: ReadonlySet<number> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

export const channelSchema = z.object({
  id: z.string(),
  type: z.number(),
  guild_id: z.string().nullish(),
  parent_id: z.string().nullish(),
});

/** Reads a channel as Discord describes it. */
export const channelInfoOf = ({ type, guild_id, parent_id }: z.infer<typeof channelSchema>): ChannelInfo => {
  if (directTypes.has(type)) return { is: "direct" };
  const guild = guild_id ?? "";
  if (forumTypes.has(type)) return { is: "forum", guild };
  return threadTypes.has(type)
    ? { is: "thread", guild, parent: parent_id ?? "" }
    : { is: "channel", guild, takesThreads: parentTypes.has(type) };
};

const most = 10_000;

/** Creates an empty directory. */
export const createChannelDirectory = (api: Api): ChannelDirectory => {
  const channels = new Map<string, ChannelInfo>();
  const learn = (id: string, info: ChannelInfo): void => {
    // The oldest entry may be dropped, because Discord can be asked again.
    setNewest(channels, id, info, most);
  };
  return {
    known: (id) => channels.get(id) ?? null,
    learn,
    find: async (id) => {
      const known = channels.get(id);
      if (known !== undefined) return known;
      const channel = await api.call({ method: "get", route: Routes.channel(id), limit: `get ${id}` }, channelSchema);
      const info = channelInfoOf(channel);
      learn(id, info);
      return info;
    },
  };
};
