import { z } from "zod";
import { clockChangesJson } from "../../stored/clock-changes-json.ts";
import { attachmentJson, customerMessageJson, formatted } from "../../stored/message-json.ts";
import { mentionedPersonJson, messageKeyJson, placeJson } from "../../stored/refs-json.ts";
import { instantJson } from "../../stored/sla-json.ts";
import { listJson, nullableJson, schemaOf } from "../../stored/schema-of.ts";
import type { StoredEvents, StoredNotifications } from "../../stored/stored-fields.ts";
import type { ConversationEvent, ConversationNotification } from "./messages.ts";

const revised = {
  message: messageKeyJson,
  kind: z.enum(["customerWrote", "replied", "noted", "opened"]),
  wroteAt: instantJson,
};
const company = z.string().nullable();
const colleague = z.boolean();

const events: StoredEvents<ConversationEvent>["events"] = {
  customerWrote: {
    ...formatted,
    wroteAt: instantJson,
    message: messageKeyJson.nullable(),
    files: listJson(attachmentJson),
    company,
    thanks: z.boolean(),
    colleague,
    clocks: clockChangesJson,
  },
  dismissed: { upTo: instantJson, nextUnanswered: instantJson.nullable(), clocks: clockChangesJson },
  messageEdited: {
    ...formatted,
    ...revised,
    needsReply: nullableJson(
      schemaOf<NonNullable<Extract<ConversationEvent, { type: "messageEdited" }>["needsReply"]>>()(
        z.object({ company: z.string().nullable(), clocks: clockChangesJson }),
      ),
    ),
    title: z.string().nullable(),
  },
  messageDeleted: {
    ...revised,
    textKept: z.boolean(),
    platform: z.string().nullable(),
    author: z.string().nullable(),
    erases: z.array(z.enum(["title", "description"])),
  },
  conversationMoved: { from: placeJson, to: placeJson, why: z.string() },
  conversationRetried: { to: placeJson },
};

const notifications: StoredNotifications<ConversationNotification>["notifications"] = {
  customerMessage: {
    content: customerMessageJson,
    message: messageKeyJson.nullable(),
    company,
    thanks: z.boolean(),
    colleague,
    mention: nullableJson(mentionedPersonJson),
  },
  wroteInArea: { content: customerMessageJson },
  messageChanged: { message: messageKeyJson },
  directChanged: { message: messageKeyJson, direct: z.number() },
  openingChanged: {
    message: messageKeyJson,
    by: z.string(),
    deleted: z.boolean(),
    platform: z.string().nullable(),
  },
  publicDeleted: { message: messageKeyJson, author: z.string(), platform: z.string().nullable() },
  conversationMoved: { to: placeJson, why: z.string() },
};

export const conversation = { events, notifications };
