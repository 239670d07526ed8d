import { oneLine } from "../../i18n/excerpt.ts";
import type { Say } from "../../i18n/say.ts";

/** The page of the web desk with the mails that wait for the staff. */
export const mailsPath = "/desk/mails";

/** The page of one mail, where an agent chooses its account. */
export const mailPath = (id: number): string => `${mailsPath}/${id}`;

/**
 * The most mails that the list and the message in triage name. Mails of strangers may be many; the others move up as these are decided
 * on.
 */
export const mostNamedMails = 10;

/** A mail that waits, as lists show it. */
export interface WaitingMail {
  readonly sender: string | null;
  readonly senderName: string | null;
  readonly subject: string | null;
  readonly why: string | null;
}

/** `Carla Roca <carla@elsewhere.example>`, in one line. */
export const senderText = ({ sender, senderName }: Pick<WaitingMail, "sender" | "senderName">): string => {
  const name = senderName === null ? "" : oneLine(senderName, 60);
  const address = sender ?? "";
  return name === "" || name === address ? address : `${name} <${address}>`;
};

/** The subject of a mail, also of one that has none. */
export const subjectText = ({ subject }: Pick<WaitingMail, "subject">, say: Say): string =>
  subject === null || subject === "" ? say("mail.noSubject") : subject;
