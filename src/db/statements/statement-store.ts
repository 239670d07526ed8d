import type { Period } from "../../reports/period.ts";
import type { MissedTargetKey } from "../../reports/statement-figures.ts";
import type { Instant } from "../../sla/instant.ts";
import type { UserRef } from "../../tickets/refs.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "../schema/orm.ts";
import {
  statementLog,
  statementNotices,
  statements,
  statementSentences,
  type StatementAct,
} from "../schema/statement-schema.ts";

/** A statement as lists show it. */
export interface ListedStatement extends Period {
  readonly id: number;
  readonly account: string;
  readonly version: number;
  readonly madeAt: Instant;
  /** A key of the desk's people; null: Plazo made it. */
  readonly madeBy: string | null;
  /** Null for a draft. */
  readonly sentAt: Instant | null;
  readonly sentBy: string | null;
}

/** What was sent, and the SHA-256 that stands beside it and in the audit log. */
export interface StoredContent {
  readonly content: string;
  readonly hash: string;
  readonly loggedHash: string | null;
}

/** What the account manager wrote about a missed target. */
export interface WrittenSentence extends MissedTargetKey {
  readonly text: string;
}

/** A line of the audit log of a statement. */
export interface StatementLogLine {
  readonly at: Instant;
  readonly what: StatementAct;
  readonly by: string | null;
  readonly hash: string | null;
}

const listed = {
  id: statements.id,
  account: statements.account,
  from: statements.from,
  to: statements.to,
  version: statements.version,
  madeAt: statements.madeAt,
  madeBy: statements.madeBy,
  sentAt: statements.sentAt,
  sentBy: statements.sentBy,
};

const isOf = (account: string, { from, to }: Period) =>
  and(eq(statements.account, account), eq(statements.from, from), eq(statements.to, to));

/** A statement; null if there is none. */
export const readStatementRow = async (db: Database, id: number): Promise<ListedStatement | null> => {
  const [row] = await db.select(listed).from(statements).where(eq(statements.id, id));
  return row ?? null;
};

/** The draft of an account and a period, else what was sent last; null if there is none. */
export const newestOf = async (db: Database, account: string, period: Period): Promise<ListedStatement | null> => {
  const [row] = await db
    .select(listed)
    .from(statements)
    .where(isOf(account, period))
    .orderBy(desc(statements.version))
    .limit(1);
  return row ?? null;
};

/** Statements, the latest periods first. `account` null: of every account. `sent`: without drafts. */
export const listStatements = async (
  db: Database,
  { account, sent, most }: { readonly account: string | null; readonly sent: boolean; readonly most: number },
): Promise<readonly ListedStatement[]> =>
  db
    .select(listed)
    .from(statements)
    .where(
      and(
        account === null ? undefined : eq(statements.account, account),
        sent ? isNotNull(statements.sentAt) : undefined,
      ),
    )
    .orderBy(desc(statements.to), desc(statements.from), asc(statements.account), desc(statements.version))
    .limit(most);

const logged = (tx: Tx, line: typeof statementLog.$inferInsert) => tx.insert(statementLog).values(line);

/**
 * Makes the next draft of an account and a period, with the sentences of the version that it replaces. Returns the draft that is
 * there, if there is one: two requests at once make one draft.
 */
export const makeDraft = async (
  db: Database,
  {
    account,
    period,
    at,
    by,
  }: { readonly account: string; readonly period: Period; readonly at: Instant; readonly by: string | null },
): Promise<{ readonly draft: ListedStatement; readonly isNew: boolean }> =>
  db.transaction(async (tx) => {
    const before = await newestOf(tx, account, period);
    if (before !== null && before.sentAt === null) return { draft: before, isNew: false };
    const { from, to } = period;
    const [draft] = await tx
      .insert(statements)
      .values({ account, from, to, version: (before?.version ?? 0) + 1, madeAt: at, madeBy: by })
      .onConflictDoNothing()
      .returning(listed);
    if (draft === undefined) {
      const other = await newestOf(tx, account, period);
      if (other === null) throw new Error("a statement is there and cannot be read");
      return { draft: other, isNew: false };
    }
    if (before !== null)
      await tx.execute(
        sql`insert into ${statementSentences} (statement, ticket, clock, cycle, text, written_at, written_by)
          select ${draft.id}, ticket, clock, cycle, text, written_at, written_by
          from ${statementSentences} where statement = ${before.id}`,
      );
    await logged(tx, { statement: draft.id, at, what: "made", by });
    return { draft, isNew: true };
  });

