import { readDesk, readDeskVersion } from "../db/desk-store.ts";
import type { Database } from "../db/handle.ts";
import type { Desk } from "../domain/desk.ts";

/** The desk in force, read again only when its version changed. */
export interface DeskCache {
  /** As of this transaction. Throws where no desk was ever applied. */
  read(db: Database): Promise<Desk>;
  /** As last read, without any I/O. Throws before the first read. */
  current(): Desk;
}

/** `deskOf` makes the rules out of the stored document. */
export const createDeskCache = (deskOf: (document: unknown, version: number) => Desk): DeskCache => {
  let known: Desk | null = null;
  return {
    read: async (db) => {
      const version = await readDeskVersion(db);
      if (known !== null && known.version === version) return known;
      const stored = await readDesk(db);
      if (stored === null) throw new Error("no desk file was ever applied");
      known = deskOf(stored.document, stored.version);
      return known;
    },
    current: () => {
      if (known === null) throw new Error("the desk was not read yet");
      return known;
    },
  };
};
