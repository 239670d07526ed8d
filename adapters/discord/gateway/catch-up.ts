import type { GatewayListener } from "./listener.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { Routes } from "discord.js";
import { z } from "zod";
import type { Core, Log } from "../../../src/chat/port.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { type Api, snowflakeAt } from "../api.ts";

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

const threadsSchema = z.object({
  threads: z.array(channelSchema.extend({ owner_id: z.string().nullish(), last_message_id: z.string().nullish() })),
});
const messagesSchema = z.array(z.looseObject({ id: z.string() }));

/**
 * Reads back what was written while Plazo was offline, because a new gateway session replays nothing. It reads active
 * threads that the bot began, active threads in the desk's channels, their parent channels, and known direct
 * conversations. Each message goes the normal way, so a message that was already stored is not stored twice.
 */
export const createCatchUp = ({ core, api, channels, listener, log, retry, self }: CatchUpDeps) => {
  const readBack = async (channel: string, since: Instant): Promise<void> => {
    let after = snowflakeAt(since);
    for (let page = 0; page < maxPages; page++) {
      const query = new URLSearchParams({ after, limit: String(pageSize) });
      const call = {
        method: "get",
        route: Routes.channelMessages(channel),
        query,
        limit: `history ${channel}`,
      } as const;
      const found = await retry(`what was written in ${channel}`, () => api.call(call, messagesSchema));
      if (found === null) return;
      const inOrder = found.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
      for (const message of inOrder) await listener.message({ channel_id: channel, ...message });
      if (found.length < pageSize) return;
      after = inOrder.at(-1)?.id ?? after;
    }
    log.warn({ channel }, "discord.catch-up-capped");
  };

  const readDirects = async (since: Instant): Promise<void> => {
    const known = await retry("the direct conversations", async () => (await core.directs?.("discord")) ?? []);
    for (const channel of known ?? []) {
      channels.learn(idOf(channel), { is: "direct" });
      await readBack(idOf(channel), since);
    }
  };

  return async (guilds: readonly string[], since: Instant): Promise<void> => {
    const ofDesk = new Set((core.channels?.("discord") ?? []).map(idOf));
    for (const guild of guilds) {
      const call = { method: "get", route: Routes.guildActiveThreads(guild), limit: `threads ${guild}` } as const;
      const active = await retry(`the threads of ${guild}`, () => api.call(call, threadsSchema));
      const own = (active?.threads ?? []).filter(
        ({ owner_id, parent_id }) => owner_id === self() || ofDesk.has(parent_id ?? ""),
      );
      const parents = new Set(
        own.flatMap(({ parent_id }) =>
          parent_id == null || channels.known(parent_id)?.is === "forum" ? [] : parent_id,
        ),
      );
      const changed = own.filter(({ last_message_id }) => BigInt(last_message_id ?? 0) > BigInt(snowflakeAt(since)));
      for (const thread of own) channels.learn(thread.id, channelInfoOf({ guild_id: guild, ...thread }));
      for (const channel of [...parents, ...changed.map(({ id }) => id)]) await readBack(channel, since);
    }
    await readDirects(since);
  };
};
