import { Routes } from "discord.js";
import { z } from "zod";
import type { TextWithMentions } from "../../../src/chat/reading/forwarded.ts";
import type { ChatPort } from "../../../src/chat/port.ts";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";
import { asked, withNames, type Mention } from "../../../src/chat/reading/mentions.ts";
import type { Formatted } from "../../../src/tickets/format.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import type { Api } from "../api.ts";
import { withTimeout } from "../../shared/waiting.ts";
import type { ChannelDirectory } from "../gateway/channels.ts";

/** How long (ms) a message waits for the names in it. */
const patienceMs = 800;
const rememberMs = 60 * 60_000;
const rememberedAtMost = 10_000;

const userSchema = z.object({ username: z.string(), global_name: z.string().nullish() });
const channelSchema = z.object({ name: z.string().nullish() });
const rolesSchema = z.object({ roles: z.array(z.object({ id: z.string(), name: z.string() })) });

/** Fills the names of mentions into a text; `channel` is where it was written. Never throws. */
export type ResolveNames = (rest: TextWithMentions, channel: string) => Promise<Formatted>;

/** The names that Discord tells. */
export interface DiscordNames {
  readonly resolve: ResolveNames;
  /** The name of a channel or person; null if Discord does not tell it in time. Never throws. */
  readonly nameOf: NonNullable<ChatPort["nameOf"]>;
}

/** Asks Discord for the names of people, channels and roles, and remembers each for an hour. */
export const createNames = (api: Api, channels: ChannelDirectory, now: () => number): DiscordNames => {
  const known = new Map<string, { readonly name: Promise<string | null>; readonly until: number }>();

  const ask = async ({ is, id }: Pick<Mention, "is" | "id">, channel: string): Promise<string | null> => {
    if (is === "user") {
      const user = await api.call({ method: "get", route: Routes.user(id), limit: `user ${id}` }, userSchema);
      return user.global_name || user.username;
    }
    if (is === "channel")
      return (
        (await api.call({ method: "get", route: Routes.channel(id), limit: `get ${id}` }, channelSchema)).name ?? null
      );
    const info = await channels.find(channel);
    if (info.is === "direct" || info.guild === "") return null;
    const route = Routes.guild(info.guild);
    const { roles } = await api.call({ method: "get", route, limit: `guild ${info.guild}` }, rolesSchema);
    return roles.find((each) => each.id === id)?.name.replace(/^@/, "") ?? null;
  };

  const remembered = (mention: Pick<Mention, "is" | "id">, channel: string): Promise<string | null> => {
    const key = `${mention.is} ${mention.id}`;
    const found = known.get(key);
    if (found !== undefined && found.until > now()) return found.name;
    const name = ask(mention, channel);
    // A failed request is not remembered.
    name.catch(() => known.delete(key));
    if (known.size >= rememberedAtMost) known.clear();
    known.set(key, { name, until: now() + rememberMs });
    return name;
  };

  const resolve: ResolveNames = async ({ mentions = [], ...rest }, channel) => {
    const found = new Map<string, string>();
    await Promise.all(
      asked(mentions).map(async (each) => {
        const name = await withTimeout(remembered(each, channel), patienceMs);
        if (name !== null) found.set(`${each.is} ${each.id}`, name);
      }),
    );
    return withNames(rest, mentions, ({ is, id }) => found.get(`${is} ${id}`) ?? null);
  };

  return {
    resolve,
    nameOf: (named) => {
      const mention =
        "channel" in named
          ? ({ is: "channel", id: idOf(named.channel) } as const)
          : ({ is: "user", id: idOf(named.user) } as const);
      return withTimeout(remembered(mention, mention.id), patienceMs);
    },
  };
};

/** Returns an event with the names filled in. Most events mention no one by id. */
export const completed = async (inboundEvent: InboundEvent, complete: ResolveNames): Promise<InboundEvent> => {
  if (!("mentions" in inboundEvent) || (inboundEvent.mentions ?? []).length === 0) return inboundEvent;
  const { text, format } = await complete(inboundEvent, idOf(inboundEvent.channel));
  return inboundEvent.kind === "command"
    ? { ...inboundEvent, text, mentions: [] }
    : { ...inboundEvent, text, ...(format === undefined ? {} : { format }), mentions: [] };
};
