import { Routes } from "discord.js";
import { z } from "zod";
import type { Api } from "../api.ts";

/**
 * Returns the root of the bot's last message in a direct conversation before a message; null if there is none recently.
 */
export type LatestRoot = (channel: string, before: string) => Promise<string | null>;

const lookBack = 50;

const pageSchema = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    message_reference: z.object({ message_id: z.string().optional() }).nullish(),
  }),
);

/** In a direct conversation people answer the last message without using "reply". */
export const createLatestRoot =
  (api: Api, self: () => string | null): LatestRoot =>
  async (channel, before) => {
    const query = new URLSearchParams({ before, limit: String(lookBack) });
    const page = await api.call(
      { method: "get", route: Routes.channelMessages(channel), query, limit: `history ${channel}` },
      pageSchema,
    );
    // Discord returns the newest message first.
    const last = page.find(({ author }) => author.id === self());
    return last?.message_reference?.message_id ?? last?.id ?? null;
  };
