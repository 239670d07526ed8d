import type { Card, MessageRef } from "../../chat/card.ts";
import type { Destination } from "../../chat/delivery.ts";
import type { Instant } from "../../sla/instant.ts";
import { areaCardJson } from "../../stored/card-json.ts";
import { readOrNull } from "../../stored/versioned-json.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import type { Database } from "../connection/handle.ts";
import { areaMessages } from "../schema/area-schema.ts";
import { and, desc, eq, isNull, or } from "../schema/orm.ts";

/** A message that Plazo wrote in the client area. */
export interface AreaMessage {
  readonly ref: MessageRef;
  readonly card: Card;
  readonly at: Instant;
  readonly announcedAt: Instant | null;
}

const columns = {
  id: areaMessages.id,
  channel: areaMessages.channel,
  thread: areaMessages.thread,
  card: areaMessages.card,
  at: areaMessages.at,
  announcedAt: areaMessages.announcedAt,
};

type Row = Pick<typeof areaMessages.$inferSelect, keyof typeof columns>;

const refOf = ({ id, channel, thread }: Row): MessageRef => ({
  channel,
  id: String(id),
  ...(thread === null ? {} : { thread }),
});

/** The card with every text as Postgres can store it. */
export const storableCard = (card: Card): Card =>
  JSON.parse(
    JSON.stringify(card, (_, each: unknown) =>
      typeof each === "string" ? each.toWellFormed().replaceAll("\0", "\uFFFD") : each,
    ),
  ) as Card;

/** A number of a row; null for any other text. */
const rowNumber = (id: string): number | null => (/^\d{1,15}$/.test(id) ? Number(id) : null);

/** Writes a message, unless one with this key exists. Returns the one that exists then. */
export const writeAreaMessage = async (
  db: Database,
  key: string,
  { channel, thread }: Destination,
  { card, at }: { readonly card: Card; readonly at: Instant },
): Promise<Pick<AreaMessage, "ref">> => {
  await db
    .insert(areaMessages)
    .values({ key, channel, thread: thread ?? null, card: areaCardJson.write(storableCard(card)), at })
    .onConflictDoNothing({ target: areaMessages.key });
  const [row] = await db.select(columns).from(areaMessages).where(eq(areaMessages.key, key));
  if (row === undefined) throw new Error("a message of the client area was not stored");
  return { ref: refOf(row) };
};

/** A message of the client area without its card; null if there is none. */
export const readAreaMessage = async (
  db: Database,
  channel: ChannelRef,
  id: string,
): Promise<Omit<AreaMessage, "card"> | null> => {
  const number = rowNumber(id);
  if (number === null) return null;
  const [row] = await db
    .select(columns)
    .from(areaMessages)
    .where(and(eq(areaMessages.channel, channel), eq(areaMessages.id, number)));
  return row === undefined ? null : { ref: refOf(row), at: row.at, announcedAt: row.announcedAt };
};

/** Replaces the card of a message. False if there is no such message. */
export const editAreaMessage = async (
  db: Database,
  { channel, id }: Pick<MessageRef, "channel" | "id">,
  { card, at }: { readonly card: Card; readonly at: Instant },
): Promise<boolean> => {
  const number = rowNumber(id);
  if (number === null) return false;
  const changed = await db
    .update(areaMessages)
    .set({ card: areaCardJson.write(storableCard(card)), editedAt: at })
    .where(and(eq(areaMessages.channel, channel), eq(areaMessages.id, number)))
    .returning({ id: areaMessages.id });
  return changed.length > 0;
};

/** Records that the contact was told of a message outside the client area. */
export const announcedAreaMessage = async (db: Database, id: string, at: Instant): Promise<void> => {
  const number = rowNumber(id);
  if (number === null) return;
  await db
    .update(areaMessages)
    .set({ announcedAt: at })
    .where(and(eq(areaMessages.id, number), isNull(areaMessages.announcedAt)));
};

/** The newest messages below a message, with it, oldest first, without those whose card cannot be read. */
export const areaThread = async (
  db: Database,
  channel: ChannelRef,
  root: string,
  most: number,
): Promise<readonly AreaMessage[]> => {
  const number = rowNumber(root);
  if (number === null) return [];
  const rows = await db
    .select(columns)
    .from(areaMessages)
    .where(and(eq(areaMessages.channel, channel), or(eq(areaMessages.id, number), eq(areaMessages.thread, root))))
    .orderBy(desc(areaMessages.id))
    .limit(most);
  return rows
    .flatMap((row) => {
      const card = readOrNull(areaCardJson, row.card);
      return card === null ? [] : [{ ref: refOf(row), card, at: row.at, announcedAt: row.announcedAt }];
    })
    .toReversed();
};
