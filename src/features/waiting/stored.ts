import { z } from "zod";
import { instantJson } from "../../stored/sla-json.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import { inactivityRecordJson } from "../../stored/ticket-json.ts";
import type { WaitingEvent, WaitingNotification } from "./messages.ts";

export const waiting: StoredEvents<WaitingEvent> & StoredNotifications<WaitingNotification> = {
  events: {
    waitStarted: { inactivity: inactivityRecordJson.nullable(), withReply: z.boolean() },
    nudged: { inactivity: inactivityRecordJson },
    inactivityRestarted: { inactivity: inactivityRecordJson },
  },
  notifications: { nudged: { closeAt: instantJson.nullable() } },
};
