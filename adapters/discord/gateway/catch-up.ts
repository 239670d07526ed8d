import type { GatewayListener } from "./listener.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { Routes } from "discord.js";
import { z } from "zod";
import { errorKind } from "../../../src/chat/error-kind.ts";
import type { Core, Log } from "../../../src/chat/port.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { type Api, snowflakeAt } from "../api.ts";
import { lenientList } from "../../shared/payload.ts";
import { ticketEmoji } from "../inbound/picks-and-reactions.ts";
import type { Retry } from "../outbound/retry.ts";
import { channelSchema, channelInfoOf, type ChannelDirectory } from "./channels.ts";

interface CatchUpDeps {
  readonly core: Core;
  readonly api: Api;
  readonly channels: ChannelDirectory;
  readonly listener: GatewayListener;
  readonly log: Log;
  readonly retry: Retry;
  readonly self: () => string | null;
}

const pageSize = 100;
const maxPages = 20;
/** How many places are read at the same time. Deliveries need the rest of Discord's limit. */
const atOnce = 3;
/** The most active threads that are read, the ones with the newest messages first. */
const mostThreads = 200;
/** The most messages whose 🎫 is looked up, and how old (ms) before the absence they may be. */
const mostReactions = 50;
const reactedWithinMs = 24 * 60 * 60_000;

const threadsSchema = z.object({
  threads: z.array(channelSchema.extend({ owner_id: z.string().nullish(), last_message_id: z.string().nullish() })),
});
const reactionSchema = z.object({ me: z.boolean().default(false), emoji: z.object({ name: z.string().nullish() }) });
const messageSchema = z.looseObject({
  id: z.string(),
  edited_timestamp: z.string().nullish(),
  reactions: lenientList(reactionSchema, 50).default([]),
});
const messagesSchema = z.array(messageSchema);
type Message = z.infer<typeof messageSchema>;
const peopleSchema = z.array(z.looseObject({ id: z.string() }));

const isNewer = (one: string, other: string): boolean => BigInt(one) > BigInt(other);
const inOrder = (messages: readonly Message[]): readonly Message[] =>
  messages.toSorted((a, b) => (isNewer(a.id, b.id) ? 1 : -1));

const inParallel = async (work: readonly (() => Promise<void>)[]): Promise<void> => {
  const left = [...work];
  const workOn = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await next();
  };
  await Promise.all(Array.from({ length: atOnce }, workOn));
};

/**
 * Reads back what people did while Plazo was offline, because a new gateway session replays nothing. It reads the desk's
 * text channels, active threads in them, active threads that the bot began, and known direct conversations. Each message,
 * edit and 🎫 goes the normal way, so what was stored already is not stored twice. Discord lists no deletions.
 */
