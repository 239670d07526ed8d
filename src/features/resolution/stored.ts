import { z } from "zod";
import { nullableJson } from "../../stored/schema-of.ts";
import { clockChangesJson } from "../../stored/clock-changes-json.ts";
import { mentionedPersonJson } from "../../stored/refs-json.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { ResolutionEvent, StatusNotification } from "./messages.ts";

const autoClosed = z.boolean();

export const resolution: StoredEvents<ResolutionEvent> & StoredNotifications<StatusNotification> = {
  events: {
    resolved: { asksRating: z.boolean(), autoClosed },
    reopened: { needsReply: z.boolean(), clocks: clockChangesJson },
  },
  notifications: {
    statusChanged: {
      to: z.enum(["waiting", "resolved", "reopened"]),
      by: z.string(),
      asksRating: z.boolean(),
      autoClosed,
      byRequester: z.boolean(),
      mention: nullableJson(mentionedPersonJson),
    },
  },
};
