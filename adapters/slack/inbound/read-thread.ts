import { recipientGone, type DeliveryFailure } from "../../../src/chat/delivery.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { MessageRef } from "../../../src/chat/card.ts";
import {
  mapSequentially,
  type ReadFrom,
  type ReadMessage,
  type ThreadRead,
} from "../../../src/chat/reading/thread-read.ts";
import { atMostLongest } from "../../../src/chat/text.ts";
import type { ChatUser } from "../../../src/chat/inbound-event.ts";
import { idOf, type ChannelRef } from "../../../src/tickets/refs.ts";
import { failureOf } from "../errors.ts";
import type { ProfileOf } from "./names.ts";
import { membershipIn, type Home } from "../receive/origin.ts";
import type { ResolveDetails } from "./complete.ts";
import { addressed } from "./inbound.ts";
import { attachmentsSchema } from "./forwarded.ts";
import { readWritten } from "./read-written.ts";
import { filesSchema } from "./shared-files.ts";

const mostRead = 100;

const messageSchema = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  team: z.string().optional(),
  user_team: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().transform(atMostLongest).default(""),
  blocks: z.unknown().optional(),
  attachments: attachmentsSchema,
  files: filesSchema,
});
type Message = z.infer<typeof messageSchema>;

/** What reading a thread needs. */
interface Asking {
  readonly client: WebClient;
  readonly profileOf: ProfileOf;
  readonly complete: ResolveDetails;
  readonly home: () => Home | null;
  readonly botUser: () => string | null;
  readonly now: () => Instant;
}

const asRead = async (
  { message, written }: { readonly message: Message; readonly written: ReturnType<typeof readWritten> },
  channel: ChannelRef,
  { profileOf, complete, home: homeNow }: Pick<Asking, "profileOf" | "complete" | "home">,
): Promise<ReadMessage> => {
  const home = homeNow();
  const { ts, user, bot_id, team, user_team } = message;
  const isBot = bot_id !== undefined || user === undefined;
  const author = user ?? bot_id ?? "";
  const profile = isBot ? null : await profileOf(author);
  const stated = home === null ? undefined : membershipIn({ event: { team, user_team } }, home);
  const membership = stated ?? profile?.membership;
  const by: ChatUser = {
    user: `slack:${author}`,
    name: profile?.name ?? author,
    ...(membership === undefined ? {} : { membership }),
  };
  return {
    id: ts,
    at: Math.round(Number(ts) * 1000),
    by,
    bot: isBot,
    ...(await complete(written, { by, channel })),
  };
};

/**
 * Reads a message with its thread. For the id of a reply, Slack returns only that reply with its root, so a reply needs
 * a second call.
 */
export const createReadThread = ({ client, botUser, now, ...asking }: Asking) => {
  /** Slack limits all threads together, so none is read before Slack allows it again. */
  let limited: Extract<DeliveryFailure, { kind: "waitUntil" }> | null = null;
  return async ({ channel, id, thread }: MessageRef, from?: ReadFrom): Promise<ThreadRead> => {
    const read = async (ts: string): Promise<{ messages: readonly Message[]; more: boolean }> => {
      const { messages = [], has_more = false } = await client.conversations.replies({
        channel: idOf(channel),
        ts,
        limit: mostRead,
        ...(from === undefined ? {} : { oldest: "after" in from ? from.after : (from.since / 1000).toFixed(6) }),
      });
      return { messages: messages.flatMap((each) => messageSchema.safeParse(each).data ?? []), more: has_more };
    };
    if (limited !== null && limited.until > now()) return { ok: false, failure: limited };
    try {
      const first = await read(thread ?? id);
      const root = thread ?? first.messages.find(({ ts }) => ts === id)?.thread_ts ?? id;
      const { messages: found, more } = root === (thread ?? id) ? first : await read(root);
      // The end of a long thread is not read, but the message itself must be.
      const isThere = from !== undefined || found.some(({ ts }) => ts === id);
      const own = isThere ? [] : (await read(id)).messages.filter(({ ts }) => ts === id);
      const messages = [...found, ...own];
      if (from === undefined && !messages.some(({ ts }) => ts === id)) return recipientGone("no message where one was");
      const written = await mapSequentially(messages, (message) => {
        const { text } = addressed(message.text, botUser());
        return { message, written: readWritten({ ...message, text }, botUser()) };
      });
      return {
        ok: true,
        root,
        messages: await Promise.all(written.map((each) => asRead(each, channel, asking))),
        more,
      };
    } catch (error) {
      const failure = failureOf(error, now());
      if (failure.kind === "waitUntil") limited = failure;
      return { ok: false, failure };
    }
  };
};
