import { z } from "zod";
import { notifyTargetJson, pageJson } from "../../stored/routes-json.ts";
import { listJson } from "../../stored/schema-of.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { CallbackEvent, CallbackNotification } from "./messages.ts";

const call = { number: z.string(), time: z.string().nullable() };

export const callback: StoredEvents<CallbackEvent> & StoredNotifications<CallbackNotification> = {
  events: { callRequested: { ...call, page: listJson(pageJson) }, called: {} },
  notifications: {
    callRequested: { ...call, by: z.string(), to: listJson(notifyTargetJson) },
    called: { by: z.string() },
  },
};
