import { z } from "zod";
import { unavailableJson, whySkippedJson } from "../../stored/routes-json.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { AssignmentEvent, AssignmentNotification } from "./messages.ts";

const assigneeLeft = { person: z.string(), next: z.string().nullable() };

export const assignment: StoredEvents<AssignmentEvent> & StoredNotifications<AssignmentNotification> = {
  events: {
    assigned: {
      person: z.string().nullable(),
      claimed: z.boolean(),
      notified: z.union([z.literal("direct"), unavailableJson]).nullable(),
    },
    noAgentAvailable: {},
    assigneeLeft,
  },
  notifications: {
    noAgentAvailable: {},
    assigneeLeft,
    assigned: { person: z.string(), by: z.string().nullable() },
    assigneeNotNotified: { person: z.string(), why: whySkippedJson },
    assigneeNotice: {
      about: z.enum(["customer", "tech", "reopened"]),
      person: z.string(),
      instead: z.string().nullable(),
    },
  },
};
