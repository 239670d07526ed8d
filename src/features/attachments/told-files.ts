import type { Notification } from "../../tickets/effect.ts";
import type { MessageKey } from "../../tickets/refs.ts";
import type { Attachment } from "../../tickets/ticket.ts";

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
