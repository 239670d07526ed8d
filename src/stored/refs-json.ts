import { z } from "zod";
import type { Actor } from "../tickets/messages.ts";
import type { ChannelRef, FileRef, MentionedPerson, MessageKey, Place, UserRef } from "../tickets/refs.ts";

/** `slack:C0ACME`. */
const ref = z.templateLiteral([z.string(), ":", z.string()]);
export const channelJson: z.ZodType<ChannelRef, ChannelRef> = ref;
export const userJson: z.ZodType<UserRef> = ref;

export const inChannel = { kind: z.literal("channel"), channel: channelJson, thread: z.string().exactOptional() };
export const toPerson = { kind: z.literal("person"), user: userJson };

export const placeJson: z.ZodType<Place> = z.discriminatedUnion("kind", [z.object(inChannel), z.object(toPerson)]);

export const messageKeyJson: z.ZodType<MessageKey> = z.object({ channel: channelJson, id: z.string() });

export const fileFields = {
  id: z.string(),
  name: z.string(),
  size: z.number(),
  type: z.string(),
  unseen: z.boolean().exactOptional(),
};
export const fileJson: z.ZodType<FileRef> = z.object(fileFields);

export const mentionedPersonJson: z.ZodType<MentionedPerson> = z.object({
  user: userJson,
  name: z.string(),
  person: z.string(),
  instead: z.string().nullable(),
});

export const membershipJson = z.enum(["member", "guest", "outside"]);

const person = z.object({
  kind: z.literal("person"),
  user: userJson,
  name: z.string(),
  channel: channelJson,
  membership: membershipJson.exactOptional(),
});
export const personJson: z.ZodType<Extract<Actor, { kind: "person" }>> = person;
export const actorJson: z.ZodType<Actor> = z.discriminatedUnion("kind", [
  person,
  z.object({ kind: z.literal("clock") }),
]);
