import type { Instant } from "../../sla/instant.ts";
import type { UserRef } from "../../tickets/refs.ts";
import type { Database } from "../connection/handle.ts";
import { and, asc, eq, isNull, lte, sql } from "../schema/orm.ts";
import { statementNotices } from "../schema/statement-schema.ts";

/** A notice of a statement that is owed to a contact. */
export interface OwedNotice {
  readonly statement: number;
  readonly contact: UserRef;
  /** How often it was tried, with this time. */
  readonly tries: number;
}

const isNotice = ({ statement, contact }: OwedNotice) =>
  and(eq(statementNotices.statement, statement), eq(statementNotices.contact, contact));

/** Claims notices that are due: until `until`, no other process gets them, and then they are tried again. */
export const claimNotices = async (
  db: Database,
  { now, until, most }: { readonly now: Instant; readonly until: Instant; readonly most: number },
): Promise<readonly OwedNotice[]> =>
  db.transaction(async (tx) => {
    const due = await tx
      .select({ statement: statementNotices.statement, contact: statementNotices.contact })
      .from(statementNotices)
      .where(and(isNull(statementNotices.settledAt), lte(statementNotices.notBefore, now)))
      .orderBy(asc(statementNotices.notBefore))
      .limit(most)
      .for("update", { skipLocked: true });
    const claimed: OwedNotice[] = [];
    for (const each of due) {
      const [row] = await tx
        .update(statementNotices)
        .set({ notBefore: until, attemptedAt: now, tries: sql`${statementNotices.tries} + 1` })
        .where(isNotice({ ...each, tries: 0 }))
        .returning({ tries: statementNotices.tries });
      claimed.push({ ...each, tries: row?.tries ?? 1 });
    }
    return claimed;
  });

/** Records that a contact was told, or why they are not told. */
export const settleNotice = async (
  db: Database,
  notice: OwedNotice,
  { at, why }: { readonly at: Instant; readonly why: string | null },
): Promise<void> => {
  await db.update(statementNotices).set({ settledAt: at, why }).where(isNotice(notice));
};

/** Tries a notice again later. */
export const postponeNotice = async (db: Database, notice: OwedNotice, notBefore: Instant): Promise<void> => {
  await db.update(statementNotices).set({ notBefore }).where(isNotice(notice));
};
