import { ChannelType, PermissionFlagsBits, Routes } from "discord.js";
import { z } from "zod";
import type { Api, Call } from "../api.ts";
import { forumSchema, tagsFor } from "../inbound/forum-posts.ts";
import { missingIn, overwriteSchema, permissionsIn, roleSchema, type BotMembership } from "./permissions.ts";
import { forumTypes } from "./channels.ts";

/** A channel as Discord describes it to members who may see it. */
export const placeSchema = forumSchema.extend({
  type: z.number(),
  guild_id: z.string(),
  permission_overwrites: z.array(overwriteSchema).default([]),
});
const guildSchema = z.object({ name: z.string(), roles: z.array(roleSchema) });
const memberSchema = z.object({ roles: z.array(z.string()) });

const takesThreads: ReadonlySet<number> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

/** What prevents tickets in a channel. */
interface PlaceFound {
  /** Null for other kinds, such as voice channels and categories. */
  readonly kind: "text" | "forum" | null;
  /** The permissions that the bot lacks, by their names in Discord's settings. */
  readonly missing: readonly string[];
  /** Why a forum's tags prevent posts of the bot; null if they do not. */
  readonly tags: "none" | "moderated" | null;
  /** Whether a ticket's card can be posted there at all. */
  readonly canPost: boolean;
}

/** Reads the roles of a member and of their server. */
export const membershipIn = async (api: Api, guild: string, user: string): Promise<BotMembership> => {
  const get = <T>(route: Call["route"], schema: z.ZodType<T>) => api.call({ method: "get", route }, schema);
  const { roles: known } = await get(Routes.guild(guild), guildSchema);
  const { roles } = await get(Routes.guildMember(guild, user), memberSchema);
  return { guild, user, roles, known };
};

/** Returns what a channel is and what the bot may do there. */
export const inspectChannel = async (
  found: z.infer<typeof placeSchema>,
  memberIn: (guild: string) => Promise<BotMembership>,
): Promise<PlaceFound> => {
  const kind = forumTypes.has(found.type) ? "forum" : takesThreads.has(found.type) ? "text" : null;
  if (kind === null) return { kind, missing: [], tags: null, canPost: false };
  const may = permissionsIn(await memberIn(found.guild_id), found.permission_overwrites);
  const chosen = kind === "forum" ? tagsFor(found) : [];
  const isModerated = chosen?.some(({ moderated }) => moderated) === true;
  const mayModerate = (may & PermissionFlagsBits.ManageThreads) !== 0n;
  const tags = chosen === null ? "none" : isModerated && !mayModerate ? "moderated" : null;
  const write = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
  return { kind, missing: missingIn(may, kind), tags, canPost: (may & write) === write && tags === null };
};
