import { ChannelType, Routes } from "discord.js";
import { z } from "zod";
import {
  listedAtMost,
  placesWith,
  type ListedPlace,
  type Listing,
  type NamedPlace,
} from "../../../src/chat/directory.ts";
import type { ChatPort, Core } from "../../../src/chat/port.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import type { Api } from "../api.ts";
import { failureOf } from "../errors.ts";
import { forumTypes, type ChannelDirectory } from "../gateway/channels.ts";

/** The channels in which a ticket can be opened. */
const openTypes: ReadonlySet<number> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement, ...forumTypes]);

const channelsSchema = z.array(z.object({ id: z.string(), type: z.number(), name: z.string().nullish() }));
const membersSchema = z.array(
  z.object({
    nick: z.string().nullish(),
    user: z.object({
      id: z.string(),
      username: z.string(),
      global_name: z.string().nullish(),
      bot: z.boolean().optional(),
    }),
  }),
);

/** Discord's search has at most 100 characters. */
const longestQuery = 100;

/** A server's channels are asked for again after this time (ms). */
const rememberMs = 60_000;

interface Deps {
  readonly api: Api;
  readonly channels: ChannelDirectory;
  readonly core: Core;
  readonly now: () => Instant;
  /** The servers that the bot is in. */
  readonly guilds: () => readonly string[];
}

/** The people and channels of the desk's servers. Discord searches people itself; channels are few, so all are read. */
export const createDirectory = ({
  api,
  channels,
  core,
  now,
  guilds,
}: Deps): Required<Pick<ChatPort, "findPeople" | "findChannels">> => {
  const known = new Map<string, { readonly places: Promise<readonly NamedPlace[]>; readonly until: Instant }>();

  /** The servers with a channel of the desk; all of the bot's servers if there is none yet. */
  const servers = (): readonly string[] => {
    const own = (core.channels?.("discord") ?? []).flatMap((channel) => {
      const info = channels.known(idOf(channel));
      return info === null || info.is === "direct" ? [] : [info.guild];
    });
    return [...new Set(own.length > 0 ? own : guilds())];
  };

  const readChannels = async (guild: string): Promise<readonly NamedPlace[]> => {
    const found = await api.call(
      { method: "get", route: Routes.guildChannels(guild), limit: `get channels ${guild}` },
      channelsSchema,
    );
    return found.flatMap(({ id, type, name }): NamedPlace[] =>
      openTypes.has(type) ? [{ ref: `discord:${id}`, name: `#${name ?? id}`, also: [], hasBot: null }] : [],
    );
  };

  const channelsOf = (guild: string): Promise<readonly NamedPlace[]> => {
    const remembered = known.get(guild);
    if (remembered !== undefined && remembered.until > now()) return remembered.places;
    const places = readChannels(guild);
    known.set(guild, { places, until: now() + rememberMs });
    places.catch(() => known.delete(guild));
    return places;
  };

  const peopleOf = async (guild: string, text: string): Promise<readonly ListedPlace[]> => {
    const query = new URLSearchParams({ query: text, limit: String(listedAtMost + 1) });
    const found = await api.call(
      { method: "get", route: Routes.guildMembersSearch(guild), query, limit: `search members ${guild}` },
      membersSchema,
    );
    return found.flatMap(({ nick, user }): ListedPlace[] =>
      user.bot === true
        ? []
        : [{ ref: `discord:${user.id}`, name: nick ?? user.global_name ?? user.username, hasBot: null }],
    );
  };

  const failed = (error: unknown): Listing => ({ ok: false, why: failureOf(error, now()).why });

  return {
    findPeople: async (text) => {
      // Discord answers no search without a text.
      const wanted = text.trim().replace(/^@/, "").slice(0, longestQuery);
      if (wanted === "") return { ok: true, found: [], more: true };
      try {
        const found = (await Promise.all(servers().map((guild) => peopleOf(guild, wanted)))).flat();
        const each = [...new Map(found.map((place) => [place.ref, place])).values()];
        return { ok: true, found: each.slice(0, listedAtMost), more: each.length > listedAtMost };
      } catch (error) {
        return failed(error);
      }
    },
    findChannels: async (text) => {
      try {
        return placesWith((await Promise.all(servers().map(channelsOf))).flat(), text);
      } catch (error) {
        return failed(error);
      }
    },
  };
};
