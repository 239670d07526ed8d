import type { CountedAct, CountedRead } from "../../tickets/limits.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { instant, bigint, bigserial, check, index, integer, pgTable, sql, text } from "./orm.ts";

/** What customers did recently, for the desk's limits. It is counted here, so that several processes count together. */
export const customerUse = pgTable(
  "customer_use",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    person: text().$type<UserRef>().notNull(),
    /** Null if the person belongs to no account. */
    account: text(),
    /** `files`: only the files count here; the act they came with was counted before. */
    what: text().$type<CountedAct | CountedRead | "files">().notNull(),
    at: instant().notNull(),
    /** The number and the size of the files that came with it. */
    files: integer().notNull(),
    bytes: bigint({ mode: "number" }).notNull(),
    /** Set if it was refused: the bot told the person that nothing is accepted until then. */
    refusedUntil: instant("refused_until"),
  },
  (row) => [
    check("customer_use_what", sql`${row.what} in ('tickets', 'messages', 'files', 'transcripts', 'lookups')`),
    index("customer_use_by_person")
      .on(row.person, row.what, row.at)
      .where(sql`refused_until is null`),
    index("customer_use_by_account")
      .on(row.account, row.what, row.at)
      .where(sql`refused_until is null`),
    index("customer_use_files_by_person")
      .on(row.person, row.at)
      .where(sql`files > 0 and account is null`),
    index("customer_use_files_by_account")
      .on(row.account, row.at)
      .where(sql`files > 0`),
    index("customer_use_refused")
      .on(row.person, row.what, row.refusedUntil)
      .where(sql`refused_until is not null`),
    index("customer_use_at").on(row.at),
  ],
);
