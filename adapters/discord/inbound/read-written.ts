import { z } from "zod";
import { forwardedWords, readBelow, type ReadWords } from "../../../src/chat/reading/forwarded.ts";
import type { Mention } from "../../../src/chat/reading/mentions.ts";
import { cut, longestText } from "../../../src/chat/text.ts";
import type { FileRef } from "../../../src/tickets/refs.ts";
import { attachmentsSchema, sharedFiles } from "./attachments.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readTyped, userSchema } from "./speaker.ts";

/** Discord lets a message have three. */
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

/** What a message and a forwarded message have in common. */
const saidFields = {
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

/** The fields of a message that tell what it says and shows. */
export const writtenFields = {
  ...saidFields,
  message_snapshots: z
    .array(z.object({ message: z.object(saidFields) }))
    .max(10)
    .default([])
    .catch([]),
};
const writtenSchema = z.object(writtenFields);
const saidSchema = z.object(saidFields);
type Said = z.infer<typeof saidSchema>;
export type MessageBody = z.infer<typeof writtenSchema>;

const pollWords = ({ question, answers }: z.infer<typeof pollSchema>): string =>
  [
    `📊 ${question.text ?? ""}`.trim(),
    ...answers.map(({ poll_media: { text: words, emoji } }) => `• ${[emoji?.name, words].filter(Boolean).join(" ")}`),
  ].join("\n");

/** The words of one message, at most so many characters of them. */
const saidWords = ({ content, mentions: known, sticker_items, poll }: Said, characters: number): ReadWords => {
  const mentions: Mention[] = [];
  const words = readMarkdown(cut(content, characters), (typed, _, at) => {
    const read = readTyped(typed, known);
    for (const each of read.mentions ?? []) mentions.push({ ...each, from: at + each.from, to: at + each.to });
    return read.text;
  });
  const shown = [...sticker_items.map(({ name }) => `:${name}:`), ...(poll == null ? [] : [pollWords(poll)])];
  return readBelow({ ...words, mentions }, shown, (each) => ({ text: each }), characters);
};

/** What a message says and shows: its own words, stickers, poll and files, and those of a message that its author forwarded. */
export const readWritten = (
  { message_snapshots, ...own }: MessageBody,
  channel: string,
  message: string,
): ReadWords & { readonly files: readonly FileRef[] } => {
  const forwarded = message_snapshots.map((each) => each.message);
  // Discord does not tell who wrote a forwarded message.
  const words = readBelow(saidWords(own, longestText), forwarded, (each, characters) =>
    forwardedWords({ text: "" }, saidWords(each, characters)),
  );
  const attachments = [own, ...forwarded].flatMap((each) => each.attachments);
  return { ...words, files: sharedFiles(channel, message, attachments) };
};

/** The words of a message as an event has them. */
export const wordsOf = ({ text, format = [], mentions }: ReadWords): ReadWords => ({
  text,
  ...(format.length === 0 ? {} : { format }),
  ...(mentions === undefined ? {} : { mentions }),
});
