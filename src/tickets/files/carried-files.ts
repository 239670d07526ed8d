import type { Notification } from "../effect.ts";
import { maxImportedFiles, whyNotCarried } from "./carry-rules.ts";
import type { FilesLeft } from "../limits.ts";
import type { FileRef, MessageKey } from "../refs.ts";
import type { ImportedMessage } from "../thread/imported-thread.ts";
import type { Attachment } from "../thread/thread-message.ts";

/**
 * The files of one message, each with the reason why it is not copied (null: it is copied). `left` is the sender's
 * remaining allowance; null: unlimited.
 */
export const judgedFiles = (files: readonly FileRef[], left: FilesLeft | null): readonly Attachment[] => {
  let { count, bytes } = left ?? { count: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
  return files.map((file, place) => {
    const why = whyNotCarried(file, place);
    const { id, name, size, type } = file;
    if (why !== null) return { id, name, size, type, rejectedBecause: why };
    if (count < 1 || bytes < size) return { id, name, size, type, rejectedBecause: "quota" };
    count -= 1;
    bytes -= size;
    return { id, name, size, type, rejectedBecause: why };
  });
};

/** The files that are copied. */
export const copiedOf = (files: readonly Attachment[]): FilesLeft => {
  const copied = files.filter(({ rejectedBecause }) => rejectedBecause === null);
  return { count: copied.length, bytes: copied.reduce((sum, { size }) => sum + size, 0) };
};

/** The files of a thread that count for the limit of the customer who opens a ticket from it: all that staff did not share. */
export const countedInThread = (messages: readonly ImportedMessage[]): readonly Attachment[] =>
  messages.flatMap(({ staff, files }) => (staff ? [] : files));

/**
 * The messages of a thread with their judged files. All files together stay within the allowance of the customer and the limit of
 * a ticket; the newest messages come first, because they are most likely about the problem. Staff have no allowance.
 */
export const withLimitedFiles = (
  messages: readonly ImportedMessage[],
  left: FilesLeft | null,
): readonly ImportedMessage[] => {
  let { count, bytes } = left ?? { count: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
  let room = maxImportedFiles;
  const limited = messages.toReversed().map((each) => {
    const files = each.files.map((file): Attachment => {
      if (file.rejectedBecause !== null) return file;
      if (room < 1) return { ...file, rejectedBecause: "tooManyInThread" };
      if (!each.staff) {
        if (count < 1 || bytes < file.size) return { ...file, rejectedBecause: "quota" };
        count -= 1;
        bytes -= file.size;
      }
      room -= 1;
      return file;
    });
    return { ...each, files };
  });
  return limited.toReversed();
};

interface Sharer {
  readonly files: readonly Attachment[];
  readonly message: MessageKey | null;
  readonly by: string;
  readonly company: string | null;
  readonly staff: boolean;
}

/** Notifications for the files that are copied to the team. The customer's message lists the others. */
export const carried = ({ files, message, by, company, staff }: Sharer): readonly Notification[] =>
  files.flatMap(({ rejectedBecause: why, ...file }) =>
    message === null || why !== null ? [] : [{ type: "customerFile", message, file, by, company, whyNot: null, staff }],
  );

/**
 * Notifications for an agent's files that are not copied. They are separate from the reply, which must not name the files.
 */
export const notCarried = ({ files, message, by }: Sharer): readonly Notification[] =>
  files.flatMap(({ rejectedBecause: why, ...file }) =>
    message === null || why === null
      ? []
      : [{ type: "customerFile", message, file, by, company: null, staff: true, whyNot: why }],
  );
