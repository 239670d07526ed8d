import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { CarriedFile } from "../../src/chat/delivery.ts";
import type { FileRef } from "../../src/tickets/refs.ts";

/** The files of the playground's messages. */
export interface FileStore {
  put(message: string, files: readonly CarriedFile[]): readonly FileRef[];
  /** Returns a file with its message; null if it was deleted. */
  get(id: string): (CarriedFile & { readonly message: string }) | null;
  /** Deletes all files of a message. */
  clear(message: string): void;
}

/** The most files to keep. The oldest are deleted, because a demo must not fill the disk. */
const kept = 60;

export const createFileStore = (db: DatabaseSync): FileStore => {
  db.exec(`
    create table if not exists file (
      id text primary key, message integer not null, name text not null, type text not null, bytes blob not null) strict;
    create index if not exists file_message on file (message);`);
  const insert = db.prepare("insert into file (id, message, name, type, bytes) values (?, ?, ?, ?, ?)");
  const forget = db.prepare("delete from file where rowid <= (select max(rowid) from file) - ?");
  const find = db.prepare("select message, name, type, bytes from file where id = ?");
  const clear = db.prepare("delete from file where message = ?");
  return {
    put: (message, files) =>
      files.map(({ name, type, bytes }) => {
        const id = randomUUID();
        insert.run(id, Number(message), name, type, bytes);
        forget.run(kept);
        return { id, name, type, size: bytes.byteLength };
      }),
    get(id) {
      const row = find.get(id);
      if (row === undefined) return null;
      const { message, name, type, bytes } = row;
      if (!(bytes instanceof Uint8Array)) return null;
      return { message: String(message), name: String(name), type: String(type), bytes: Uint8Array.from(bytes) };
    },
    clear: (message) => void clear.run(Number(message)),
  };
};
