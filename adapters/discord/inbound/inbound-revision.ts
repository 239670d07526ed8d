import { z } from "zod";
import { readMessage, type DiscordMessage } from "./inbound.ts";

const id = z.string().regex(/^\d{1,20}$/);
const editSchema = z.object({ edited_timestamp: z.iso.datetime({ offset: true }) });
const deletionSchema = z.union([
  z.object({ channel_id: id, ids: z.array(id).max(100) }),
  z.object({ channel_id: id, id }).transform((body) => ({ channel_id: body.channel_id, ids: [body.id] })),
]);

/** A message after an edit, and the time of the edit. */
export interface Edited {
  readonly written: DiscordMessage;
  readonly at: number;
}

/** Reads an edit; null for bots, and if Discord only added a preview. */
export const readEdit = (body: unknown, self: string, ownRoles: readonly string[]): Edited | null => {
  const { data } = editSchema.safeParse(body);
  const written = data === undefined ? null : readMessage(body, self, ownRoles);
  return data === undefined || written === null ? null : { written, at: Date.parse(data.edited_timestamp) };
};

/** Reads a deletion of one or many messages. Discord does not say who wrote or deleted them. */
export const readDeletion = (body: unknown): { readonly channel: string; readonly ids: readonly string[] } | null => {
  const { data } = deletionSchema.safeParse(body);
  return data === undefined ? null : { channel: data.channel_id, ids: data.ids };
};