export const createCatchUp = ({ core, api, channels, listener, log, retry, self }: CatchUpDeps) => {
  const page = (channel: string, query: Readonly<Record<string, string>>): Promise<readonly Message[] | null> => {
    const call = {
      method: "get",
      route: Routes.channelMessages(channel),
      query: new URLSearchParams({ ...query, limit: String(pageSize) }),
      limit: `history ${channel}`,
    } as const;
    return retry(`what was written in ${channel}`, () => api.call(call, messagesSchema));
  };

  /** Reads new messages page by page, if they are more than one page. */
  const readBack = async (channel: string, since: Instant): Promise<void> => {
    let after = snowflakeAt(since);
    for (let pages = 0; pages < maxPages; pages++) {
      const found = await page(channel, { after });
      if (found === null) return;
      const messages = inOrder(found);
      for (const message of messages) await listener.message({ channel_id: channel, ...message });
      if (found.length < pageSize) return;
      after = messages.at(-1)?.id ?? after;
    }
    log.warn({ channel }, "discord.catch-up-capped");
  };

  /** Passes on the 🎫 of people on a message that the bot has not marked as a ticket. */
  const readReactions = async (channel: string, message: string): Promise<void> => {
    const route = Routes.channelMessageReaction(channel, message, encodeURIComponent(ticketEmoji));
    const call = { method: "get", route, limit: `reactions ${channel}` } as const;
    const people = await retry(`who marked ${message}`, () => api.call(call, peopleSchema));
    for (const user of people ?? [])
      await listener.reaction({
        user_id: user.id,
        channel_id: channel,
        message_id: message,
        member: { user },
        emoji: { name: ticketEmoji },
      });
  };

  const readPlace = async (channel: string, since: Instant, budget: { reactions: number }): Promise<void> => {
    const found = await page(channel, {});
    if (found === null) return;
    const messages = inOrder(found);
    const from = snowflakeAt(since);
    const [oldest] = messages;
    if (found.length === pageSize && oldest !== undefined && isNewer(oldest.id, from)) await readBack(channel, since);
    else
      for (const message of messages)
        if (isNewer(message.id, from)) await listener.message({ channel_id: channel, ...message });
    for (const message of messages) {
      if (Date.parse(message.edited_timestamp ?? "") >= since) await listener.edit({ channel_id: channel, ...message });
      const isMarked = message.reactions.some(({ me, emoji }) => emoji.name === ticketEmoji && !me);
      const isRecent = isNewer(message.id, snowflakeAt(since - reactedWithinMs));
      if (isMarked && isRecent && budget.reactions > 0) {
        budget.reactions -= 1;
        await readReactions(channel, message.id);
      }
    }
  };

  /** The text channels of the desk and the active threads of a server that are to be read. */
  const placesIn = async (guild: string, ofDesk: ReadonlySet<string>): Promise<readonly string[]> => {
    const call = { method: "get", route: Routes.guildActiveThreads(guild), limit: `threads ${guild}` } as const;
    const active = await retry(`the threads of ${guild}`, () => api.call(call, threadsSchema));
    const list = { method: "get", route: Routes.guildChannels(guild), limit: `get channels ${guild}` } as const;
    const all = await retry(`the channels of ${guild}`, () => api.call(list, z.array(channelSchema)));
    for (const channel of all ?? []) channels.learn(channel.id, channelInfoOf({ ...channel, guild_id: guild }));
    const own = (active?.threads ?? [])
      .filter(({ owner_id, parent_id }) => owner_id === self() || ofDesk.has(parent_id ?? ""))
      .toSorted((a, b) => (isNewer(a.last_message_id ?? "0", b.last_message_id ?? "0") ? -1 : 1))
      .slice(0, mostThreads);
    for (const thread of own) channels.learn(thread.id, channelInfoOf({ ...thread, guild_id: guild }));
    const inServer = (all ?? []).map(({ id }) => id).filter((id) => ofDesk.has(id));
    const parents = [...inServer, ...own.flatMap(({ parent_id }) => parent_id ?? [])];
    const texts = [...new Set(parents)].filter((id) => channels.known(id)?.is === "channel");
    return [...texts, ...own.map(({ id }) => id)];
  };

  const directs = async (): Promise<readonly string[]> => {
    const known = await retry("the direct conversations", async () => (await core.directs?.("discord")) ?? []);
    const ids = (known ?? []).map(idOf);
    for (const id of ids) channels.learn(id, { is: "direct" });
    return ids;
  };

  const readAll = async (guilds: readonly string[], since: Instant): Promise<void> => {
    const ofDesk = new Set((core.channels?.("discord") ?? []).map(idOf));
    const places: string[] = [];
    for (const guild of guilds) places.push(...(await placesIn(guild, ofDesk)));
    places.push(...(await directs()));
    const budget = { reactions: mostReactions };
    await inParallel(places.map((place) => () => readPlace(place, since, budget)));
    log.info({ places: places.length }, "discord.caught-up");
  };

  return async (guilds: readonly string[], since: Instant): Promise<void> => {
    try {
      await readAll(guilds, since);
    } catch (error) {
      log.error({ err: errorKind(error) }, "discord.catch-up-failed");
    }
  };
};
