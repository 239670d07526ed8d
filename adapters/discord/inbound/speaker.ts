import { z } from "zod";
import type { ChatUser } from "../../../src/chat/inbound-event.ts";
import type { TextWithMentions } from "../../../src/chat/reading/forwarded.ts";
import { nameWithoutBreaks } from "../../../src/chat/reading/mentions.ts";
import { withoutMentions } from "../../../src/chat/text.ts";
import { createMentionedText } from "../../shared/payload.ts";

const text = z.string().max(100_000);

/** A person, as Discord describes them. */
export const userSchema = z.object({
  id: z.string().regex(/^\d{1,20}$/),
  username: text,
  global_name: text.nullish(),
  bot: z.boolean().optional(),
});
export type User = z.infer<typeof userSchema>;

/** Returns a person with the name that they use: on the server, if they have one there. */
export const person = (user: User, nick: string | null, locale?: string): ChatUser => ({
  user: `discord:${user.id}`,
  name: nick || user.global_name || user.username || user.id,
  ...(locale === undefined ? {} : { locale }),
});

const sequence =
  /<(?:@!?(?<user>\d{1,20})|@&(?<role>\d{1,20})|#(?<channel>\d{1,20})|t:(?<time>-?\d{1,13})(?::[a-zA-Z])?|a?(?<emoji>:\w{2,32}:)\d{15,20}|(?<command>\/[^<>:]{1,100}):\d{1,20}|id:(?<guide>[a-z-]{1,30})(?::\d{1,20})?)>/g;

/** The names that Discord's clients show for the pages of a server. */
const guides: Readonly<Record<string, string>> = {
  customize: "Channels & Roles",
  browse: "Browse Channels",
  guide: "Server Guide",
  "linked-roles": "Linked Roles",
};

const moment = (seconds: string): string | null => {
  const at = new Date(Number(seconds) * 1000);
  return Number.isNaN(at.getTime()) ? null : `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
};

/**
 * Replaces people, channels, roles, emoji, commands and times in a typed text by readable text. `mentions` are the
 * stretches whose names must be requested.
 */
export const readTyped = (content: string, known: readonly User[]): TextWithMentions => {
  const text = createMentionedText();
  const { add } = text;
  let at = 0;
  for (const { 0: whole, index, groups = {} } of content.matchAll(sequence)) {
    add(content.slice(at, index));
    at = index + whole.length;
    const { user, role, channel, time, emoji, command, guide } = groups;
    const person = user === undefined ? undefined : known.find((each) => each.id === user);
    if (person !== undefined) add(`@${nameWithoutBreaks(person.global_name || person.username)}`);
    else if (user !== undefined) add("@unknown", { is: "user", id: user });
    else if (role !== undefined) add("@role", { is: "group", id: role });
    else if (channel !== undefined) add(`#${channel}`, { is: "channel", id: channel });
    else if (time !== undefined) add(moment(time) ?? whole);
    else if (guide !== undefined) add(`#${guides[guide] ?? guide}`);
    else add(emoji ?? command ?? whole);
  }
  add(content.slice(at));
  return text.all();
};

/** The same without requesting names. */
export const literal = (content: string, known: readonly User[]): string => readTyped(content, known).text;

/**
 * Removes the mentions of a user and of their roles from a text, and returns whether there were any. A notifying reply
 * is not a mention.
 */
export const withoutMentionOf = (
  content: string,
  user: string,
  roles: readonly string[],
): { readonly text: string; readonly mentioned: boolean } => {
  const called = [`!?${user}`, ...roles.map((role) => `&${role}`)].join("|");
  const text = withoutMentions(content, new RegExp(`<@(?:${called})>`));
  return text === content ? { text, mentioned: false } : { text: text.trim(), mentioned: true };
};
