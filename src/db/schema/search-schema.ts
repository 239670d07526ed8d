import { customType, index, integer, pgTable, sql } from "./orm.ts";
import type { SQL } from "drizzle-orm";
import { tickets } from "./schema.ts";

/** The words of a text, as Postgres searches them. */
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * The words of each ticket's title, description and requester. They stand in a table of their own, because the row of a ticket
 * is written again with each event, and each time the whole text would be entered into the index again.
 */
export const ticketWords = pgTable(
  "ticket_words",
  {
    ticket: integer()
      .primaryKey()
      .references(() => tickets.number),
    words: tsvector().notNull(),
  },
  (row) => [index("ticket_words_search").using("gin", row.words)],
);

/**
 * How many tickets in a row share a mark, by which a search for a frequent word keeps to the newest tickets. The index below
 * says the same number.
 */
export const ticketsOfMark = 512;

/**
 * A text that Postgres splits into words in a time that grows with its length. Its parser reads a row like "a_a_a_", "~/~/",
 * "/././" or "<!--<!--" again from each sign on, so the signs become blanks. Any other row is cut after 255 characters, which is
 * longer than all that a search takes. In the locale "C" Postgres takes signs such as "¡" for letters, so they become blanks
 * too.
 */
const splittable = (text: SQL): SQL =>
  sql`regexp_replace(replace(translate(${text}, '_~!¡¿«»“”…–—', '            '), './', ' '), '[^[:space:]]{255}', '\\& ', 'g')`;

/**
 * Texts in small letters, for Postgres' parser. Postgres knows no capitals of accented letters where the database has the
 * locale "C".
 */
export const small = (text: SQL): SQL =>
  sql`translate(lower(${splittable(text)}), 'ÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝŸ', 'áàâãäåéèêëíìîïóòôõöúùûüñçýÿ')`;

/** The same without accents, so that "video" finds "vídeo". */
export const withoutAccents = (text: SQL): SQL =>
  sql`translate(${small(text)}, 'áàâãäåéèêëíìîïóòôõöúùûüñçýÿ', 'aaaaaaeeeeiiiiooooouuuuncyy')`;

/**
 * The words of a text: as written, for numbers and names, and reduced to their stems in each language of the bot. `names` are
 * searched as written only. The mark cannot be typed, because no word begins with "#".
 */
export const wordsOf = ({
  names,
  text,
  ticket,
}: {
  readonly names: SQL;
  readonly text: SQL;
  readonly ticket: SQL;
}): SQL =>
  sql`(to_tsvector('simple', ${withoutAccents(sql`${names} || ' ' || ${text}`)})
    || to_tsvector('english', ${small(text)}) || to_tsvector('spanish', ${small(text)}) || to_tsvector('portuguese', ${small(text)})
    || array_to_tsvector(array['#' || (${ticket} / 512)::text]))`;

/** The same for a message. The search writes it exactly as the index does, so that Postgres uses the index. */
export const messageWords: SQL = wordsOf({ names: sql`author_name`, text: sql`text`, ticket: sql`ticket` });
