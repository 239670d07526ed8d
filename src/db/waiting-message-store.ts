import type { Instant } from "../sla/instant.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { MessageKey } from "../tickets/refs.ts";
import type { Database, Tx } from "./connection/handle.ts";
import { and, eq, isNotNull, isNull, sql } from "./schema/orm.ts";
import { inbox } from "./schema/inbox-schema.ts";
import { withoutText } from "./inbox-store.ts";
import { promptMessageJson } from "../stored/inbound-json.ts";
import type { DirectMessage } from "./prompt-store.ts";
import { promptMessages, prompts } from "./schema/prompt-schema.ts";

type StoredRow = typeof promptMessages.$inferSelect;
type WaitingMessage = Omit<StoredRow, "message"> & { readonly message: DirectMessage };

const isMessage = ({ channel, id }: MessageKey) =>
  and(
    sql`(${promptMessages.message}->'message'->>'channel') = ${channel}`,
    sql`(${promptMessages.message}->'message'->>'id') = ${id}`,
  );

/**
 * Finds a message that waits or waited in a prompt, and locks the prompt, so that no process claims it before this
 * transaction ends. Null if it never waited. Throws UnreadableJson.
 */
export const lockPromptOf = async (tx: Tx, message: MessageKey) => {
  const [found] = await tx
    .select({ row: promptMessages, prompt: prompts })
    .from(promptMessages)
    .innerJoin(prompts, eq(prompts.id, promptMessages.prompt))
    .where(isMessage(message))
    .limit(1)
    .for("update");
  return found === undefined
    ? null
    : { row: { ...found.row, message: promptMessageJson.read(found.row.message) }, prompt: found.prompt };
};

/** Replaces the text of a waiting message. */
export const rewriteWaiting = async (
  tx: Tx,
  { id, message }: WaitingMessage,
  { at, text, format = [], mentions = [] }: Extract<InboundEvent, { kind: "edited" }>,
): Promise<void> => {
  await tx
    .update(promptMessages)
    .set({ message: promptMessageJson.write({ ...message, text, format, mentions }), editedAt: at })
    .where(eq(promptMessages.id, id));
};

/** Removes what a deleted message said. */
export const wipeWaiting = async (tx: Tx, { id, message }: WaitingMessage, at: Instant): Promise<void> => {
  const { format: _format, mentions: _mentions, files: _files, ...rest } = message;
  await tx
    .update(promptMessages)
    .set({ message: promptMessageJson.write({ ...rest, text: "" }), deletedAt: at })
    .where(and(eq(promptMessages.id, id), isNull(promptMessages.deletedAt)));
};

/** Settles a prompt without a ticket if all its messages were deleted. Returns whether it did. */
export const withdrawEmptyPrompt = async (tx: Tx, prompt: number, at: Instant): Promise<boolean> => {
  const [left] = await tx
    .select({ id: promptMessages.id })
    .from(promptMessages)
    .where(and(eq(promptMessages.prompt, prompt), isNull(promptMessages.deletedAt)))
    .limit(1);
  if (left !== undefined) return false;
  const rows = await tx
    .update(prompts)
    .set({ choice: "withdrawn", settledAt: at, lease: null, leasedUntil: null })
    .where(and(eq(prompts.id, prompt), isNull(prompts.settledAt)))
    .returning({ id: prompts.id });
  return rows.length > 0;
};

/** Removes a deleted message from the inbound events that were parked: they would keep its text. */
export const wipeParked = async (db: Database, { channel, id }: MessageKey, at: Instant): Promise<void> => {
  await db
    .update(inbox)
    .set({ inboundEvent: withoutText, parked: null, doneAt: at })
    .where(
      and(
        isNotNull(inbox.parked),
        sql`${inbox.inboundEvent}->>'kind' in ('message', 'edited', 'pick')`,
        sql`${inbox.inboundEvent}->'message'->>'channel' = ${channel}`,
        sql`${inbox.inboundEvent}->'message'->>'id' = ${id}`,
      ),
    );
};
