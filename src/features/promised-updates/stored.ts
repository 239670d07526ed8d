import { z } from "zod";
import { instantJson, slaTargetJson } from "../../stored/sla-json.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { UpdateEvent, UpdateNotification } from "./messages.ts";

export const promisedUpdates: StoredEvents<UpdateEvent> & StoredNotifications<UpdateNotification> = {
  events: { updatePromised: { target: slaTargetJson, withReply: z.boolean() } },
  notifications: { updatePromised: { due: instantJson } },
};
