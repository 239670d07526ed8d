import type { Instant } from "../../../src/sla/instant.ts";
import { z } from "zod";
import { atMostLongest } from "../../../src/chat/text.ts";

import type { SlackInbound } from "./inbound.ts";
import { openFromMessage } from "../app-manifest.ts";
import { attachmentsSchema } from "./forwarded.ts";
import { readWritten } from "./read-written.ts";
import { filesSchema } from "./shared-files.ts";

const id = z.string().min(1).max(64);
const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);

const pickSchema = z.object({
  type: z.literal("message_action"),
  callback_id: z.literal(openFromMessage),
  trigger_id: z.string().min(1).max(300),
  response_url: z.url().optional(),
  user: z.object({ id, name: z.string().max(200).optional() }),
  channel: z.object({ id }),
  message: z.object({
    ts,
    thread_ts: ts.optional(),
    user: id.optional(),
    bot_id: id.optional(),
    username: z.string().max(200).optional(),
    text: z.string().transform(atMostLongest).default(""),
    blocks: z.unknown().optional(),
    attachments: attachmentsSchema,
    files: filesSchema,
  }),
});

/** Reads "Open ticket from message", chosen from the menu of a message; null if it is something else. */
export const readPick = (body: unknown, now: Instant): SlackInbound | null => {
  const { data } = pickSchema.safeParse(body);
  if (data === undefined) return null;
  const { user, message } = data;
  const channel = `slack:${data.channel.id}` as const;
  const author = message.user ?? message.bot_id ?? "";
  const below =
    message.thread_ts !== undefined && message.thread_ts !== message.ts ? { thread: message.thread_ts } : {};
  return {
    inboundEvent: {
      kind: "pick",
      key: `slack:pick:${data.trigger_id}`,
      at: now,
      by: { user: `slack:${user.id}`, name: user.name || user.id },
      channel,
      author: { user: `slack:${author}`, name: message.username || author },
      message: { channel, id: message.ts, ...below },
      ...readWritten(message),
    },
    trigger: data.trigger_id,
    responseUrl: data.response_url ?? null,
    view: null,
    thread: message.thread_ts ?? null,
    home: null,
  };
};

const reactionSchema = z.object({
  event: z.object({
    type: z.literal("reaction_added"),
    reaction: z.string().min(1).max(200),
    user: id,
    item: z.object({ type: z.literal("message"), channel: id, ts }),
    event_ts: ts,
  }),
});

/** Reads an emoji on a message; null for the bot's own. */
export const readReaction = (body: unknown, botUser: string | null): SlackInbound | null => {
  const { data } = reactionSchema.safeParse(body);
  if (data === undefined || data.event.user === botUser) return null;
  const { user, item, event_ts, reaction } = data.event;
  const opens = reaction === "ticket";
  const channel = `slack:${item.channel}` as const;
  return {
    inboundEvent: {
      kind: "react",
      // Removing the emoji and adding it again is the same request. Any other emoji is another one.
      key: `slack:react:${item.channel}:${item.ts}:${user}${opens ? "" : ":other"}`,
      at: Math.round(Number(event_ts) * 1000),
      by: { user: `slack:${user}`, name: user },
      channel,
      message: { channel, id: item.ts },
      emoji: opens ? "🎫" : `:${reaction}:`,
    },
    trigger: null,
    responseUrl: null,
    view: null,
    thread: null,
    home: null,
  };
};
