import { z } from "zod";
import { clockChangesJson } from "../../stored/clock-changes-json.ts";
import { mentionedPersonJson } from "../../stored/refs-json.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { ResolutionEvent, StatusNotification } from "./messages.ts";

const autoClosed = z.literal(true).exactOptional();

export const resolution: StoredEvents<ResolutionEvent> & StoredNotifications<StatusNotification> = {
  events: {
    resolved: { asksRating: z.boolean(), autoClosed },
    reopened: { needsReply: z.boolean(), clocks: clockChangesJson },
  },
  notifications: {
    statusChanged: {
      to: z.enum(["waiting", "resolved", "reopened"]),
      by: z.string(),
      asksRating: z.boolean().exactOptional(),
      autoClosed,
      byRequester: z.literal(true).exactOptional(),
      mention: mentionedPersonJson.exactOptional(),
    },
  },
};
