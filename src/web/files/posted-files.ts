import pLimit from "p-limit";
import { storeAreaFiles } from "../../db/access/area-file-store.ts";
import type { Database } from "../../db/connection/handle.ts";
import { judgeFile } from "../../delivery/judge-file.ts";
import { fileWhyNot } from "../../features/attachments/index.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Instant } from "../../sla/instant.ts";
import { whyNotCarried } from "../../tickets/files/carry-rules.ts";
import type { CustomerLimits } from "../../tickets/limits.ts";
import type { FileRef, UserRef } from "../../tickets/refs.ts";
import type { Posted } from "../posted.ts";

const longestName = 200;
const longestType = 100;

/** A text as a database and a header can hold it. */
const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "");

/** The end of a name decides how a system opens the file, so it stays. */
const storableName = (name: string): string => storable(storable(name).slice(-longestName)) || "file";

/** The type that a browser names for a file, which may be any text. */
const storableType = (type: string): string => storable(storable(type).slice(0, longestType));

/** The files of a form: as an inbound event names them, or the sentences that say why none is taken. */
export type FilesGiven =
  | { readonly ok: true; readonly files: readonly FileRef[] }
  | { readonly ok: false; readonly problems: readonly string[] };

interface Taking {
  readonly db: Database;
  readonly owner: UserRef;
  readonly at: Instant;
  readonly limit: CustomerLimits["files"];
  readonly viewer: Viewer;
}

const takeNow = async (
  { files, key }: Pick<Posted, "files" | "key">,
  { db, owner, at, limit, viewer }: Taking,
): Promise<FilesGiven> => {
  const refs: FileRef[] = [];
  const contents: { readonly id: string; readonly bytes: Uint8Array }[] = [];
  const problems: string[] = [];
  for (const [place, file] of files.entries()) {
    const ref = {
      id: `${key}.${place}`,
      name: storableName(file.name),
      size: file.bytes.byteLength,
      type: storableType(file.type),
    };
    const { bytes } = file;
    const why = whyNotCarried(ref, place) ?? (await judgeFile({ ...ref, bytes }));
    if (why !== null) problems.push(fileWhyNot(ref, why, viewer));
    refs.push(ref);
    contents.push({ id: ref.id, bytes });
  }
  if (problems.length > 0) return { ok: false, problems };
  if (refs.length === 0 || (await storeAreaFiles(db, { owner, at, files: contents }, limit)))
    return { ok: true, files: refs };
  return { ok: false, problems: [sayIn(viewer.locale)("area.filesQuota")] };
};

type FileIntake = (posted: Pick<Posted, "files" | "key">, taking: Taking) => Promise<FilesGiven>;

/**
 * Judges the files of a form by the rules for files in chat, and stores them. If one is not taken, or they are more than
 * the contact may send now, none is stored, and the contact sends the form again. A repeated form stores nothing twice.
 * Forms with files are taken one after the other, because each needs several times its size in memory while it is stored, and
 * those of one contact would each hold a connection of the pages while they wait for each other.
 */
export const createFileIntake = (): FileIntake => {
  const oneAtATime = pLimit(1);
  return (posted, taking) =>
    posted.files.length === 0 ? takeNow(posted, taking) : oneAtATime(() => takeNow(posted, taking));
};
