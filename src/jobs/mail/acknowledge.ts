import { randomUUID } from "node:crypto";
import type { Desk } from "../../desk/desk.ts";
import { acknowledgement } from "../../features/mail-intake/index.ts";
import { languageTag } from "../../i18n/languages.ts";
import { deskViewer } from "../../i18n/viewer-for.ts";
import type { ReadMail } from "../../mail/reading/read-mail.ts";
import { domainOf } from "../../text/mail-address.ts";
import type { WorkDeps } from "../deps.ts";

/**
 * Answers an unknown sender that their mail arrived. It goes out once or not at all: nothing depends on it, and a repeated answer to an
 * unknown address is a nuisance.
 */
export const acknowledge = async (
  { ports, log }: Pick<WorkDeps, "ports" | "log">,
  desk: Desk,
  { from, subject, messageId }: ReadMail,
): Promise<void> => {
  const { support } = desk.mail;
  const port = ports.get("email");
  if (from === null || support === null || port?.sendMail === undefined) return;
  const viewer = deskViewer(desk);
  const card = acknowledgement(subject, desk, viewer);
  const id = randomUUID();
  const sent = await port.sendMail(
    {
      to: { user: `email:${from.address}`, name: from.name },
      from: { name: desk.name, address: support },
      answerTo: null,
      subject: card.summary,
      card,
      language: languageTag[viewer.locale],
      messageId: `<acknowledged.${id}@${domainOf(support)}>`,
      inReplyTo: messageId,
      references: messageId === null ? [] : [messageId],
      isAutomatic: true,
      list: null,
    },
    { key: `acknowledged ${id}` },
  );
  if (!sent.ok) log.warn({ failure: sent.failure.kind, err: sent.failure.why }, "mail.not-acknowledged");
};
