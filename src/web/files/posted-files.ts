import { storeAreaFile } from "../../db/access/area-file-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import { judgeFile } from "../../delivery/judge-file.ts";
import { fileWhyNot } from "../../features/attachments/index.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Instant } from "../../sla/instant.ts";
import { whyNotCarried } from "../../tickets/files/carry-rules.ts";
import type { FileRef, UserRef } from "../../tickets/refs.ts";
import type { Posted } from "../posted.ts";

const longestName = 200;
const longestType = 100;

/** The name as a database and a header can hold it. The end of a name decides how a system opens the file, so it stays. */
const storableName = (name: string): string => {
  const plain = name.toWellFormed().replaceAll("\0", "");
  return plain === "" ? "file" : plain.slice(-longestName).toWellFormed();
};

/** The files of a form: as an inbound event names them, or the sentences that say why some are not taken. */
export type FilesGiven =
  | { readonly ok: true; readonly files: readonly FileRef[]; store(): Promise<void> }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Judges the files of a form by the rules for files in chat, before anything is stored. If one is not taken, none is, and
 * the contact sends the form again. `store` keeps them; a repeated form stores nothing twice.
 */
export const givenFiles = async (
  { files, key }: Pick<Posted, "files" | "key">,
  {
    db,
    owner,
    at,
    viewer,
  }: { readonly db: Database; readonly owner: UserRef; readonly at: Instant; readonly viewer: Viewer },
): Promise<FilesGiven> => {
  const refs: FileRef[] = [];
  const contents: Uint8Array<ArrayBuffer>[] = [];
  const problems: string[] = [];
  for (const [place, file] of files.entries()) {
    const ref = {
      id: `${key}.${place}`,
      name: storableName(file.name),
      size: file.size,
      type: file.type.slice(0, longestType),
    };
    const bytes = await file.bytes();
    const why = whyNotCarried(ref, place) ?? (await judgeFile({ ...ref, bytes }));
    if (why !== null) problems.push(fileWhyNot(ref, why, viewer));
    refs.push(ref);
    contents.push(bytes);
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    files: refs,
    store: async () => {
      for (const [place, { id }] of refs.entries())
        await storeAreaFile(db, { id, owner, bytes: contents[place] ?? new Uint8Array(), at });
    },
  };
};
