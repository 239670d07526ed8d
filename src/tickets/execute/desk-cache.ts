import { readContacts } from "../../db/access/contact-store.ts";
import { readDesk, readDeskState, type DeskState } from "../../db/desk-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import type { Desk } from "../../desk/desk.ts";
import { withContacts, type AddedContact } from "../contact.ts";

/**
 * The desk in force with its people's own choices (absence, notifications), and with the contacts whom the staff added. It
 * is read again only after a change.
 */
export interface DeskCache {
  /** The desk as of this transaction. Throws if no desk file was ever applied. */
  read(db: Database): Promise<Desk>;
  /** As last read, without any I/O. Throws before the first read. */
  current(): Desk;
}

const withOwnChoices = (desk: Desk, { absences, notify }: DeskState): Desk => ({
  ...desk,
  people: Object.fromEntries(
    Object.entries(desk.people).map(([key, person]) => [
      key,
      {
        ...person,
        outUntil: absences.find((each) => each.person === key)?.until ?? null,
        notifyChoice: notify[key] ?? null,
      },
    ]),
  ),
});

/** `deskOf` builds the desk from the stored document. */
export const createDeskCache = (deskOf: (document: unknown, version: number, former: unknown) => Desk): DeskCache => {
  let file: Desk | null = null;
  let added: { readonly revision: number; readonly contacts: readonly AddedContact[] } = { revision: 0, contacts: [] };
  let known: { readonly desk: Desk; readonly state: string } | null = null;
  const fileAt = async (db: Database, version: number): Promise<Desk> => {
    if (file !== null && file.version === version) return file;
    const stored = await readDesk(db);
    if (stored === null) throw new Error("no desk file was ever applied");
    file = deskOf(stored.document, stored.version, stored.former);
    return file;
  };
  const contactsAt = async (db: Database, revision: number): Promise<readonly AddedContact[]> => {
    if (added.revision !== revision) added = { revision, contacts: await readContacts(db) };
    return added.contacts;
  };
  return {
    read: async (db) => {
      const state = await readDeskState(db);
      const text = JSON.stringify(state);
      if (known?.state === text) return known.desk;
      const named = withContacts(await fileAt(db, state.version), await contactsAt(db, state.contacts));
      const desk = withOwnChoices(named, state);
      known = { desk, state: text };
      return desk;
    },
    current: () => {
      if (known === null) throw new Error("the desk was not read yet");
      return known.desk;
    },
  };
};
