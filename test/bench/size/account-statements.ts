import { accountLoads } from "../../../src/db/accounts/account-load.ts";
import {
  deleteAccountNote,
  editAccountNote,
  notesOfAccount,
  readAccountNote,
  readNoteLog,
  writeAccountNote,
} from "../../../src/db/accounts/note-store.ts";
import type { Tx } from "../../../src/db/connection/handle.ts";

/** As many accounts as a page of the web desk shows. The first one is the large one. */
const onPage = Array.from({ length: 25 }, (_, at) => `a${at}`);
const countedUpTo = 100;
/** Without an index its notes would be looked for among all. */
const withoutNotes = "new";

/** Every statement of the pages about accounts. */
export const accountStatements = (tx: Tx, now: number): readonly (() => Promise<unknown>)[] => {
  const act = { by: "s1", at: now };
  const note = { id: 1, account: "a0" };
  return [
    () => accountLoads(tx, onPage, { limit: onPage.length, atMost: countedUpTo }),
    () => writeAccountNote(tx, { key: "one", account: "a0", text: "A note." }, act),
    () => editAccountNote(tx, { ...note, text: "Another note." }, act),
    () => readAccountNote(tx, note.account, note.id),
    () => notesOfAccount(tx, note.account, 21),
    () => deleteAccountNote(tx, note, act),
    () => readNoteLog(tx, note.account, 50),
    () => notesOfAccount(tx, withoutNotes, 21),
    () => readNoteLog(tx, withoutNotes, 50),
  ];
};
