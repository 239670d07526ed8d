import type { Instant } from "../../src/sla/instant.ts";
import { ApplicationFlags, Routes } from "discord.js";
import { z } from "zod";
import { idOf, type ChannelRef } from "../../src/tickets/refs.ts";
import type { Api, Call } from "./api.ts";
import { areCommandsKnown } from "./inbound/commands.ts";
import { failureOf } from "./errors.ts";
import { inspectChannel, membershipIn, placeSchema } from "./gateway/inspect-channel.ts";
import type { BotMembership } from "./gateway/permissions.ts";

const applicationSchema = z.object({ id: z.string(), flags: z.number().default(0) });
const selfSchema = z.object({ id: z.string() });
const listSchema = z.array(placeSchema.partial({ guild_id: true }).extend({ id: z.string() }));

const readsContent = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
/** Why the bot cannot create posts in a forum that requires a tag. */
const aboutTags = {
  none: "requires a tag and has none: add a tag, or do not require one",
  moderated:
    "requires a tag and only moderators may choose its tags: add another tag, or allow the bot to Manage Posts there",
} as const;

type Channel = z.infer<typeof placeSchema>;

/**
 * Asks Discord what is wrong with the application and with each channel of the desk. Returns a sentence each. Never
 * throws.
 */
export const createProbe = (api: Api, now: () => Instant) => {
  const get = <T>(route: Call["route"], schema: z.ZodType<T>): Promise<T> => api.call({ method: "get", route }, schema);
  const whyNot = (error: unknown): string => failureOf(error, now()).why;

  /** Returns all channels of a server from one call; empty if Discord does not list them. */
  const channelsOf = async (guild: string): Promise<readonly [string, Channel][]> => {
    try {
      const listed = await get(Routes.guildChannels(guild), listSchema);
      return listed.map(({ id, ...channel }) => [id, { ...channel, guild_id: guild }]);
    } catch {
      return [];
    }
  };

  const lookAt = async (
    channel: ChannelRef,
    memberIn: (guild: string) => Promise<BotMembership>,
    known: Map<string, Channel>,
  ): Promise<readonly string[]> => {
    try {
      const id = idOf(channel);
      const place = known.get(id) ?? (await get(Routes.channel(id), placeSchema));
      const { guild_id } = place;
      // A server lists all its channels at once, so the next ones need no call.
      if (known.values().every((each) => each.guild_id !== guild_id))
        for (const [other, found] of await channelsOf(guild_id)) known.set(other, found);
      const { kind, missing, tags } = await inspectChannel(place, memberIn);
      if (kind === null) return [`${channel} is no text channel`];
      if (missing.includes("View Channels")) await get(Routes.channel(id), placeSchema);
      return [
        ...(missing.length === 0 ? [] : [`${channel}: the bot is not allowed to ${missing.join(", ")} there`]),
        ...(tags === null ? [] : [`${channel}: the forum ${aboutTags[tags]}`]),
      ];
    } catch (error) {
      return [`${channel}: the bot does not see it; invite it to the server, and to the channel (${whyNot(error)})`];
    }
  };

  return async (channels: readonly ChannelRef[]): Promise<readonly string[]> => {
    try {
      const application = await get(Routes.currentApplication(), applicationSchema);
      const { id } = await get(Routes.user(), selfSchema);
      const members = new Map<string, Promise<BotMembership>>();
      const memberIn = (guild: string): Promise<BotMembership> => {
        const known = members.get(guild) ?? membershipIn(api, guild, id);
        members.set(guild, known);
        return known;
      };
      const found: string[] = [];
      if ((application.flags & readsContent) === 0)
        found.push("switch on the Message Content Intent (Discord Developer Portal, your application, Bot)");
      if (!(await areCommandsKnown(api, application.id)))
        found.push("Discord does not know our commands yet: the next start makes them known");
      const known = new Map<string, Channel>();
      for (const channel of channels) found.push(...(await lookAt(channel, memberIn, known)));
      return found;
    } catch (error) {
      return [`Discord does not answer DISCORD_TOKEN: ${whyNot(error)}`];
    }
  };
};
