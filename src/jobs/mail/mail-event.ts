import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { MailContact } from "../../mail/becomes.ts";
import type { MailFile, ReadMail } from "../../mail/reading/read-mail.ts";
import { bareSubject } from "../../mail/subject.ts";
import type { Instant } from "../../sla/instant.ts";
import { whyNotCarried } from "../../tickets/files/carry-rules.ts";
import type { FileRef } from "../../tickets/refs.ts";

/** In bytes. Smaller pictures within a text are the logos and icons of signatures. */
const smallPicture = 8 * 1024;

/** As much as a message of the client area may have; the raw mail has the rest. */
const longestText = 10_000;

/** A file of a mail as the event names it, and its bytes if they may be carried. */
export interface FileOfMail {
  readonly ref: FileRef;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

const isIcon = ({ isInline, type, bytes }: MailFile): boolean =>
  isInline && type.startsWith("image/") && bytes.byteLength < smallPicture;

/** The files that the ticket gets. Each has an id of its own, so that a repeated reading stores nothing twice. */
export const filesOfMail = (id: number, { files }: Pick<ReadMail, "files">): readonly FileOfMail[] =>
  files
    .filter((file) => !isIcon(file))
    .map(({ name, type, bytes }, place) => {
      const ref = { id: `mail-${id}.${place}`, name, size: bytes.byteLength, type };
      return { ref, bytes: whyNotCarried(ref, place) === null ? bytes : null };
    });

const shortened = ({ text, format }: Pick<ReadMail, "text" | "format">): Pick<ReadMail, "text" | "format"> =>
  text.length <= longestText
    ? { text, format }
    : {
        text: `${text.slice(0, longestText - 1).toWellFormed()}…`,
        format: format.filter(({ to }) => to < longestText),
      };

/**
 * What a contact wrote by mail, as an inbound event. It counts from when the mail server took the mail. `ticket`: the ticket that it is
 * about; null if it opens one.
 */
export const eventOfMail = (
  mail: ReadMail,
  {
    id,
    at,
    contact: { user, name },
    ticket,
    escalates,
    files,
  }: {
    readonly id: number;
    readonly at: Instant;
    readonly contact: MailContact;
    readonly ticket: number | null;
    readonly escalates: boolean;
    readonly files: readonly FileOfMail[];
  },
): InboundEvent => {
  const key = `mail:${id}`;
  const shared = {
    key,
    at,
    by: { user, name },
    channel: user,
    message: { channel: user, id: key },
    ...shortened(mail),
    ...(files.length === 0 ? {} : { files: files.map(({ ref }) => ref) }),
    mail: { id, escalates },
  };
  return ticket === null
    ? { ...shared, kind: "mailed", title: bareSubject(mail.subject) }
    : { ...shared, kind: "message", ticket };
};
