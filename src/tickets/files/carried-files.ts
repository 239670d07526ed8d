import { whyNotCarried } from "./carry-rules.ts";
import type { FilesLeft } from "../limits.ts";
import type { FileRef } from "../refs.ts";
import type { Attachment } from "../ticket.ts";

/**
 * The files of one message, each with whether it is carried to the other side. `left` is what the sender's limit still allows;
 * without it there is none.
 */
export const judgedFiles = (files: readonly FileRef[] = [], left?: FilesLeft): readonly Attachment[] => {
  let { count, bytes } = left ?? { count: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
  return files.map(({ id, name, size, type, unseen }, place) => {
    const not = whyNotCarried({ id, name, size, type, unseen }, place);
    if (not !== null) return { id, name, size, type, rejectedBecause: not };
    if (count < 1 || bytes < size) return { id, name, size, type, rejectedBecause: "quota" };
    count -= 1;
    bytes -= size;
    return { id, name, size, type, rejectedBecause: not };
  });
};
