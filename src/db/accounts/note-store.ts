import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../connection/handle.ts";
import { accountNoteLog, accountNotes, type NoteChange } from "../schema/account-schema.ts";
import { and, desc, eq, isNull, ne } from "../schema/orm.ts";

/** A note about an account. Only the staff read it. */
export interface AccountNote {
  readonly id: number;
  readonly account: string;
  readonly text: string;
  /** A key of the desk's people. */
  readonly author: string;
  readonly writtenAt: Instant;
  readonly editedAt: Instant | null;
}

/** A line of the audit log of an account's notes. */
export interface NoteLogLine {
  readonly note: number;
  readonly at: Instant;
  readonly what: NoteChange;
  readonly by: string;
}

/** Who did something, and when. `by` is a key of the desk's people. */
export interface NoteAct {
  readonly by: string;
  readonly at: Instant;
}

const columns = {
  id: accountNotes.id,
  account: accountNotes.account,
  text: accountNotes.text,
  author: accountNotes.author,
  writtenAt: accountNotes.writtenAt,
  editedAt: accountNotes.editedAt,
};

const isShown = isNull(accountNotes.deletedAt);

/** The newest notes of an account, the newest first. */
export const notesOfAccount = async (db: Database, account: string, most: number): Promise<readonly AccountNote[]> =>
  db
    .select(columns)
    .from(accountNotes)
    .where(and(eq(accountNotes.account, account), isShown))
    .orderBy(desc(accountNotes.id))
    .limit(most);

/** A note of this account; null if there is none, or if it was deleted. */
export const readAccountNote = async (db: Database, account: string, id: number): Promise<AccountNote | null> => {
  const [row] = await db
    .select(columns)
    .from(accountNotes)
    .where(and(eq(accountNotes.id, id), eq(accountNotes.account, account), isShown));
  return row ?? null;
};

/** Writes a note, unless the same request wrote it already. */
export const writeAccountNote = async (
  db: Database,
  { key, account, text }: { readonly key: string; readonly account: string; readonly text: string },
  { by, at }: NoteAct,
): Promise<void> =>
  db.transaction(async (tx) => {
    const [row] = await tx
      .insert(accountNotes)
      .values({ key, account, text, author: by, writtenAt: at })
      .onConflictDoNothing({ target: accountNotes.key })
      .returning({ id: accountNotes.id });
    if (row !== undefined) await tx.insert(accountNoteLog).values({ note: row.id, account, at, what: "written", by });
  });

/** Changes the text of a note. False if there is no such note; the same text changes nothing. */
export const editAccountNote = async (
  db: Database,
  { id, account, text }: Pick<AccountNote, "id" | "account" | "text">,
  { by, at }: NoteAct,
): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [row] = await tx
      .update(accountNotes)
      .set({ text, editedAt: at })
      .where(and(eq(accountNotes.id, id), eq(accountNotes.account, account), isShown, ne(accountNotes.text, text)))
      .returning({ id: accountNotes.id });
    if (row !== undefined) await tx.insert(accountNoteLog).values({ note: id, account, at, what: "edited", by });
    return row !== undefined || (await readAccountNote(tx, account, id)) !== null;
  });

/** Deletes a note and its text. False if there is no such note. */
export const deleteAccountNote = async (
  db: Database,
  { id, account }: Pick<AccountNote, "id" | "account">,
  { by, at }: NoteAct,
): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [row] = await tx
      .update(accountNotes)
      .set({ text: "", deletedAt: at })
      .where(and(eq(accountNotes.id, id), eq(accountNotes.account, account), isShown))
      .returning({ id: accountNotes.id });
    if (row !== undefined) await tx.insert(accountNoteLog).values({ note: id, account, at, what: "deleted", by });
    return row !== undefined;
  });

/** The newest lines of the audit log of an account's notes. */
export const readNoteLog = async (db: Database, account: string, most: number): Promise<readonly NoteLogLine[]> =>
  db
    .select({
      note: accountNoteLog.note,
      at: accountNoteLog.at,
      what: accountNoteLog.what,
      by: accountNoteLog.by,
    })
    .from(accountNoteLog)
    .where(eq(accountNoteLog.account, account))
    .orderBy(desc(accountNoteLog.id))
    .limit(most);
