import { z } from "zod";
import { quotedForward, readAttached, type TextWithMentions } from "../../../src/chat/reading/forwarded.ts";
import type { Mention } from "../../../src/chat/reading/mentions.ts";
import { cut, longestText } from "../../../src/chat/text.ts";
import type { FileRef } from "../../../src/tickets/refs.ts";
import { attachmentsSchema, sharedFiles } from "./attachments.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readTyped, userSchema } from "./speaker.ts";

/** Further stickers are not read. Discord allows three. */
const mostStickers = 10;

const text = z.string().max(longestText);

const pollSchema = z.object({
  question: z.object({ text: text.nullish() }),
  answers: z
    .array(
      z.object({ poll_media: z.object({ text: text.nullish(), emoji: z.object({ name: text.nullish() }).nullish() }) }),
    )
    .max(20)
    .default([]),
});

/** The fields that a message and a forwarded message share. */
const contentFields = {
  content: text.default(""),
  mentions: z.array(userSchema).default([]).catch([]),
  attachments: attachmentsSchema,
  sticker_items: z
    .array(z.object({ name: text }))
    .transform((all) => all.slice(0, mostStickers))
    .default([])
    .catch([]),
  poll: pollSchema.nullish().catch(null),
};

/** The fields of a message with its content. */
export const writtenFields = {
  ...contentFields,
  message_snapshots: z
    .array(z.object({ message: z.object(contentFields) }))
    .max(10)
    .default([])
    .catch([]),
};
const writtenSchema = z.object(writtenFields);
const contentSchema = z.object(contentFields);
type MessageContent = z.infer<typeof contentSchema>;
export type MessageBody = z.infer<typeof writtenSchema>;

const pollText = ({ question, answers }: z.infer<typeof pollSchema>): string =>
  [
    `📊 ${question.text ?? ""}`.trim(),
    ...answers.map(
      ({ poll_media: { text: written, emoji } }) => `• ${[emoji?.name, written].filter(Boolean).join(" ")}`,
    ),
  ].join("\n");

/** The text of one message, at most so many characters. */
const contentText = (
  { content, mentions: known, sticker_items, poll }: MessageContent,
  characters: number,
): TextWithMentions => {
  const mentions: Mention[] = [];
  const written = readMarkdown(cut(content, characters), (typed, _, at) => {
    const read = readTyped(typed, known);
    for (const each of read.mentions ?? []) mentions.push({ ...each, from: at + each.from, to: at + each.to });
    return read.text;
  });
  const shown = [...sticker_items.map(({ name }) => `:${name}:`), ...(poll == null ? [] : [pollText(poll)])];
  return readAttached({ ...written, mentions }, shown, (each) => ({ text: each }), characters);
};

/** The content of a message: its own text, stickers, poll and files, and those of a message that it forwards. */
export const readWritten = (
  { message_snapshots, ...own }: MessageBody,
  channel: string,
  message: string,
): TextWithMentions & { readonly files: readonly FileRef[] } => {
  const forwarded = message_snapshots.map((each) => each.message);
  // Discord does not say who wrote a forwarded message.
  const written = readAttached(contentText(own, longestText), forwarded, (each, characters) =>
    quotedForward({ text: "" }, contentText(each, characters)),
  );
  const attachments = [own, ...forwarded].flatMap((each) => each.attachments);
  return { ...written, files: sharedFiles(channel, message, attachments) };
};

/** The text of a message, as an event carries it. */
export const limitedText = ({ text, format = [], mentions }: TextWithMentions): TextWithMentions => ({
  text,
  ...(format.length === 0 ? {} : { format }),
  ...(mentions === undefined ? {} : { mentions }),
});
