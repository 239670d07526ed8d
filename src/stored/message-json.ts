import { z } from "zod";
import { listJson, schemaOf } from "./schema-of.ts";
import type { Format } from "../tickets/format.ts";
import type { ImportedMessage, RecordedOpeningMessage } from "../tickets/thread/imported-thread.ts";
import type { Attachment } from "../tickets/thread/thread-message.ts";
import { fileFields, fileJson, messageKeyJson, userJson } from "./refs-json.ts";
import { instantJson } from "./sla-json.ts";
import type { CustomerMessage, OpeningMessage } from "../tickets/ticket.ts";
import { versionedJson } from "./versioned-json.ts";

export const formatJson = schemaOf<readonly Format[]>()(
  z.array(
    z.strictObject({
      from: z.int(),
      to: z.int(),
      as: z.enum(["bold", "italic", "strike", "code", "block", "link"]),
    }),
  ),
);

export const formatted = { text: z.string(), format: formatJson };

/** The same where the platform may say nothing of formats. */
export const maybeFormatted = { text: z.string(), format: formatJson.exactOptional() };

export const messageFormatJson = versionedJson<readonly Format[]>({
  name: "thread_messages.format",
  schema: formatJson,
});

const rejections = [
  "tooLarge",
  "program",
  "active",
  "archive",
  "packed",
  "tooMany",
  "tooManyInThread",
  "quota",
  "unseen",
] as const;

export const attachmentJson = schemaOf<Attachment>()(
  z.strictObject({
    ...fileFields,
    rejectedBecause: z.enum(rejections).nullable(),
  }),
);

export const messageFilesJson = versionedJson<readonly Attachment[]>({
  name: "thread_messages.files",
  schema: schemaOf<readonly Attachment[]>()(z.array(attachmentJson)),
});

const customerMessage = { ...formatted, by: z.string(), at: instantJson };
export const customerMessageJson = schemaOf<CustomerMessage>()(z.object(customerMessage));

const openingMessage = {
  ...formatted,
  message: messageKeyJson,
  by: z.object({ user: userJson, name: z.string() }),
  at: instantJson,
};

export const openingMessageJson = schemaOf<OpeningMessage>()(
  z.object({
    ...openingMessage,
    files: z.array(fileJson),
  }),
);

export const recordedOpeningMessageJson = schemaOf<RecordedOpeningMessage>()(
  z.object({
    ...openingMessage,
    files: z.array(attachmentJson),
    staff: z.boolean(),
    company: z.string().nullable(),
  }),
);

const importedMessageJson = schemaOf<ImportedMessage>()(
  z.object({
    ...customerMessage,
    staff: z.boolean(),
    message: messageKeyJson.nullable(),
    user: userJson.nullable(),
    files: z.array(attachmentJson),
    company: z.string().nullable(),
  }),
);

export const importedThread = { messages: listJson(importedMessageJson), more: z.boolean() };
