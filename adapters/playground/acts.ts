import { z } from "zod";
import { cast, channelOf, isMember } from "./cast.ts";
import { fileCaps } from "./page/file-caps.ts";

const person = z.enum(cast.map((each) => each.user));
const channel = z
  .string()
  .refine((value) => channelOf(value) !== null)
  .transform((value) => value as `${string}:${string}`);
const id = z.string().regex(/^\d{1,15}$/);
/** The page creates a key for each act, so that an act sent twice is done once. */
const key = z.uuid();
/** Longer than any limit of the bot, so that the bot answers and not the platform. */
const longText = z.string().max(200_000);

const mediaType = /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/;
/** A file that comes with a message. A wrong media type becomes plain bytes. */
const file = z.strictObject({
  name: z.string().min(1).max(200),
  type: z.string().transform((value) => (mediaType.test(value) ? value.toLowerCase() : "application/octet-stream")),
  bytes: z
    .base64()
    .max(Math.ceil(fileCaps.bytes / 3) * 4)
    .transform((value) => Uint8Array.from(Buffer.from(value, "base64")))
    .refine((value) => value.byteLength <= fileCaps.bytes),
});

/** A person may act only in channels of which they are a member. */
const inTheRoom = (act: { readonly as: `${string}:${string}`; readonly channel: `${string}:${string}` }): boolean =>
  isMember(act.as, act.channel);

/** What the page may post, by path. */
export const acts = {
  say: z
    .strictObject({
      key,
      as: person,
      channel,
      thread: id.nullable(),
      text: longText,
      files: z.array(file).max(fileCaps.count).default([]),
    })
    .refine(inTheRoom)
    .refine(({ text, files }) => text !== "" || files.length > 0),
  /** Edits a person's own message. */
  edit: z.strictObject({ key, as: person, channel, message: id, text: longText.min(1) }).refine(inTheRoom),
  remove: z.strictObject({ as: person, channel, message: id }).refine(inTheRoom),
  press: z
    .strictObject({
      key,
      as: person,
      channel,
      thread: id.nullable(),
      action: z.string().min(1).max(100),
      quote: longText.optional(),
      /** The private message that was pressed, as the page names it. */
      note: z.uuid().optional(),
    })
    .refine(inTheRoom),
  submit: z
    .strictObject({
      key,
      as: person,
      channel,
      thread: id.nullable(),
      action: z.string().min(1).max(100),
      values: z.record(z.string().max(100), longText),
    })
    .refine(inTheRoom),
  /** Opens a ticket from a message: by the menu, or by a 🎫 reaction. */
  take: z
    .strictObject({ key, as: person, channel, thread: id.nullable(), message: id, how: z.enum(["pick", "react"]) })
    .refine(inTheRoom),
  seen: z.strictObject({ as: person, channel, upTo: id }).refine(inTheRoom),
  busyDay: z.strictObject({}),
  clock: z.strictObject({
    forward: z
      .int()
      .min(1000)
      .max(31 * 86_400_000),
  }),
} as const;

export type SayAct = z.infer<typeof acts.say>;
export type EditAct = z.infer<typeof acts.edit>;
export type RemoveAct = z.infer<typeof acts.remove>;
export type PressAct = z.infer<typeof acts.press>;
export type TakeAct = z.infer<typeof acts.take>;
export type SubmitAct = z.infer<typeof acts.submit>;
