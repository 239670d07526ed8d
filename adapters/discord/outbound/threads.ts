import { MessageFlags, Routes, RESTJSONErrorCodes, ThreadAutoArchiveDuration } from "discord.js";
import { z } from "zod";
import type { Api } from "../api.ts";
import { KnownFailure } from "../../shared/attempts.ts";
import { discordErrorOf } from "../errors.ts";
import type { ChannelDirectory } from "../gateway/channels.ts";
import { label, unescaped } from "../inbound/text.ts";

/**
 * The threads below the bot's messages. A thread has the id of the message that began it. So `thread` of a reference is
 * both the root message and Discord's thread, and nothing must be stored. Everyone who sees the channel sees the
 * thread; a private thread would need an invitation for each.
 */
export interface Threads {
  /** Begins the thread below a message, unless it exists. */
  begin(channel: string, root: string, name: string): Promise<void>;
  /** Makes sure that the thread exists. `again`: it was missing although it was remembered. */
  ensure(channel: string, root: string, again?: boolean): Promise<void>;
  /** Adds people to a thread, because Discord notifies only members of a thread. */
  add(thread: string, users: readonly string[]): Promise<void>;
  /** Opens an archived thread again. */
  wake(thread: string): Promise<void>;
}

const anything = z.unknown();
const rootSchema = z.object({
  flags: z.number().default(0),
  content: z.string().default(""),
  components: z
    .array(z.object({ components: z.array(z.object({ content: z.string().optional() })).optional() }))
    .default([]),
});

/** The first line of a card of the bot, as it was before it became Markdown. */
const titleOf = ({ content, components }: z.infer<typeof rootSchema>): string => {
  const texts = components.flatMap((each) => each.components ?? []).flatMap((each) => each.content ?? []);
  const [first = ""] = (texts[0] ?? content).split("\n");
  return unescaped(first.replace(/^(##|-#|>) /, "").replaceAll("**", ""));
};

/** Threads of one bot. */
export const createThreads = (api: Api, channels: ChannelDirectory): Threads => {
  /** A thread of a channel that is not known stays unknown, because its server is unknown too. Discord tells it later. */
  const learn = (channel: string, root: string): void => {
    const above = channels.known(channel);
    if (above?.is === "channel") channels.learn(root, { is: "thread", guild: above.guild, parent: channel });
  };
  const begin: Threads["begin"] = async (channel, root, name) => {
    try {
      await api.call(
        {
          method: "post",
          route: Routes.threads(channel, root),
          // Three days outlast a weekend; a message opens an archived thread again.
          body: { name: label(name, 100), auto_archive_duration: ThreadAutoArchiveDuration.ThreeDays },
          limit: `thread ${channel}`,
        },
        anything,
      );
    } catch (error) {
      if (discordErrorOf(error) !== RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) throw error;
    }
    learn(channel, root);
  };
  return {
    begin,
    ensure: async (channel, root, again = false) => {
      if (!again && channels.known(root)?.is === "thread") return;
      if ((await channels.find(channel)).is === "forum") {
        // A post has no root in the forum from which it could begin again.
        if (again) throw new KnownFailure({ kind: "recipientGone", why: "the post of the forum is gone" });
        await channels.find(root);
        return;
      }
      const message = await api.call(
        { method: "get", route: Routes.channelMessage(channel, root), limit: `get ${channel}` },
        rootSchema,
      );
      // The flag may outlive a deleted thread.
      if (again || (message.flags & MessageFlags.HasThread) === 0) return begin(channel, root, titleOf(message));
      learn(channel, root);
    },
    add: async (thread, users) => {
      for (const user of users)
        await api.call({ method: "put", route: Routes.threadMembers(thread, user), limit: `add ${thread}` }, anything);
    },
    wake: async (thread) => {
      await api.call(
        { method: "patch", route: Routes.channel(thread), body: { archived: false }, limit: `wake ${thread}` },
        anything,
      );
    },
  };
};
