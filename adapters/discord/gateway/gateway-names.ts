import { ChannelType, PermissionFlagsBits } from "discord.js";
import { z } from "zod";
import { lenientList } from "../../shared/payload.ts";
import { overwriteSchema, permissionsIn, roleSchema } from "./permissions.ts";
import { setNewest } from "../../../src/chat/bounded-map.ts";

const channelSchema = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string(),
  guild_id: z.string().nullish(),
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(overwriteSchema).default([]),
});
const namedRoleSchema = roleSchema.extend({ name: z.string() });
const guildSchema = z.object({
  id: z.string(),
  channels: lenientList(channelSchema, 1_000),
  threads: lenientList(channelSchema, 1_000).default([]),
  roles: lenientList(namedRoleSchema, 500),
});
const roleEventSchema = z.object({ guild_id: z.string(), role: namedRoleSchema });
type Channel = z.infer<typeof channelSchema>;
type Role = z.infer<typeof namedRoleSchema>;

/** For whom a name is asked: the server in which they wrote, and the desk's channels whose names they may read. */
export interface NameViewer {
  readonly guild: string | null;
  readonly channels: ReadonlySet<string>;
}

/**
 * The names that the gateway told. Discord tells the bot the names of all channels of a server, also of those that only
 * some members may see.
 */
export interface GatewayNames {
  learnGuild(body: unknown): void;
  learnChannel(body: unknown): void;
  learnRole(body: unknown): void;
  /** The name of a channel for the desk's staff. */
  ofChannel(id: string): string | null;
  /** The name of a channel that everyone in the viewer's server may see, or that the desk shows them. */
  ofChannelFor(id: string, viewer: NameViewer): string | null;
  ofRole(id: string, guild: string | null): string | null;
}

const most = 20_000;
const privateThread: number = ChannelType.PrivateThread;
const publicThreads: ReadonlySet<number> = new Set([ChannelType.PublicThread, ChannelType.AnnouncementThread]);

/** Knows no names yet. */
export const createGatewayNames = (): GatewayNames => {
  const channels = new Map<string, Channel>();
  const roles = new Map<string, Role & { readonly guild: string }>();

  const mayEveryoneSee = ({ guild_id: guild, permission_overwrites: overwrites }: Channel): boolean => {
    const everyone = roles.get(guild ?? "");
    if (everyone === undefined) return false;
    const may = permissionsIn({ guild: everyone.id, user: "", roles: [], known: [everyone] }, overwrites);
    return (may & PermissionFlagsBits.ViewChannel) !== 0n;
  };

  return {
    learnGuild: (body) => {
      const guild = guildSchema.safeParse(body).data;
      if (guild === undefined) return;
      for (const role of guild.roles) setNewest(roles, role.id, { ...role, guild: guild.id }, most);
      for (const channel of [...guild.channels, ...guild.threads])
        setNewest(channels, channel.id, { ...channel, guild_id: guild.id }, most);
    },
    learnChannel: (body) => {
      const channel = channelSchema.safeParse(body).data;
      if (channel !== undefined) setNewest(channels, channel.id, channel, most);
    },
    learnRole: (body) => {
      const { data } = roleEventSchema.safeParse(body);
      if (data !== undefined) setNewest(roles, data.role.id, { ...data.role, guild: data.guild_id }, most);
    },
    ofChannel: (id) => channels.get(id)?.name ?? null,
    ofChannelFor: (id, viewer) => {
      const channel = channels.get(id);
      if (channel === undefined || channel.type === privateThread) return null;
      const isThread = publicThreads.has(channel.type);
      const place = isThread ? channels.get(channel.parent_id ?? "") : channel;
      if (place === undefined) return null;
      const isOpen = viewer.guild !== null && place.guild_id === viewer.guild && mayEveryoneSee(place);
      return isOpen || viewer.channels.has(place.id) ? channel.name : null;
    },
    ofRole: (id, guild) => {
      const role = roles.get(id);
      return role === undefined || role.guild !== guild ? null : role.name.replace(/^@/, "");
    },
  };
};
