import { z } from "zod";
import { schemaOf } from "./schema-of.ts";
import type { Actor } from "../tickets/messages.ts";
import type { ChannelRef, FileRef, MentionedPerson, MessageKey, Place, UserRef } from "../tickets/refs.ts";

/** `slack:C0ACME`. */
const ref = z.templateLiteral([z.string(), ":", z.string()]);
export const channelJson: z.ZodType<ChannelRef, ChannelRef> = ref;
export const userJson: z.ZodType<UserRef> = ref;

export const inChannel = { kind: z.literal("channel"), channel: channelJson, thread: z.string().exactOptional() };
export const toPerson = { kind: z.literal("person"), user: userJson };

export const placeJson = schemaOf<Place>()(z.discriminatedUnion("kind", [z.object(inChannel), z.object(toPerson)]));

export const messageKeyJson = schemaOf<MessageKey>()(z.object({ channel: channelJson, id: z.string() }));

export const fileFields = {
  id: z.string(),
  name: z.string(),
  size: z.number(),
  type: z.string(),
  unseen: z.boolean().exactOptional(),
};
export const fileJson = schemaOf<FileRef>()(z.object(fileFields));

export const mentionedPersonJson = schemaOf<MentionedPerson>()(
  z.object({
    user: userJson,
    name: z.string(),
    person: z.string(),
    instead: z.string().nullable(),
  }),
);

export const membershipJson = z.enum(["member", "guest", "outside"]);

const person = z.object({
  kind: z.literal("person"),
  user: userJson,
  name: z.string(),
  channel: channelJson,
  membership: membershipJson.exactOptional(),
});
export const personJson = schemaOf<Extract<Actor, { kind: "person" }>>()(person);
export const actorJson = schemaOf<Actor>()(
  z.discriminatedUnion("kind", [person, z.object({ kind: z.literal("clock") })]),
);

/** A person whom a customer copied in a mail. */
export const copiedPersonJson = z.object({ address: z.string(), name: z.string() });
