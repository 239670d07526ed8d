import type { Instant } from "../../../src/sla/instant.ts";
import { ChannelFlags, Routes, ThreadAutoArchiveDuration } from "discord.js";
import { z } from "zod";

import { type Api, snowflakeAt } from "../api.ts";
import { hasMarks, markedSchema, type Marks } from "../outbound/nonce.ts";
import type { DiscordContent } from "../outbound/render-card.ts";
import { label } from "./text.ts";

const tagSchema = z.object({ id: z.string(), moderated: z.boolean().default(false) });
export const forumSchema = z.object({
  flags: z.number().default(0),
  available_tags: z.array(tagSchema).default([]),
});

/**
 * Returns the tags of a new post: none if the forum requires none, else the first one. A moderated tag is chosen only
 * if there is no other, because it needs the permission to manage threads. Null if a tag is required and there is none.
 */
export const tagsFor = ({
  flags,
  available_tags: tags,
}: z.infer<typeof forumSchema>): readonly z.infer<typeof tagSchema>[] | null => {
  if ((flags & ChannelFlags.RequireTag) === 0) return [];
  const tag = tags.find(({ moderated }) => !moderated) ?? tags[0];
  return tag === undefined ? null : [tag];
};

const postSchema = z.object({ id: z.string() });
const activeSchema = z.object({
  threads: z.array(z.object({ id: z.string(), parent_id: z.string().nullish(), owner_id: z.string().nullish() })),
});

/** The posts of forum channels. A post and its first message have the same id. A forum itself contains no messages. */
export const createForumPosts = (api: Api, self: () => string | null) => ({
  /** The tags that a post in this forum needs. */
  tags: async (forum: string): Promise<readonly string[]> => {
    const found = await api.call({ method: "get", route: Routes.channel(forum), limit: `get ${forum}` }, forumSchema);
    return (tagsFor(found) ?? []).map(({ id }) => id);
  },

  create: async (forum: string, title: string, tags: readonly string[], message: DiscordContent): Promise<string> => {
    const posted = await api.call(
      {
        method: "post",
        route: Routes.threads(forum),
        body: {
          name: label(title, 100),
          // Three days outlast a weekend, as for threads below messages.
          auto_archive_duration: ThreadAutoArchiveDuration.ThreeDays,
          message,
          ...(tags.length === 0 ? {} : { applied_tags: tags }),
        },
        limit: `post ${forum}`,
      },
      postSchema,
    );
    return posted.id;
  },

  /** Looks for the post of an attempt with an unknown outcome, because Discord accepts no nonce for posts. */
  find: async (guild: string, forum: string, marks: Marks, since: Instant): Promise<string | null> => {
    const active = await api.call(
      { method: "get", route: Routes.guildActiveThreads(guild), limit: `threads ${guild}` },
      activeSchema,
    );
    const own = active.threads.filter(
      ({ id, parent_id, owner_id }) =>
        parent_id === forum && owner_id === self() && BigInt(id) > BigInt(snowflakeAt(since)),
    );
    for (const { id } of own) {
      const route = Routes.channelMessage(id, id);
      const first = await api.call({ method: "get", route, limit: `get ${id}` }, markedSchema);
      if (hasMarks(first, marks)) return id;
    }
    return null;
  },
});
export type ForumPosts = ReturnType<typeof createForumPosts>;