/** What was written about the missed targets of a statement. */
export const readSentences = async (db: Database, statement: number): Promise<readonly WrittenSentence[]> =>
  db
    .select({
      ticket: statementSentences.ticket,
      clock: statementSentences.clock,
      cycle: statementSentences.cycle,
      text: statementSentences.text,
    })
    .from(statementSentences)
    .where(eq(statementSentences.statement, statement))
    .orderBy(asc(statementSentences.ticket), asc(statementSentences.clock), asc(statementSentences.cycle));

/** Locks a draft until the transaction ends; null if there is no such draft. */
export const lockDraft = async (tx: Tx, id: number): Promise<ListedStatement | null> => {
  const [row] = await tx
    .select(listed)
    .from(statements)
    .where(and(eq(statements.id, id), isNull(statements.sentAt)))
    .for("update");
  return row ?? null;
};

/** Stores what was written about missed targets of a draft; an empty text takes a sentence back. The draft must be locked. */
export const writeSentences = async (
  tx: Tx,
  statement: number,
  sentences: readonly WrittenSentence[],
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> => {
  for (const { ticket, clock, cycle, text } of sentences) {
    const key = { statement, ticket, clock, cycle };
    if (text === "")
      await tx
        .delete(statementSentences)
        .where(
          and(
            eq(statementSentences.statement, statement),
            eq(statementSentences.ticket, ticket),
            eq(statementSentences.clock, clock),
            eq(statementSentences.cycle, cycle),
          ),
        );
    else
      await tx
        .insert(statementSentences)
        .values({ ...key, text, writtenAt: at, writtenBy: by })
        .onConflictDoUpdate({
          target: [
            statementSentences.statement,
            statementSentences.ticket,
            statementSentences.clock,
            statementSentences.cycle,
          ],
          set: { text, writtenAt: at, writtenBy: by },
          setWhere: sql`${statementSentences.text} <> ${text}`,
        });
  }
};

/** Keeps what was sent, and owes a notice to these contacts. The draft must be locked. */
export const storeSent = async (
  tx: Tx,
  statement: number,
  {
    content,
    hash,
    contacts,
  }: { readonly content: string; readonly hash: string; readonly contacts: readonly UserRef[] },
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> => {
  await tx.update(statements).set({ content, hash, sentAt: at, sentBy: by }).where(eq(statements.id, statement));
  await logged(tx, { statement, at, what: "sent", by, hash });
  if (contacts.length > 0)
    await tx.insert(statementNotices).values(contacts.map((contact) => ({ statement, contact, notBefore: at })));
};

/** What was sent, with the hash of the audit log; null for a draft. */
export const readContent = async (db: Database, id: number): Promise<StoredContent | null> => {
  const [row] = await db
    .select({ content: statements.content, hash: statements.hash, loggedHash: statementLog.hash })
    .from(statements)
    .leftJoin(statementLog, and(eq(statementLog.statement, statements.id), eq(statementLog.what, "sent")))
    .where(eq(statements.id, id));
  return row === undefined || row.content === null || row.hash === null
    ? null
    : { content: row.content, hash: row.hash, loggedHash: row.loggedHash };
};

/** The audit log of a statement, the oldest line first. */
export const readStatementLog = async (db: Database, id: number): Promise<readonly StatementLogLine[]> =>
  db
    .select({ at: statementLog.at, what: statementLog.what, by: statementLog.by, hash: statementLog.hash })
    .from(statementLog)
    .where(eq(statementLog.statement, id))
    .orderBy(asc(statementLog.id));
