import { html } from "hono/html";
import type { MailForStaff } from "../../../db/mail/waiting-mail-store.ts";
import { mailPath, mailsPath, senderText, subjectText, whyText } from "../../../features/mail-intake/index.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import type { NewSecrets } from "../../render/card.ts";
import { hiddenFields } from "../../render/form-fields.ts";
import type { Markup } from "../../render/line.ts";
import { table } from "../../render/table.ts";

interface MailList {
  readonly mails: readonly MailForStaff[];
  readonly total: number;
  readonly muted: readonly string[];
  /** What was just done, as a sentence. */
  readonly done: string | null;
}

const mutedPart = (muted: readonly string[], secrets: NewSecrets, viewer: Viewer): Markup | "" => {
  const say = sayIn(viewer.locale);
  if (muted.length === 0) return "";
  return html`<h2>${say("mails.mutedTitle")}</h2>
    <ul class="plain">
      ${muted.map(
        (address) =>
          html`<li>
            <form method="post" action="${mailsPath}/unmute">
              ${hiddenFields(secrets())}<input type="hidden" name="address" value="${address}" />
              <button class="button" type="submit">${say("mails.unmute", { address })}</button>
            </form>
          </li>`,
      )}
    </ul>`;
};

/** The mails that wait until the staff decide about them, the oldest first. */
export const mailListPage = ({ mails, total, muted, done }: MailList, secrets: NewSecrets, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const heads = [say("mails.subject"), say("mails.author"), say("mails.came"), say("mails.why")];
  return html`<h1>${say("mails.title")}</h1>
    ${done === null ? "" : html`<p role="status" class="notice">${done}</p>`}
    <p>
      ${mails.length === 0 ? say("mails.none") : `${say("mails.waiting", { count: total })}. ${say("mails.about")}`}
    </p>
    ${
      mails.length === 0
        ? ""
        : table(
            { label: say("mails.title"), heads, kind: "mails" },
            mails.map(
              (mail) =>
                html`<tr>
                  <th scope="row" dir="auto">
                    <a href="${mailPath(mail.id)}">${subjectText(mail, say)}</a>
                  </th>
                  <td dir="auto">${senderText(mail)}</td>
                  <td>${datedMomentText(mail.receivedAt, viewer)}</td>
                  <td>${whyText(mail.why, say)}</td>
                </tr>`,
            ),
          )
    }
    ${mutedPart(muted, secrets, viewer)}`;
};
