import { z } from "zod";
import { clockChangesJson } from "../../stored/clock-changes-json.ts";
import { attachmentJson } from "../../stored/message-json.ts";
import { messageKeyJson } from "../../stored/refs-json.ts";
import { instantJson, slaTargetJson } from "../../stored/sla-json.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { ReplyEvent, ReplyNotification } from "./messages.ts";

const setsWaiting = z.literal(true).exactOptional();
const undelivered = {
  text: z.string(),
  why: z.string(),
  certain: z.boolean(),
  to: z.literal("tech").exactOptional(),
};

const events: StoredEvents<ReplyEvent>["events"] = {
  replied: {
    text: z.string(),
    alreadyPosted: z.boolean(),
    message: messageKeyJson.exactOptional(),
    clocks: clockChangesJson,
    nextUnanswered: instantJson.nullable(),
    files: z.array(attachmentJson).exactOptional(),
    replyId: z.number().exactOptional(),
    sentAt: instantJson.exactOptional(),
    revealed: z.string().exactOptional(),
    nextUpdateDue: instantJson.exactOptional(),
    setsWaiting,
  },
  replyPending: {
    replyId: z.number(),
    text: z.string(),
    update: slaTargetJson.nullable(),
    until: instantJson,
    setsWaiting,
  },
  replyUndone: { replyId: z.number(), text: z.string() },
  undelivered: { ...undelivered, key: z.string().exactOptional() },
  resent: { undeliveredId: z.number(), key: z.string() },
  markedDelivered: { undeliveredId: z.number() },
};

const ofReply = { replyId: z.number(), text: z.string(), by: z.string(), nextUpdateDue: instantJson.nullable() };

const notifications: StoredNotifications<ReplyNotification>["notifications"] = {
  reply: { text: z.string(), by: z.string(), nextUpdateDue: instantJson.exactOptional(), setsWaiting },
  replyPending: { ...ofReply, until: instantJson, setsWaiting },
  internalPosted: { found: z.string(), by: z.string() },
  replySettled: { ...ofReply, how: z.enum(["sent", "undone"]) },
  undelivered: { ...undelivered, undeliveredId: z.number().nullable() },
  undeliveredResolved: { how: z.enum(["resent", "arrived", "resentByItself"]), by: z.string() },
};

export const reply = { events, notifications };
