import { z } from "zod";
import { cut } from "../../../src/chat/text.ts";
import { lenientList } from "../../shared/payload.ts";
import type { FileRef } from "../../../src/tickets/refs.ts";

/** Further attachments of a message are not read. Discord allows ten. */
const mostFiles = 50;

const attachmentSchema = z.object({
  id: z.string().regex(/^\d{1,20}$/),
  filename: z
    .string()
    .transform((name) => cut(name, 500))
    .default("")
    .catch(""),
  size: z.number().nonnegative().default(0).catch(0),
  content_type: z.string().max(200).nullish().catch(null),
});

/** The attachments of a message, as Discord describes them. */
export const attachmentsSchema = lenientList(attachmentSchema, mostFiles).default([]).catch([]);

/** The attachments with ids by which they can be requested again: channel, message and attachment. */
export const sharedFiles = (
  channel: string,
  message: string,
  attachments: z.infer<typeof attachmentsSchema>,
): readonly FileRef[] =>
  attachments.map(({ id, filename, size, content_type }) => ({
    id: `${channel}/${message}/${id}`,
    name: filename || id,
    size,
    type: content_type ?? "",
  }));
