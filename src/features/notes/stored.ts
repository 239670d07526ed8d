import { z } from "zod";
import { messageKeyJson } from "../../stored/refs-json.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { NoteEvent, NoteNotification } from "./messages.ts";

export const notes: StoredEvents<NoteEvent> & StoredNotifications<NoteNotification> = {
  events: { noted: { text: z.string(), alreadyPosted: z.boolean(), message: messageKeyJson.nullable() } },
  notifications: { note: { text: z.string(), by: z.string() } },
};
