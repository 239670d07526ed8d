import { ApplicationCommandType } from "discord.js";
import { z } from "zod";
import type { ChatUser, InboundEvent } from "../../../src/chat/inbound-event.ts";
import { openFromMessage } from "./commands.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { readWritten, writtenFields } from "./read-written.ts";
import { person, userSchema } from "./speaker.ts";

const id = z.string().regex(/^\d{1,20}$/);

const pickSchema = z.object({
  type: z.literal(ApplicationCommandType.Message),
  name: z.literal(openFromMessage),
  target_id: id,
  resolved: z.object({
    messages: z.record(
      z.string(),
      z.object({
        id,
        channel_id: id.optional(),
        author: userSchema,
        ...writtenFields,
      }),
    ),
  }),
});

type Picked = Extract<InboundEvent, { kind: "pick" }>;

/** Reads the message that was chosen from its menu; null for other commands. `thread` is its thread. */
export const readPick = (
  data: unknown,
  common: Pick<Picked, "key" | "at" | "by" | "channel">,
  thread: string | null,
): Picked | null => {
  const command = pickSchema.safeParse(data).data;
  const message = command?.resolved.messages[command.target_id];
  if (message === undefined) return null;
  return {
    ...common,
    kind: "pick",
    author: person(message.author, null),
    message: { channel: common.channel, id: message.id, ...(thread === null ? {} : { thread }) },
    ...readWritten(message, message.channel_id ?? thread ?? idOf(common.channel), message.id),
  };
};

/** The emoji by which people open a ticket from a message. */
export const ticketEmoji = "🎫";

const reactionSchema = z.object({
  user_id: id,
  channel_id: id,
  message_id: id,
  member: z.object({ user: userSchema, nick: z.string().nullish() }).optional(),
  emoji: z.object({ name: z.string().nullish() }),
});

/** A person's emoji on a message, before the channel's parent is known. */
export interface Reaction {
  readonly by: ChatUser;
  readonly channel: string;
  readonly message: string;
  readonly emoji: string;
}

/** Reads an emoji on a message; null for bots and for the bot itself. */
export const readReaction = (body: unknown, self: string): Reaction | null => {
  const { data } = reactionSchema.safeParse(body);
  if (data === undefined || data.user_id === self || data.member?.user.bot === true) return null;
  const { user_id, member } = data;
  return {
    by: member === undefined ? { user: `discord:${user_id}`, name: user_id } : person(member.user, member.nick ?? null),
    channel: data.channel_id,
    message: data.message_id,
    emoji: data.emoji.name ?? "",
  };
};
