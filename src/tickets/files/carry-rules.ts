import { fileKind } from "./file-kind.ts";
import { zipNames, gzipName } from "./zip-names.ts";
import type { FileRef } from "../refs.ts";
import type { NotCarried } from "../ticket-records.ts";

/** In bytes: Discord's limit for a bot, and small enough for a database row. */
export const maxFileBytes = 10 * 1024 * 1024;

/** Discord's limit for one message. */
export const maxFiles = 10;

/** As many as a ticket takes from the thread before it. */
export const maxImportedFiles = 50;

type Named = Pick<FileRef, "name" | "type">;

/** Why no file of this kind is ever copied; null if it may be. */
const whyNotOfKind = (file: Named): "program" | "active" | "archive" | null => {
  const kind = fileKind(file);
  return kind === "program" || kind === "active" || kind === "archive" ? kind : null;
};

/** Why the file at this place of a message is not copied to the other side; null if it is. */
export const whyNotCarried = (file: FileRef, place: number): NotCarried | null => {
  if (place >= maxFiles) return "tooMany";
  if (file.unseen === true) return "unseen";
  return whyNotOfKind(file) ?? (file.size > maxFileBytes ? "tooLarge" : null);
};

/** The first bytes of programs of Windows, Linux and macOS, whatever their names. */
const beginnings: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
];

/** A folder has no kind, but macOS runs a folder whose name ends in `.app`. */
const isRefusedInside = (name: string): boolean =>
  /\.app\//i.test(name) || (!name.endsWith("/") && fileKind({ name, type: "" }) !== "other");

/**
 * Why a file is not copied, judged by its content: its first bytes, and each name inside a zip or gzip. Null if it is
 * copied. It takes many small steps, between which the caller lets other work run, because a sender chooses how much there is to judge.
 */
export function* whyNotAsRead(file: Named, bytes: Uint8Array): Generator<undefined, NotCarried | null> {
  const why = whyNotOfKind(file);
  if (why !== null) return why;
  if (beginnings.some((beginning) => beginning.every((byte, at) => bytes[at] === byte))) return "program";
  const zipped = gzipName(bytes);
  if (zipped === "tooLong") return "packed";
  if (zipped !== null && isRefusedInside(zipped.name)) return whyNotOfKind({ name: zipped.name, type: "" }) ?? "packed";
  if (fileKind(file) !== "zip") return null;
  const names = zipNames(bytes);
  for (let step = names.next(); ; step = names.next()) {
    if (step.done === true) return step.value ? null : "packed";
    if (step.value !== null && isRefusedInside(step.value)) return "packed";
    yield;
  }
}
