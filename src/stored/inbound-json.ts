import { z } from "zod";
import { schemaOf } from "./schema-of.ts";
import type { ChatUser, InboundEvent } from "../chat/inbound-event.ts";
import { messageRefJson } from "./delivery-json.ts";
import { maybeFormatted } from "./message-json.ts";
import { channelJson, copiedPersonJson, fileJson, membershipJson, userJson } from "./refs-json.ts";
import { instantJson } from "./sla-json.ts";
import { versionedJson } from "./versioned-json.ts";

const chatUser = schemaOf<ChatUser>()(
  z.object({
    user: userJson,
    name: z.string(),
    membership: membershipJson.exactOptional(),
    locale: z.string().exactOptional(),
  }),
);

const shared = { key: z.string(), at: instantJson, by: chatUser, channel: channelJson };

const mentions = z
  .array(z.object({ from: z.number(), to: z.number(), is: z.enum(["user", "channel", "group"]), id: z.string() }))
  .exactOptional();

const toBot = {
  ...maybeFormatted,
  message: messageRefJson,
  mentions,
  files: z.array(fileJson).exactOptional(),
  mentionsBot: z.boolean().exactOptional(),
  direct: z.boolean().exactOptional(),
  beginsPost: z.literal(true).exactOptional(),
};

const mail = z.object({
  id: z.number(),
  escalates: z.boolean(),
  copied: z.array(copiedPersonJson).exactOptional(),
});

const message = z.object({
  kind: z.literal("message"),
  ...shared,
  ...toBot,
  ticket: z.number().exactOptional(),
  mail: mail.exactOptional(),
  textLeftOut: z.literal(true).exactOptional(),
});

const inboundEvent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("command"),
    ...shared,
    name: z.string(),
    text: z.string(),
    mentions,
    people: z.array(userJson).exactOptional(),
  }),
  z.object({ kind: z.literal("press"), ...shared, action: z.string(), quote: z.string().exactOptional() }),
  z.object({
    kind: z.literal("submit"),
    ...shared,
    action: z.string(),
    values: z.record(z.string(), z.string()),
    post: z.string().exactOptional(),
    attached: z.array(fileJson).exactOptional(),
  }),
  message,
  z.object({ kind: z.literal("unanswered"), ...shared, unticketed: z.number() }),
  z.object({
    kind: z.literal("mailed"),
    ...shared,
    ...toBot,
    title: z.string(),
    mail,
  }),
  z.object({
    kind: z.literal("edited"),
    ...shared,
    ...maybeFormatted,
    message: messageRefJson,
    mentions,
    direct: z.boolean().exactOptional(),
    textLeftOut: z.literal(true).exactOptional(),
    wroteAt: instantJson.exactOptional(),
  }),
  z.object({
    kind: z.literal("deleted"),
    ...shared,
    message: messageRefJson,
    direct: z.boolean().exactOptional(),
    byAuthor: z.literal(true).exactOptional(),
  }),
  z.object({ kind: z.literal("pick"), ...shared, ...toBot, author: chatUser }),
  z.object({ kind: z.literal("react"), ...shared, message: messageRefJson, emoji: z.string() }),
]);

export const inboundEventJson = versionedJson<InboundEvent>({
  name: "inbox.inbound_event",
  schema: schemaOf<InboundEvent>()(inboundEvent),
});

/** A direct message that waits for the answer to a prompt. */
export const promptMessageJson = versionedJson<Extract<InboundEvent, { kind: "message" }>>({
  name: "prompt_messages.message",
  schema: schemaOf<Extract<InboundEvent, { kind: "message" }>>()(message),
});
