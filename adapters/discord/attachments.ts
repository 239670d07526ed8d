import { z } from "zod";
import type { FileRef } from "../../src/domain/refs.ts";

/** The attachments of a message as Discord tells of them. */
export const attachmentsSchema = z
  .array(
    z.object({
      id: z.string().regex(/^\d{1,20}$/),
      filename: z.string().max(100_000).default(""),
      size: z.number().default(0),
      content_type: z.string().max(200).nullish(),
    }),
  )
  .default([]);

/** The same by names with which they can be asked for again: channel, message and attachment. */
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
