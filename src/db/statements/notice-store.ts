import type { Instant } from "../../sla/instant.ts";
import type { UserRef } from "../../tickets/refs.ts";
import type { Database } from "../connection/handle.ts";
import { and, asc, eq, isNotNull, isNull, lte, sql } from "../schema/orm.ts";
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

/** A contact who is told of a statement that was sent. */
export interface StatementNotice {
  readonly contact: UserRef;
  /** Null while they are still to be told. */
  readonly settledAt: Instant | null;
  /** Why they were not told, as a code or a sentence of Plazo; null if they were, or are still to be. */
  readonly why: string | null;
}

/** The contacts who are told of a statement. */
export const noticesOf = (db: Database, statement: number): Promise<readonly StatementNotice[]> =>
  db
    .select({
      contact: statementNotices.contact,
      settledAt: statementNotices.settledAt,
      why: statementNotices.why,
    })
    .from(statementNotices)
    .where(eq(statementNotices.statement, statement))
    .orderBy(asc(statementNotices.contact));

const failed = and(isNotNull(statementNotices.settledAt), isNotNull(statementNotices.why));

/** Tries anew to tell the contacts of a statement who were not told. Returns how many they are. */
export const tellAgain = async (db: Database, statement: number, now: Instant): Promise<number> => {
  const again = await db
    .update(statementNotices)
    .set({ settledAt: null, why: null, tries: 0, notBefore: now })
    .where(and(eq(statementNotices.statement, statement), failed))
    .returning({ contact: statementNotices.contact });
  return again.length;
};

/** How many contacts were not told of a statement, of all statements. */
export const countFailedNotices = (db: Database): Promise<number> => db.$count(statementNotices, failed);
