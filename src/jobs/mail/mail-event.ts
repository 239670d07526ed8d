import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { MailContact } from "../../mail/becomes.ts";
import type { MailFile, ReadMail } from "../../mail/reading/read-mail.ts";
import type { Desk } from "../../desk/desk.ts";
import { bareSubject } from "../../mail/subject.ts";
import { tagInAddress } from "../../mail/ticket-address.ts";
import type { Instant } from "../../sla/instant.ts";
import type { CopiedPerson } from "../../tickets/contact.ts";
import { whyNotCarried } from "../../tickets/files/carry-rules.ts";
import { foldedAddress, isInternetAddress } from "../../text/mail-address.ts";
import { isAddressOfStaff } from "./sender-of.ts";
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

/** Whom a mail copies, and other recipients, without the addresses of the desk, its staff and the author. Each once. */
export const copiedBy = ({ from, to, cc }: ReadMail, desk: Desk): readonly CopiedPerson[] => {
  const { support, head } = desk.mail;
  const own = [support, head].flatMap((each) => (each === null ? [] : [foldedAddress(each)]));
  const isOurs = (address: string): boolean =>
    own.includes(address) || tagInAddress(address) !== null || isAddressOfStaff(address, desk);
  const people = [...to, ...cc]
    .map(({ address, name }) => ({ address: foldedAddress(address), name }))
    .filter(({ address }) => address !== from?.address && isInternetAddress(address) && !isOurs(address));
  return [...new Map(people.map((each) => [each.address, each])).values()];
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
    copied,
    files,
  }: {
    readonly id: number;
    readonly at: Instant;
    readonly contact: MailContact;
    readonly ticket: number | null;
    readonly escalates: boolean;
    readonly copied: readonly CopiedPerson[];
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
    mail: { id, escalates, ...(copied.length === 0 ? {} : { copied }) },
  };
  return ticket === null
    ? { ...shared, kind: "mailed", title: bareSubject(mail.subject) }
    : { ...shared, kind: "message", ticket };
};
