import { z } from "zod";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { MailIntakeEvent, MailIntakeNotification } from "./messages.ts";

const failed = { name: z.string(), why: z.string(), certain: z.boolean(), stops: z.boolean() };

export const mailIntake: StoredEvents<MailIntakeEvent> & StoredNotifications<MailIntakeNotification> = {
  events: { mailFailed: failed },
  notifications: { mailFailed: failed },
};
