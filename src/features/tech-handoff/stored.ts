import { z } from "zod";
import { nullableJson } from "../../stored/schema-of.ts";
import { clockChangesJson } from "../../stored/clock-changes-json.ts";
import { formatted } from "../../stored/message-json.ts";
import { mentionedPersonJson, messageKeyJson } from "../../stored/refs-json.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { TechEvent, TechNotification } from "./messages.ts";

export const techHandoff: StoredEvents<TechEvent> & StoredNotifications<TechNotification> = {
  events: {
    techAsked: { need: z.string(), clocks: clockChangesJson },
    techMessaged: { text: z.string() },
    techClaimed: { person: z.string() },
    techCommented: { ...formatted, message: messageKeyJson.nullable() },
    techReturned: { findings: z.string(), done: z.boolean() },
  },
  notifications: {
    toTech: { what: z.enum(["request", "message"]), text: z.string(), by: z.string() },
    fromTech: {
      ...formatted,
      what: z.enum(["claimed", "commented", "returned", "done"]),
      by: z.string(),
      message: messageKeyJson.nullable(),
      mention: nullableJson(mentionedPersonJson),
    },
  },
};
