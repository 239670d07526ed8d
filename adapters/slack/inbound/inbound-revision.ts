import { z } from "zod";
import type { ChatUser } from "../../../src/chat/inbound-event.ts";
import { atMostLongest } from "../../../src/chat/text.ts";
import { addressed, type SlackInbound } from "./inbound.ts";
import { attachmentsSchema } from "./forwarded.ts";
import { readWritten } from "./read-written.ts";

const id = z.string().min(1).max(64);
const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);

const messageSchema = z.object({
  subtype: z.string().optional(),
  user: id.optional(),
  bot_id: z.string().optional(),
  ts,
  thread_ts: ts.optional(),
  text: z.string().transform(atMostLongest).default(""),
  blocks: z.unknown().optional(),
  attachments: attachmentsSchema,
  edited: z.object({ ts }).optional(),
});

const eventSchema = z.object({
  event: z.discriminatedUnion("subtype", [
    z.object({
      type: z.literal("message"),
      subtype: z.literal("message_changed"),
      channel: id,
      event_ts: ts,
      message: messageSchema,
      previous_message: messageSchema.optional(),
    }),
    z.object({
      type: z.literal("message"),
      subtype: z.literal("message_deleted"),
      channel: id,
      event_ts: ts,
      previous_message: messageSchema,
    }),
  ]),
});

type Message = z.infer<typeof messageSchema>;

const instantOf = (time: string): number => Math.round(Number(time) * 1000);

const refOf = (channel: string, { ts: message, thread_ts }: Message) => ({
  channel: `slack:${channel}` as const,
  id: message,
  ...(thread_ts === undefined || thread_ts === message ? {} : { thread: thread_ts }),
});

const personOf = (user: string): ChatUser => ({ user: `slack:${user}`, name: user });

const nowhere = { trigger: null, responseUrl: null, view: null };

/** Slack also reports its own previews as changes. A person edited the message only if it has a new edit mark. */
const isEdit = (now: Message, before: Message | undefined): boolean =>
  now.edited !== undefined && now.edited.ts !== before?.edited?.ts;

/** Reads an edit or deletion of a person's own message; null for bots and other events. */
export const readRevision = (body: unknown, botUser: string | null): SlackInbound | null => {
  const { data } = eventSchema.safeParse(body);
  if (data === undefined) return null;
  const { event } = data;
  const { channel, previous_message: before } = event;
  // A deleted message with replies leaves a stub, which Slack reports as a change.
  const isGone = event.subtype === "message_deleted" || event.message.subtype === "tombstone";
  const message = event.subtype === "message_deleted" || isGone ? before : event.message;
  if (message?.user === undefined || message.bot_id !== undefined || message.user === botUser) return null;
  const common = {
    by: personOf(message.user),
    channel: `slack:${channel}`,
    message: refOf(channel, message),
    ...(channel.startsWith("D") ? { direct: true } : {}),
  } as const;
  const thread = message.thread_ts ?? null;
  if (isGone) {
    const key = `slack:del:${channel}:${message.ts}`;
    return {
      ...nowhere,
      thread,
      inboundEvent: { ...common, kind: "deleted", key, at: instantOf(event.event_ts) },
      home: null,
    };
  }
  if (message.edited === undefined || !isEdit(message, before)) return null;
  const key = `slack:edit:${channel}:${message.ts}:${message.edited.ts}`;
  const at = instantOf(message.edited.ts);
  return {
    ...nowhere,
    thread,
    inboundEvent: {
      ...common,
      kind: "edited",
      key,
      at,
      wroteAt: instantOf(message.ts),
      ...readWritten({ ...message, text: addressed(message.text, botUser).text }, botUser),
    },
    home: null,
  };
};
