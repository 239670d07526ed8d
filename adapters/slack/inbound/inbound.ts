import type { Instant } from "../../../src/sla/instant.ts";
import { z } from "zod";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";
import { idOf } from "../../../src/tickets/refs.ts";

import { linkMark } from "../outbound/render-card.ts";
import { quoteIn } from "./quote.ts";
import { attachmentsSchema } from "./forwarded.ts";
import { homeIn, homeOf, metadataOfHome } from "./read-home.ts";
import { readWritten } from "./read-written.ts";
import { filesSchema } from "./shared-files.ts";
import { withEmoji } from "../emoji/emoji.ts";
import { readText } from "./text.ts";
import { atMostLongest, withoutMentions } from "../../../src/chat/text.ts";

/** An inbound event read from a Slack payload, with what is needed to answer it. */
export interface SlackInbound {
  readonly inboundEvent: InboundEvent;
  /** Valid for opening one form within three seconds. */
  readonly trigger: string | null;
  /** For private answers, five times within half an hour. */
  readonly responseUrl: string | null;
  /** The dialog that was submitted. */
  readonly view: { readonly title: string; readonly fields: readonly string[] } | null;
  /** The pressed message is visible only to this person. */
  readonly onPrivate?: boolean;
  /** Set if it happened on the person's home, or in a form that they opened there: what the home shows, if that is known. */
  readonly home: { readonly shown: string | null } | null;
  /** The thread it happened in. */
  readonly thread: string | null;
}

const id = z.string().min(1).max(64);
const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
/** Longer text is cut. */
const long = z.string().transform(atMostLongest);

const commandSchema = z.object({
  command: z.string().regex(/^\/[\w-]{1,32}$/),
  text: long.default(""),
  channel_id: id,
  user_id: id,
  user_name: z.string().max(200).optional(),
  trigger_id: id.max(300),
  response_url: z.url().optional(),
});

const personSchema = z.object({ id, name: z.string().max(200).optional(), username: z.string().max(200).optional() });

const pressSchema = z.object({
  type: z.literal("block_actions"),
  user: personSchema,
  trigger_id: id.max(300),
  response_url: z.url().optional(),
  channel: z.object({ id }).optional(),
  container: z
    .object({ channel_id: id.optional(), thread_ts: ts.optional(), is_ephemeral: z.boolean().optional() })
    .optional(),
  message: z.object({ blocks: z.array(z.unknown()).max(100).default([]) }).optional(),
  actions: z
    .array(z.object({ value: z.string().optional(), selected_option: z.object({ value: z.string() }).nullish() }))
    .min(1),
});

const answerSchema = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

const submitSchema = z.object({
  type: z.literal("view_submission"),
  user: personSchema,
  trigger_id: id.max(300).optional(),
  view: z.object({
    id,
    hash: z.string().max(200).default(""),
    callback_id: z.string().min(1).max(255),
    private_metadata: z.string(),
    title: z.object({ text: z.string() }),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), answerSchema)) }),
  }),
});

const messageSchema = z.object({
  event: z.object({
    type: z.enum(["message", "app_mention"]),
    /** Other subtypes are edits, deletions, joins and system messages. */
    subtype: z.enum(["file_share", "thread_broadcast", "me_message"]).optional(),
    bot_id: z.undefined().optional(),
    bot_profile: z.undefined().optional(),
    hidden: z.literal(false).optional(),
    user: id,
    username: z.string().max(200).optional().catch(undefined),
    user_profile: z
      .object({ real_name: z.string().max(200).optional(), display_name: z.string().max(200).optional() })
      .optional()
      .catch(undefined),
    channel: id,
    ts,
    thread_ts: ts.optional(),
    text: long.default(""),
    blocks: z.unknown().optional(),
    attachments: attachmentsSchema,
    files: filesSchema,
  }),
});

const metadataSchema = z.object({ channel: id });

/** Stored in a form, so that its submission names the channel where it was opened, or that it was opened on a home. */
export const formMetadata = ({
  inboundEvent: { channel },
  home,
}: Pick<SlackInbound, "inboundEvent" | "home">): string =>
  home === null ? JSON.stringify({ channel: idOf(channel) }) : metadataOfHome(idOf(channel));

