import { recipientGone } from "../../../src/chat/delivery.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { RESTJSONErrorCodes, Routes } from "discord.js";
import { z } from "zod";
import type { MessageRef } from "../../../src/chat/card.ts";
import {
  mapSequentially,
  type ReadFrom,
  type ReadMessage,
  type ThreadRead,
} from "../../../src/chat/reading/thread-read.ts";
import { idOf, type ChannelRef } from "../../../src/tickets/refs.ts";
import { type Api, snowflakeAt, instantOf } from "../api.ts";
import { discordErrorOf, failureOf } from "../errors.ts";
import type { ResolveNames } from "./complete.ts";
import { readWritten, writtenFields } from "./read-written.ts";
import type { ChannelDirectory } from "../gateway/channels.ts";
import { person, userSchema, withoutMentionOf } from "./speaker.ts";

const mostRead = 100;

const messageSchema = z.object({
  id: z.string(),
  channel_id: z.string().default(""),
  author: userSchema,
  ...writtenFields,
});
type Message = z.infer<typeof messageSchema>;

const nothingThere: ThreadRead = recipientGone("no message where one was");

const inOrder = (one: Message, other: Message): number => (BigInt(one.id) < BigInt(other.id) ? -1 : 1);

/** What reading a thread needs. */
interface Asking {
  readonly api: Api;
  readonly channels: ChannelDirectory;
  readonly self: () => string | null;
  readonly ownRoles: () => readonly string[];
  readonly complete: ResolveNames;
  readonly now: () => Instant;
}

/**
 * Reads a message with its thread: the messages of Discord's thread, and the message in the channel that began it. A
 * plain answer to a message is in the channel, too.
 */
export const createReadThread = ({ api, channels, self, ownRoles, complete, now }: Asking) => {
  const one = async (channel: string, id: string): Promise<readonly Message[]> => {
    try {
      const route = Routes.channelMessage(channel, id);
      return [await api.call({ method: "get", route, limit: `get ${channel}` }, messageSchema)];
    } catch (error) {
      const code = discordErrorOf(error);
      if (code === RESTJSONErrorCodes.UnknownMessage || code === RESTJSONErrorCodes.UnknownChannel) return [];
      throw error;
    }
  };
  const below = async (thread: string, after: string): Promise<readonly Message[]> => {
    try {
      const query = new URLSearchParams({ after, limit: String(mostRead) });
      const route = Routes.channelMessages(thread);
      return await api.call({ method: "get", route, query, limit: `history ${thread}` }, z.array(messageSchema));
    } catch (error) {
      if (discordErrorOf(error) === RESTJSONErrorCodes.UnknownChannel) return [];
      throw error;
    }
  };
  const isThreadOf = async (thread: string, channel: string): Promise<boolean> => {
    const info = await channels.find(thread);
    return info.is === "thread" && info.parent === channel;
  };
  const written = (message: Message) => {
    const content = withoutMentionOf(message.content, self() ?? "", ownRoles()).text;
    return { message, ...readWritten({ ...message, content }, message.channel_id, message.id) };
  };
  const asRead = async (
    { message, files, ...rest }: ReturnType<typeof written>,
    channel: ChannelRef,
  ): Promise<ReadMessage> => {
    const { id, author } = message;
    const by = person(author, null);
    return {
      id,
      at: instantOf(id),
      by,
      bot: author.bot === true || author.id === self(),
      ...(await complete(rest, { by, channel })),
      ...(files.length === 0 ? {} : { files }),
    };
  };

  return async ({ channel: ref, id, thread }: MessageRef, from?: ReadFrom): Promise<ThreadRead> => {
    try {
      const channel = idOf(ref);
      const root = thread ?? id;
      const { is } = await channels.find(channel);
      const inThread =
        is === "direct"
          ? []
          : await below(root, from === undefined ? "0" : "after" in from ? from.after : snowflakeAt(from.since));
      // The root may come from a form or button that a client forged. Only a thread of this channel is read.
      if (inThread.length > 0 && !(await isThreadOf(root, channel))) return nothingThere;
      // A forum post begins in its own thread; the forum contains no messages.
      const inChannel = (message: string) => (is === "forum" ? [] : one(channel, message));
      const found = [...(from === undefined ? await inChannel(root) : []), ...inThread];
      const has = from !== undefined || found.some((each) => each.id === id);
      const own = has || root === id ? [] : [...(await one(root, id)), ...(await inChannel(id))];
      const messages = [...found, ...own].toSorted(inOrder);
      if (from === undefined && !messages.some((each) => each.id === id)) return nothingThere;
      const read = await Promise.all((await mapSequentially(messages, written)).map((each) => asRead(each, ref)));
      return { ok: true, root, messages: read, more: inThread.length >= mostRead };
    } catch (error) {
      return { ok: false, failure: failureOf(error, now()) };
    }
  };
};
