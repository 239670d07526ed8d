import type { Card, CardPart, Line } from "../../chat/card.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { faint, plain, strong } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { mailsPath, mostNamedMails, senderText, subjectText, type WaitingMail } from "./named-mails.ts";
import { whyText } from "./why-text.ts";

/**
 * The message in triage about mails for which an agent must choose the account. `mails`: the first of them. `url`: the page on which
 * that is said.
 */
export const waitingMailsCard = (
  { mails, total }: { readonly mails: readonly WaitingMail[]; readonly total: number },
  urlOf: (path: string) => string | null,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const summary = say("mails.waiting", { count: total });
  const lines = mails
    .slice(0, mostNamedMails)
    .flatMap((mail): readonly Line[] => [
      [strong(senderText(mail)), plain(` · ${oneLine(subjectText(mail, say), 80)}`)],
      [faint(whyText(mail.why, say))],
    ]);
  const url = urlOf(mailsPath);
  const where: CardPart =
    url === null
      ? { part: "small", line: [plain(say("mails.where"))] }
      : { part: "text", lines: [[{ t: "link", url, label: say("mails.decide") }]] };
  return { summary, parts: [{ part: "heading", text: summary }, { part: "text", lines }, where] };
};
