import { Routes } from "discord.js";
import { z } from "zod";
import type { TextWithMentions } from "../../../src/chat/reading/forwarded.ts";
import type { Asker, ChatPort, Core } from "../../../src/chat/port.ts";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";
import { asked, withNames, type Mention } from "../../../src/chat/reading/mentions.ts";
import type { Formatted } from "../../../src/tickets/format.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import type { Api } from "../api.ts";
import { discordErrorOf } from "../errors.ts";
import { createLookUps } from "../../shared/look-ups.ts";
import { withTimeout } from "../../shared/waiting.ts";
import type { ChannelDirectory } from "../gateway/channels.ts";
import type { GatewayNames, NameViewer } from "../gateway/gateway-names.ts";

/** How long (ms) a message waits for the names in it. */
const patienceMs = 800;

const userSchema = z.object({ username: z.string(), global_name: z.string().nullish() });

/** Fills the names of mentions into a text that a person wrote. Never throws. */
export type ResolveNames = (rest: TextWithMentions, asker: Asker) => Promise<Formatted>;

/** The names that Discord tells. */
export interface DiscordNames {
  readonly resolve: ResolveNames;
  /** The name of a channel or person, for the desk's staff; null if Discord does not tell it in time. Never throws. */
  readonly nameOf: NonNullable<ChatPort["nameOf"]>;
}

/**
 * Takes the names of channels and roles from the gateway, and asks Discord for those of people. A person can write any id,
 * and Discord counts the calls that it refuses, so no call is made for a channel.
 */
export const createNames = ({
  api,
  core,
  channels,
  names,
  now,
}: {
  readonly api: Api;
  readonly core: Pick<Core, "channelsShownTo">;
  readonly channels: ChannelDirectory;
  readonly names: GatewayNames;
  readonly now: () => number;
}): DiscordNames => {
  const people = createLookUps({
    ask: async (id) => {
      const user = await api.call({ method: "get", route: Routes.user(id), limit: `user ${id}` }, userSchema);
      return user.global_name || user.username;
    },
    isRefusal: (error) => discordErrorOf(error) !== null,
    failed: () => {},
    now,
  });

  const viewerOf = (asker: Asker): NameViewer => {
    const info = channels.known(idOf(asker.channel));
    return {
      guild: info === null || info.is === "direct" ? null : info.guild,
      channels: new Set(core.channelsShownTo?.(asker).map(idOf)),
    };
  };

  const resolve: ResolveNames = async ({ mentions = [], ...rest }, asker) => {
    const viewer = viewerOf(asker);
    const nameFor = async ({ is, id }: Pick<Mention, "is" | "id">): Promise<string | null> => {
      if (is === "channel") return names.ofChannelFor(id, viewer);
      return is === "group" ? names.ofRole(id, viewer.guild) : people.findFor(asker.by.user, id);
    };
    const found = new Map<string, string>();
    await Promise.all(
      asked(mentions).map(async (each) => {
        const name = await withTimeout(nameFor(each), patienceMs);
        if (name !== null) found.set(`${each.is} ${each.id}`, name);
      }),
    );
    return withNames(rest, mentions, ({ is, id }) => found.get(`${is} ${id}`) ?? null);
  };

  return {
    resolve,
    nameOf: async (named) =>
      "channel" in named
        ? names.ofChannel(idOf(named.channel))
        : withTimeout(people.find(idOf(named.user)), patienceMs),
  };
};

/** Returns an event with the names filled in. Most events mention no one by id. */
export const completed = async (inboundEvent: InboundEvent, complete: ResolveNames): Promise<InboundEvent> => {
  if (!("mentions" in inboundEvent) || (inboundEvent.mentions ?? []).length === 0) return inboundEvent;
  const { text, format } = await complete(inboundEvent, inboundEvent);
  return inboundEvent.kind === "command"
    ? { ...inboundEvent, text, mentions: [] }
    : { ...inboundEvent, text, format, mentions: [] };
};
