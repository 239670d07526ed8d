import type { MessageRef } from "../../chat/card.ts";
import { cardPlaceJson, cardRefJson } from "../../stored/delivery-json.ts";
import { readOrWhy, UnreadableJson } from "../../stored/versioned-json.ts";
import type { Place } from "../../tickets/refs.ts";
import type { cards } from "../schema/delivery-schema.ts";

type StoredRow = typeof cards.$inferSelect;

/** A card as stored: its place, the version that it shows and the one that it should show. */
export type CardRow = Omit<StoredRow, "place" | "ref"> & {
  readonly place: Place;
  readonly ref: MessageRef | null;
};

/** A card whose row this version of Plazo cannot read. */
export type UnreadableCard = Pick<StoredRow, "id" | "ticket" | "side" | "tries" | "attemptedAt"> & {
  readonly unreadable: UnreadableJson;
};

/** Throws UnreadableJson. */
export const asCardRow = (row: StoredRow): CardRow => ({
  ...row,
  place: cardPlaceJson.read(row.place),
  ref: cardRefJson.read(row.ref),
});

export const isReadableCard = (row: CardRow | UnreadableCard): row is CardRow => !("unreadable" in row);

/** A row among others, which one unreadable row must not hide. */
export const asStoredCard = (row: StoredRow): CardRow | UnreadableCard => {
  const read = readOrWhy(() => asCardRow(row));
  if (!(read instanceof UnreadableJson)) return read;
  const { id, ticket, side, tries, attemptedAt } = row;
  return { id, ticket, side, tries, attemptedAt, unreadable: read };
};
