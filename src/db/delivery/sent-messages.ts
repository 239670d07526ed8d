import { outbox } from "../schema/delivery-schema.ts";
import type { MessageRef } from "../../chat/card.ts";
import { withoutMessage } from "../../stored/erased-json.ts";
import type { Notification } from "../../tickets/effect.ts";
import type { MessageKey } from "../../tickets/refs.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { and, asc, eq, or, sql } from "../schema/orm.ts";
import { readableRows } from "./outbox-row.ts";
import { cardBelow } from "./outbox-store.ts";

type AboutMessage = "customerMessage" | "openingChanged" | "customerFile" | "threadImported" | "fromTech";

const isAbout = ({ channel, id }: MessageKey, type: AboutMessage = "customerMessage") =>
  and(
    sql`${outbox.message}->'message'->>'id' is not null`,
    sql`${outbox.message}->'message'->>'id' = ${id}`,
    sql`${outbox.message}->'message'->>'channel' = ${channel}`,
    sql`${outbox.message}->>'type' = ${type}`,
  );

/**
 * A message that updates what was sent before. `threadImported` covers all imported messages; `message` names the
 * first.
 */
export type SentUpdate =
  | Extract<Notification, { type: "messageChanged" | "replySettled" | "ratingShown" }>
  | { readonly type: "threadImported"; readonly message: MessageKey };

/** The messages of which each has a card of its own. */
const shownAlone = ["customerMessage", "openingChanged", "fromTech"] as const;

const belowCard = (card: number) => sql`${cardBelow} = ${card}`;

const sentBefore = (ticket: number, update: SentUpdate, card: number) => {
  switch (update.type) {
    case "messageChanged":
      return and(or(...shownAlone.map((type) => isAbout(update.message, type))), belowCard(card));
    case "threadImported":
      return and(isAbout(update.message, "threadImported"), belowCard(card));
    case "replySettled":
      return and(
        eq(outbox.ticket, ticket),
        sql`${outbox.message}->>'type' = 'replyPending'`,
        sql`(${outbox.message}->>'replyId')::int = ${update.replyId}`,
        belowCard(card),
      );
    // The conversation may have moved since the rating was requested.
    case "ratingShown":
      return and(
        eq(outbox.ticket, ticket),
        sql`${outbox.message}->>'type' = 'statusChanged'`,
        sql`${outbox.message}->>'asksRating' = 'true'`,
      );
  }
};

/** Returns what was sent earlier below a card, and where, without unreadable rows. */
export const findSent = async (
  db: Database,
  ticket: number,
  update: SentUpdate,
  card: number,
): Promise<readonly { readonly ref: MessageRef; readonly message: Notification }[]> => {
  const rows = await db
    .select()
    .from(outbox)
    .where(and(sentBefore(ticket, update, card), eq(outbox.status, "sent")))
    .orderBy(asc(outbox.id));
  return readableRows(rows).flatMap(({ ref, message }) => (ref === null ? [] : [{ ref, message }]));
};

/** Removes the text of a deleted message from everything owed or sent. */
export const eraseInOutbox = async (tx: Tx, message: MessageKey): Promise<void> => {
  await tx
    .update(outbox)
    .set({
      message: sql`jsonb_set(jsonb_set(${outbox.message}, '{content,text}', '""', false), '{content,format}', '[]', false)`,
    })
    .where(isAbout(message));
  await tx
    .update(outbox)
    .set({ message: sql`jsonb_set(jsonb_set(${outbox.message}, '{text}', '""', false), '{format}', '[]', false)` })
    .where(isAbout(message, "fromTech"));
  await tx
    .update(outbox)
    .set({ message: sql`jsonb_set(${outbox.message}, '{file,name}', '""', false)` })
    .where(isAbout(message, "customerFile"));
};

/** Does the same for a message that was imported with a thread; `source` names the import. */
export const eraseImported = async (tx: Tx, source: MessageKey, message: MessageKey): Promise<void> => {
  const rows = await tx
    .select({ id: outbox.id, message: outbox.message })
    .from(outbox)
    .where(isAbout(source, "threadImported"));
  for (const row of rows)
    await tx
      .update(outbox)
      .set({ message: withoutMessage(row.message, message, []) })
      .where(eq(outbox.id, row.id));
};