const parsedMetadata = (text: string): z.infer<typeof metadataSchema> | null => {
  try {
    return metadataSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

const channelRef = (channel: string) => `slack:${channel}` as const;
const person = (user: string, name: string | undefined) => ({
  user: `slack:${user}` as const,
  name: name === undefined || name === "" ? user : name,
});

/** The people whom a command mentions. Slack sends `<@U0CARLA|carla>`, so their names need no question. */
const peopleIn = (text: string): Pick<Extract<InboundEvent, { kind: "command" }>, "people"> => {
  const people = [...text.matchAll(/<@([A-Z0-9]{1,64})(?:\|[^<>]*)?>/g)].map(
    ([, user = ""]) => `slack:${user}` as const,
  );
  return people.length === 0 ? {} : { people };
};

/** Reads a slash command; null if it is none. */
export const readCommand = (body: unknown, now: Instant): SlackInbound | null => {
  const { data } = commandSchema.safeParse(body);
  if (data === undefined) return null;
  const { text, mentions } = readText(data.text.trim());
  return {
    inboundEvent: {
      kind: "command",
      key: `slack:command:${data.trigger_id}`,
      at: now,
      by: person(data.user_id, data.user_name),
      channel: channelRef(data.channel_id),
      name: data.command.slice(1),
      text,
      ...(mentions.length === 0 ? {} : { mentions }),
      ...peopleIn(data.text),
    },
    trigger: data.trigger_id,
    responseUrl: data.response_url ?? null,
    view: null,
    thread: null,
    home: null,
  };
};

/** Reads a pressed button or menu entry; null for entries that are only links. */
export const readPress = (body: unknown, now: Instant): SlackInbound | null => {
  const { data } = pressSchema.safeParse(body);
  const home = homeIn(body);
  const channel = data?.channel?.id ?? data?.container?.channel_id ?? home?.channel;
  const value = data?.actions[0]?.selected_option?.value ?? data?.actions[0]?.value;
  if (data === undefined || channel === undefined || value === undefined || value.startsWith(linkMark)) return null;
  // Text that a button carries follows its action on the next lines.
  const [action = "", ...carried] = value.split("\n");
  const quote = carried.length > 0 ? carried.join("\n") : quoteIn(data.message?.blocks ?? []);
  return {
    inboundEvent: {
      kind: "press",
      key: `slack:press:${data.trigger_id}`,
      at: now,
      by: person(data.user.id, data.user.name ?? data.user.username),
      channel: channelRef(channel),
      action,
      ...(quote === undefined ? {} : { quote }),
    },
    trigger: data.trigger_id,
    responseUrl: data.response_url ?? null,
    view: null,
    onPrivate: data.container?.is_ephemeral === true,
    home,
    thread: data.container?.thread_ts ?? null,
  };
};

/** Reads a submitted form, in the channel where it was opened. */
export const readSubmission = (body: unknown, now: Instant): SlackInbound | null => {
  const { data } = submitSchema.safeParse(body);
  const metadata = parsedMetadata(data?.view.private_metadata ?? "");
  if (data === undefined || metadata === null) return null;
  const { view, user } = data;
  const values = Object.fromEntries(
    Object.entries(view.state.values).map(([name, inputs]) => {
      const [answer] = Object.values(inputs);
      return [name, answer?.selected_option?.value ?? withEmoji(answer?.value ?? "")];
    }),
  );
  return {
    inboundEvent: {
      kind: "submit",
      // Submitting again after an error sends the same view: it must not count twice.
      key: `slack:submit:${view.id}:${view.hash}`,
      at: now,
      by: person(user.id, user.name ?? user.username),
      channel: channelRef(metadata.channel),
      action: view.callback_id,
      values,
    },
    trigger: data.trigger_id ?? null,
    responseUrl: null,
    view: { title: view.title.text, fields: Object.keys(view.state.values) },
    home: homeOf(view.private_metadata) === null ? null : { shown: null },
    thread: null,
  };
};

/** Removes the bot's mentions from a text, and returns whether there were any. */
export const addressed = (
  text: string,
  botUser: string | null,
): { readonly text: string; readonly mentionsBot: boolean } => {
  if (botUser === null) return { text, mentionsBot: false };
  const without = withoutMentions(text, new RegExp(`<@${botUser}(?:\\|[^<>]*)?>`));
  return without === text ? { text, mentionsBot: false } : { text: without.trim(), mentionsBot: true };
};

/** Reads a message; null for bots, edits, joins and the rest. `botUser` is the bot itself. */
export const readMessage = (body: unknown, botUser: string | null): SlackInbound | null => {
  const { data } = messageSchema.safeParse(body);
  if (data === undefined || data.event.user === botUser || data.event.user === "USLACKBOT") return null;
  const { event } = data;
  const { text, mentionsBot } = addressed(event.text, botUser);
  const below = event.thread_ts !== undefined && event.thread_ts !== event.ts ? { thread: event.thread_ts } : {};
  return {
    inboundEvent: {
      kind: "message",
      // Not the event's id: a mention arrives as two events, and a shared channel delivers one for each workspace.
      key: `slack:msg:${event.channel}:${event.ts}`,
      at: Math.round(Number(event.ts) * 1000),
      by: person(event.user, event.user_profile?.display_name || event.user_profile?.real_name || event.username),
      channel: channelRef(event.channel),
      message: { channel: channelRef(event.channel), id: event.ts, ...below },
      ...readWritten({ ...event, text }, botUser),
      ...(mentionsBot ? { mentionsBot } : {}),
      ...(event.channel.startsWith("D") ? { direct: true } : {}),
    },
    trigger: null,
    responseUrl: null,
    view: null,
    thread: event.thread_ts ?? null,
    home: null,
  };
};

/** The shape that Bolt's handlers need. The receiver refuses everything else. */
export const payloadSchema = z.union([
  z.looseObject({ type: z.literal("event_callback"), event: z.looseObject({ type: z.string().min(1) }) }),
  z.looseObject({ command: z.string().min(1), channel_id: id, user_id: id }),
  z.looseObject({
    type: z.literal("block_actions"),
    user: z.looseObject({ id }),
    actions: z.array(z.looseObject({ action_id: z.string() })).min(1),
  }),
  z.looseObject({
    type: z.enum(["view_submission", "view_closed"]),
    user: z.looseObject({ id }),
    view: z.looseObject({ callback_id: z.string() }),
  }),
  z.looseObject({ type: z.enum(["shortcut", "message_action", "block_suggestion"]), user: z.looseObject({ id }) }),
]);
