import { ChannelType, Routes } from "discord.js";
import { z } from "zod";
import type { Api } from "../api.ts";

/** What kind of channel an id stands for. */
export type Room =
  | { readonly is: "direct" }
  | { readonly is: "channel"; readonly guild: string; readonly takesThreads: boolean }
  /** A forum, or a media channel: it holds posts, and no messages of its own. */
  | { readonly is: "forum"; readonly guild: string }
  | { readonly is: "thread"; readonly guild: string; readonly parent: string };

/** Says what channels are: by what the gateway told us, else by asking Discord once. */
export interface Rooms {
  known(id: string): Room | null;
  find(id: string): Promise<Room>;
  learn(id: string, room: Room): void;
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
export const roomOf = ({ type, guild_id, parent_id }: z.infer<typeof channelSchema>): Room => {
  if (directTypes.has(type)) return { is: "direct" };
  const guild = guild_id ?? "";
  if (forumTypes.has(type)) return { is: "forum", guild };
  return threadTypes.has(type)
    ? { is: "thread", guild, parent: parent_id ?? "" }
    : { is: "channel", guild, takesThreads: parentTypes.has(type) };
};

const most = 10_000;

/** An empty memory of rooms. */
export const createRooms = (api: Api): Rooms => {
  const rooms = new Map<string, Room>();
  const learn = (id: string, room: Room): void => {
    rooms.delete(id);
    rooms.set(id, room);
    // The oldest goes first: Discord can be asked again.
    if (rooms.size > most) for (const oldest of rooms.keys()) return void rooms.delete(oldest);
  };
  return {
    known: (id) => rooms.get(id) ?? null,
    learn,
    find: async (id) => {
      const known = rooms.get(id);
      if (known !== undefined) return known;
      const channel = await api.call({ method: "get", route: Routes.channel(id), limit: `get ${id}` }, channelSchema);
      const room = roomOf(channel);
      learn(id, room);
      return room;
    },
  };
};
