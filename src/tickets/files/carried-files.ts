import type { Notification } from "../effect.ts";
import { whyNotCarried } from "./carry-rules.ts";
import type { FilesLeft } from "../limits.ts";
import type { FileRef, MessageKey } from "../refs.ts";
import type { Attachment } from "../thread/thread-message.ts";

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

interface Sharer {
  readonly files?: readonly Attachment[] | undefined;
  readonly message?: MessageKey | undefined;
  readonly by: string;
  readonly company?: string | null | undefined;
  readonly staff?: boolean | undefined;
}

/** The files that go to the team's side; what stays is told with the words. */
export const carried = ({ files = [], message, by, company = null, staff = false }: Sharer): readonly Notification[] =>
  files.flatMap(({ rejectedBecause: not, ...file }) =>
    message === undefined || not !== null
      ? []
      : [{ type: "customerFile", message, file, by, company, ...(staff ? { staff } : {}) }],
  );

/** What one of us shared and stays where it is: no words of it are told that could name it. */
export const notCarried = ({ files = [], message, by }: Sharer): readonly Notification[] =>
  files.flatMap(({ rejectedBecause: not, ...file }) =>
    message === undefined || not === null
      ? []
      : [{ type: "customerFile", message, file, by, company: null, staff: true, whyNot: not }],
  );
