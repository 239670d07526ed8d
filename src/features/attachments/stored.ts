import { z } from "zod";
import { fileJson, messageKeyJson } from "../../stored/refs-json.ts";
import type { StoredNotifications } from "../../stored/stored-fields.ts";
import type { AttachmentNotification } from "./messages.ts";

export const attachments: StoredNotifications<AttachmentNotification> = {
  notifications: {
    customerFile: {
      message: messageKeyJson,
      file: fileJson,
      by: z.string(),
      company: z.string().nullable(),
      staff: z.boolean(),
      whyNot: z.string().nullable(),
    },
  },
};
