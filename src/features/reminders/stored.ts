import { z } from "zod";
import { reminderNotificationJson, reminderStep, unavailableJson } from "../../stored/routes-json.ts";
import { instantJson } from "../../stored/sla-json.ts";
import { listJson, nullableJson } from "../../stored/schema-of.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { ReminderEvent, ReminderSent } from "./messages.ts";

export const reminders: StoredEvents<ReminderEvent> & StoredNotifications<ReminderSent> = {
  events: {
    acknowledged: { person: z.string() },
    snoozed: { person: z.string(), until: instantJson },
    reminded: {
      ...reminderStep,
      superseded: z.array(z.number()),
      plannedFor: instantJson,
      notices: listJson(reminderNotificationJson),
    },
    fallbackTaken: {
      failed: reminderNotificationJson,
      why: z.union([z.string(), unavailableJson]),
      next: nullableJson(reminderNotificationJson),
    },
    reachedByOtherRoute: { person: z.string(), why: z.string() },
    requeued: reminderStep,
  },
  notifications: { reminder: { notice: reminderNotificationJson } },
};
