import { z } from "zod";
import { quotedForward, readAttached, type TextWithMentions } from "../../../src/chat/reading/forwarded.ts";
import { lenientList } from "../../shared/payload.ts";
import { isWithin } from "../../../src/chat/reading/is-within.ts";
import { cut, longestText } from "../../../src/chat/text.ts";
import { blocksAtMost, readRichText } from "./read-rich-text.ts";
import { filesSchema } from "./shared-files.ts";
import { readText } from "./text.ts";

/** Further forwarded messages are not read. */
const mostForwarded = 10;
/** Slack's limit of attachments per message. */
const mostAttachments = 100;

const attachmentSchema = z.object({
  is_share: z.boolean().optional(),
  is_msg_unfurl: z.boolean().optional(),
  from_url: z.unknown().optional(),
  original_url: z.unknown().optional(),
  author_id: z.string().max(64).optional(),
  author_name: z.string().max(500).optional(),
  text: z.string().max(longestText).optional(),
  fallback: z.string().max(longestText).optional(),
  title: z.string().max(longestText).optional(),
  message_blocks: z.array(z.object({ message: z.object({ blocks: z.unknown() }) })).optional(),
  files: filesSchema,
});

const isPreview = ({ is_msg_unfurl, from_url, original_url }: z.infer<typeof attachmentSchema>): boolean =>
  is_msg_unfurl === true || from_url !== undefined || original_url !== undefined;

/**
 * What is attached to a message: forwarded messages and cards of other apps. Slack also attaches previews: of linked messages
 * (`is_msg_unfurl`), perhaps from a channel that the readers of this one cannot open, and of web pages (`from_url`). So
 * previews and their files are not read.
 */
export const attachmentsSchema = lenientList(attachmentSchema, mostAttachments)
  .transform((all) => all.filter((each) => each.is_share === true || !isPreview(each)))
  .optional()
  .catch(undefined);
export type SlackAttachment = NonNullable<z.infer<typeof attachmentsSchema>>[number];

/** The messages that a person forwarded with this one. */
export const forwardedIn = (all: readonly SlackAttachment[]): readonly SlackAttachment[] =>
  all.filter(({ is_share }) => is_share === true).slice(0, mostForwarded);

const authorOf = ({ author_name, author_id }: SlackAttachment): TextWithMentions => {
  const name = readText(author_name ?? "").text.trim();
  if (name !== "" || author_id === undefined) return { text: name };
  const text = "@unknown";
  return { text, mentions: [{ is: "user", id: author_id, from: 0, to: text.length }] };
};

/** Returns a message's own text, followed by what it forwards. `blocks` are those of the message itself. */
export const withForwarded = (
  own: TextWithMentions,
  attachments: readonly SlackAttachment[] = [],
  blocks?: unknown,
): TextWithMentions => {
  // All blocks of a message share one budget. Beyond it, a forwarded message is read from its plain text.
  const isReadable = isWithin(
    [blocks, ...attachments.map(({ message_blocks }) => message_blocks?.[0]?.message.blocks)],
    { ...blocksAtMost, depth: blocksAtMost.depth + 1 },
  );
  return readAttached(own, attachments, (attachment, characters) => {
    const [message] = attachment.message_blocks ?? [];
    const forwardedText = readRichText({
      text: cut(attachment.text ?? "", characters),
      ...(message === undefined || !isReadable ? {} : { blocks: message.message.blocks }),
    });
    const text =
      forwardedText.text.trim() === "" ? readText(cut(attachment.fallback ?? "", characters)) : forwardedText;
    return quotedForward(authorOf(attachment), text);
  });
};
