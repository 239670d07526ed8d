import { Routes } from "discord.js";
import { z } from "zod";
import type { MessageRef } from "../../../src/chat/card.ts";
import type { Log } from "../../../src/chat/port.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import type { Api } from "../api.ts";
import { discordErrorOf } from "../errors.ts";
import type { ChannelDirectory } from "../gateway/channels.ts";

/** Adds a 🎫 to a message. The message is in the thread or, if it only answers another one, in the channel. */
export const createMark = (api: Api, channels: ChannelDirectory, log: Log) => {
  const put = (channel: string, id: string): Promise<unknown> => {
    const route = Routes.channelMessageOwnReaction(channel, id, encodeURIComponent("🎫"));
    return api.call({ method: "put", route, limit: `react ${channel}` }, z.unknown());
  };
  return async ({ channel, id, thread }: MessageRef): Promise<void> => {
    try {
      // The first message of a forum post is in the post.
      if (thread === undefined && (await channels.find(idOf(channel))).is === "forum") await put(id, id);
      else if (thread === undefined) await put(idOf(channel), id);
      else await put(thread, id).catch(() => put(idOf(channel), id));
    } catch (error) {
      log.warn({ err: discordErrorOf(error) ?? "unknown" }, "discord.mark-failed");
    }
  };
};
