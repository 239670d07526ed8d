import { z } from "zod";
import type { Format } from "../tickets/format.ts";
import type { Attachment } from "../tickets/thread/thread-message.ts";
import { versionedJson } from "./versioned-json.ts";

export const formatJson: z.ZodType<readonly Format[]> = z.array(
  z.strictObject({
    from: z.int(),
    to: z.int(),
    as: z.enum(["bold", "italic", "strike", "code", "block", "link"]),
  }),
);

export const messageFormatJson = versionedJson<readonly Format[]>({
  name: "thread_messages.format",
  schema: formatJson,
});

export const messageFilesJson = versionedJson<readonly Attachment[]>({
  name: "thread_messages.files",
  schema: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      size: z.number(),
      type: z.string(),
      unseen: z.boolean().optional(),
      rejectedBecause: z
        .enum(["tooLarge", "program", "active", "archive", "packed", "tooMany", "tooManyInThread", "quota", "unseen"])
        .nullable(),
    }),
  ),
});
