import { z } from "zod";
import type { ChatUser } from "../../src/chat/happening.ts";
import { withoutMentions } from "../../src/chat/text.ts";

const text = z.string().max(100_000);

/** Somebody as Discord describes them. */
export const userSchema = z.object({
  id: z.string().regex(/^\d{1,20}$/),
  username: text,
  global_name: text.nullish(),
  bot: z.boolean().optional(),
});
export type User = z.infer<typeof userSchema>;

/** Somebody by the name they go by: on the server where they have one there. */
export const person = (user: User, nick: string | null | undefined, locale?: string): ChatUser => ({
  user: `discord:${user.id}`,
  name: nick || user.global_name || user.username || user.id,
  ...(locale === undefined ? {} : { locale }),
});

/** What was typed: mentions and emoji become the words they stand for. */
export const literal = (content: string, mentions: readonly User[]): string =>
  content
    .replaceAll(/<@!?(\d{1,20})>/g, (whole, mentioned: string) => {
      const user = mentions.find((each) => each.id === mentioned);
      return user === undefined ? whole : `@${user.global_name || user.username}`;
    })
    .replaceAll(/<a?(:\w{2,32}:)\d{15,20}>/g, "$1");

/**
 * A text without a person's mention, or that of a role of theirs, and whether it stood there. That a reply rings somebody is no
 * mention.
 */
export const without = (
  content: string,
  user: string,
  roles: readonly string[],
): { readonly text: string; readonly mentioned: boolean } => {
  const called = [`!?${user}`, ...roles.map((role) => `&${role}`)].join("|");
  const text = withoutMentions(content, new RegExp(`<@(?:${called})>`));
  return text === content ? { text, mentioned: false } : { text: text.trim(), mentioned: true };
};
