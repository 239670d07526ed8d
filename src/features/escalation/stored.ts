import { z } from "zod";
import { notifyTargetJson, pageJson } from "../../stored/routes-json.ts";
import { instantJson } from "../../stored/sla-json.ts";
import { listJson, nullableJson } from "../../stored/schema-of.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import { breachedTargetJson } from "../../stored/ticket-json.ts";
import type { EscalationEvent, EscalationNotification } from "./messages.ts";

const pageDelivered = { about: z.enum(["escalation", "call", "consulting"]), person: z.string().nullable() };

export const escalation: StoredEvents<EscalationEvent> & StoredNotifications<EscalationNotification> = {
  events: {
    escalated: { why: z.string().nullable(), breached: breachedTargetJson.nullable(), page: listJson(pageJson) },
    pageFailed: { failed: pageJson, why: z.string(), next: nullableJson(pageJson) },
    pageDelivered,
  },
  notifications: {
    page: { page: pageJson },
    escalated: { by: z.string(), why: z.string().nullable(), to: listJson(notifyTargetJson) },
    pageUndelivered: { page: pageJson, why: z.string() },
    pageDelivered: { ...pageDelivered, at: instantJson },
  },
};
