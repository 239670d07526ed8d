import { Routes } from "discord.js";
import { z } from "zod";
import type { Api } from "../api.ts";

/** The root of what we said last in a direct conversation before a message; null where we said nothing of late. */
export type LatestRoot = (channel: string, before: string) => Promise<string | null>;

const lookBack = 50;

const pageSchema = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    message_reference: z.object({ message_id: z.string().optional() }).nullish(),
  }),
);

/** In a direct conversation people just write: they mean what stands there last, and need not choose "reply" for it. */
export const createLatestRoot =
  (api: Api, self: () => string | null): LatestRoot =>
  async (channel, before) => {
    const query = new URLSearchParams({ before, limit: String(lookBack) });
    const page = await api.call(
      { method: "get", route: Routes.channelMessages(channel), query, limit: `history ${channel}` },
      pageSchema,
    );
    // The newest comes first.
    const last = page.find(({ author }) => author.id === self());
    return last?.message_reference?.message_id ?? last?.id ?? null;
  };
