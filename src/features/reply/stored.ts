import { z } from "zod";
import { clockChangesJson } from "../../stored/clock-changes-json.ts";
import { attachmentJson } from "../../stored/message-json.ts";
import { messageKeyJson, placeJson, userJson } from "../../stored/refs-json.ts";
import { instantJson, slaTargetJson } from "../../stored/sla-json.ts";
import { listJson, nullableJson } from "../../stored/schema-of.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { ReplyEvent, ReplyNotification } from "./messages.ts";

const setsWaiting = z.boolean();
const audience = nullableJson(placeJson);
const person = z.object({ user: userJson, name: z.string() });
const author = person.nullable();
const undelivered = {
  text: z.string(),
  why: z.string(),
  certain: z.boolean(),
  to: z.enum(["customer", "tech"]),
  author,
};
const returned = {
  text: z.string(),
  why: z.enum(["audienceChanged", "noReader", "dueChanged"]),
  setsWaiting: z.boolean(),
};

const events: StoredEvents<ReplyEvent>["events"] = {
  replied: {
    text: z.string(),
    alreadyPosted: z.boolean(),
    audience,
    message: messageKeyJson.nullable(),
    clocks: clockChangesJson,
    nextUnanswered: instantJson.nullable(),
    files: listJson(attachmentJson),
    replyId: z.number().nullable(),
    sentAt: instantJson.nullable(),
    revealed: z.string().nullable(),
    nextUpdateDue: instantJson.nullable(),
    setsWaiting,
  },
  replyPending: {
    replyId: z.number(),
    text: z.string(),
    update: nullableJson(slaTargetJson),
    until: instantJson,
    audience: placeJson,
    dueNamed: instantJson.nullable(),
    setsWaiting,
  },
  replyUndone: { replyId: z.number(), text: z.string() },
  replyReturned: { replyId: z.number(), ...returned },
  undelivered: { ...undelivered, key: z.string().nullable(), audience },
  resent: { undeliveredId: z.number(), key: z.string(), audience },
  markedDelivered: { undeliveredId: z.number() },
};

const ofReply = { replyId: z.number(), text: z.string(), by: z.string(), nextUpdateDue: instantJson.nullable() };

const notifications: StoredNotifications<ReplyNotification>["notifications"] = {
  reply: {
    text: z.string(),
    by: z.string(),
    audience,
    author,
    nextUpdateDue: instantJson.nullable(),
    setsWaiting,
  },
  replyPending: { ...ofReply, until: instantJson, setsWaiting },
  internalPosted: { found: z.string(), by: z.string() },
  replySettled: { ...ofReply, how: z.enum(["sent", "undone", "returned"]) },
  replyReturned: { ...returned, author: person },
  undelivered: { ...undelivered, undeliveredId: z.number().nullable() },
  undeliveredResolved: { how: z.enum(["resent", "arrived", "resentByItself"]), by: z.string() },
};

export const reply = { events, notifications };
