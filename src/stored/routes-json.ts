import { z } from "zod";
import { schemaOf } from "./schema-of.ts";
import { recipientRoles } from "../sla/ladder-step.ts";
import type {
  NotifyTarget,
  Page,
  ReminderNotification,
  SkippedTarget,
  Unavailable,
} from "../tickets/routes/notification-route.ts";
import { clockKindJson, instantJson } from "./sla-json.ts";

const toPerson = { person: z.string(), as: z.enum([...recipientRoles, "named", "asked"]) };

export const notifyTargetJson = schemaOf<NotifyTarget>()(
  z.discriminatedUnion("how", [
    z.object({ how: z.literal("direct"), ...toPerson }),
    z.object({ how: z.literal("email"), ...toPerson }),
    z.object({
      how: z.literal("mention"),
      person: z.string().nullable(),
      notifies: z.literal(false).exactOptional(),
    }),
  ]),
);

const out = z.object({ is: z.literal("out"), until: instantJson });
const quiet = z.object({ is: z.literal("quiet") });

export const unavailableJson = schemaOf<Unavailable>()(z.discriminatedUnion("is", [out, quiet]));

export const whySkippedJson = schemaOf<SkippedTarget["why"]>()(
  z.discriminatedUnion("is", [out, quiet, z.object({ is: z.literal("failed"), error: z.string() })]),
);

const route = {
  to: notifyTargetJson,
  next: z.array(notifyTargetJson),
  skipped: z.array(z.object({ to: notifyTargetJson, why: whySkippedJson })),
};

export const reminderStep = {
  clock: clockKindJson,
  cycle: z.number(),
  target: z.number(),
  step: z.number(),
};

export const reminderNotificationJson = schemaOf<ReminderNotification>()(
  z.object({
    ...route,
    ...reminderStep,
    plannedFor: instantJson,
  }),
);

export const pageJson = schemaOf<Page>()(
  z.object({
    ...route,
    about: z.enum(["escalation", "call", "consulting"]),
    since: instantJson,
  }),
);
