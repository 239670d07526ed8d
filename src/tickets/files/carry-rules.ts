import { fileKind } from "./file-kind.ts";
import { zipNames, gzipName } from "./zip-names.ts";
import type { FileRef } from "../refs.ts";
import type { NotCarried } from "../ticket-records.ts";

/** In bytes: what Discord takes from a bot, and what a database row may well hold. */
export const maxFileBytes = 10 * 1024 * 1024;

/** As many as one message of Discord can hold. */
export const maxFiles = 10;

type Named = Pick<FileRef, "name" | "type">;

/** Why no file of this kind is carried, whoever shares it. */
const whyNotOfKind = (file: Named): "program" | "active" | "archive" | null => {
  const kind = fileKind(file);
  return kind === "program" || kind === "active" || kind === "archive" ? kind : null;
};

/** Why the file at this place of a message is not carried to the other side; null where it is. */
export const whyNotCarried = (file: FileRef, place: number): NotCarried | null => {
  if (place >= maxFiles) return "tooMany";
  if (file.unseen === true) return "unseen";
  return whyNotOfKind(file) ?? (file.size > maxFileBytes ? "tooLarge" : null);
};

/** How programs of Windows, Linux and macOS begin, whatever they are called. */
const beginnings: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
];

/** A folder is of no kind, but macOS runs one that is called an application. */
const isRefusedInside = (name: string): boolean =>
  /\.app\//i.test(name) || (!name.endsWith("/") && fileKind({ name, type: "" }) !== "other");

/** The same for a file that was read: also by how it begins, and by every name of what it holds where it is a zip or a gzip. */
export const whyNotAsRead = (file: Named, bytes: Uint8Array): NotCarried | null => {
  const why = whyNotOfKind(file);
  if (why !== null) return why;
  if (beginnings.some((beginning) => beginning.every((byte, at) => bytes[at] === byte))) return "program";
  const zipped = gzipName(bytes);
  if (zipped !== null && isRefusedInside(zipped)) return whyNotOfKind({ name: zipped, type: "" }) ?? "packed";
  if (fileKind(file) !== "zip") return null;
  const names = zipNames(bytes);
  return names === null || names.some(isRefusedInside) ? "packed" : null;
};
