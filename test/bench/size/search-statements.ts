import type { Tx } from "../../../src/db/connection/handle.ts";
import { newestTexts } from "../../../src/db/search/newest-texts.ts";
import { searchOwnTickets } from "../../../src/db/search/search-own-tickets.ts";
import { searchTickets } from "../../../src/db/search/search-tickets.ts";
import { searches, small, stranger, visibleTo } from "./statement-inputs.ts";

/** Every search of staff, and of customers of a large account, of a small one, and of none. */
export const searchStatements = (tx: Tx, ticket: number): readonly (() => Promise<unknown>)[] => [
  ...searches.flatMap((search) => [
    () => searchTickets(tx, search, 51),
    ...[visibleTo, small, stranger].map((seen) => () => searchOwnTickets(tx, { ...search, visibleTo: seen }, 11)),
  ]),
  () => newestTexts(tx, [ticket, ticket + 1], true),
  () => newestTexts(tx, [ticket, ticket + 1], false),
];
