import { html } from "hono/html";
import type { MailForStaff } from "../../../db/mail/waiting-mail-store.ts";
import type { Desk } from "../../../desk/desk.ts";
import {
  mailPath,
  mailsPath,
  mayBeTaken,
  senderText,
  subjectText,
  whyText,
} from "../../../features/mail-intake/index.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn, type Say } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import type { MailAddress, ReadMail } from "../../../mail/reading/read-mail.ts";
import { byName, select } from "../../pages/queue-filters.ts";
import type { NewSecrets } from "../../render/card.ts";
import { hiddenFields } from "../../render/form-fields.ts";
import type { Markup } from "../../render/line.ts";

/** In UTF-16 units: more of a mail is not shown. */
const longestShown = 20_000;
/** More addresses and files of a mail are not named. */
const mostNamed = 20;

interface MailView {
  readonly mail: MailForStaff;
  /** Its content; null if it cannot be read. */
  readonly content: ReadMail | null;
  /** The key of the account that was chosen and could not be used; null if none was. */
  readonly chosen: string | null;
  readonly error: string | null;
}

const addressesText = (addresses: readonly MailAddress[]): string =>
  addresses
    .slice(0, mostNamed)
    .map(({ address, name }) => senderText({ sender: address, senderName: name }))
    .join(", ");

const fact = (label: string, value: string): Markup | "" =>
  value === ""
    ? ""
    : html`<div>
        <dt>${label}</dt>
        <dd dir="auto">${value}</dd>
      </div>`;

const facts = ({ mail, content }: MailView, say: Say, viewer: Viewer): Markup =>
  html`<dl class="facts">
    ${fact(say("mails.author"), senderText(mail))} ${fact(say("mails.to"), addressesText(content?.to ?? []))}
    ${fact(say("mails.copied"), addressesText(content?.cc ?? []))}
    ${fact(say("mails.came"), datedMomentText(mail.receivedAt, viewer))}
    ${fact(say("mails.why"), whyText(mail.why, say))}
    ${fact(
      say("mails.files"),
      (content?.files ?? [])
        .slice(0, mostNamed)
        .map(({ name }) => name)
        .join(", "),
    )}
  </dl>`;

const words = ({ content }: MailView, say: Say): Markup => {
  if (content === null) return html`<p class="empty">${say("mails.noText")}</p>`;
  const { wholeText } = content;
  const isCut = wholeText.length > longestShown;
  const shown = isCut ? `${wholeText.slice(0, longestShown).toWellFormed()}…` : wholeText;
  return html`<div class="written" dir="auto">${shown}</div>
    ${isCut ? html`<p class="hint">${say("mails.textCut")}</p>` : ""}`;
};

const act = (path: string, secrets: NewSecrets, fields: Markup, about: string): Markup =>
  html`<form method="post" action="${path}" class="decision">
    ${hiddenFields(secrets())}
    <div class="row">${fields}</div>
    <p class="hint">${about}</p>
  </form>`;

/** One mail, and three decisions for an agent: choose its account, dismiss it as no request, or mute its sender. */
export const mailPage = (view: MailView, desk: Desk, secrets: NewSecrets, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const { mail, chosen, error } = view;
  const path = mailPath(mail.id);
  const submit = (label: string, isFirst = false): Markup =>
    html`<button class="button${isFirst ? " primary" : ""}" type="submit">${label}</button>`;
  const accounts = byName(Object.values(desk.accounts), viewer);
  const whose = html`${select({ name: "account", label: say("fact.account"), chosen }, "–", accounts)}
  ${submit(say("mails.take"), true)}`;
  return html`<article class="mail">
    <h1 dir="auto">${subjectText(mail, say)}</h1>
    ${error === null ? "" : html`<p role="alert" class="error">${error}</p>`} ${facts(view, say, viewer)}
    ${words(view, say)}
    <p><a class="button" href="${path}/mail.eml">${say("mails.raw")}</a></p>
    ${
      mail.state === "waiting" && mayBeTaken(mail.why) ? act(`${path}/take`, secrets, whose, say("mails.takeHint")) : ""
    }
    ${act(`${path}/dismiss`, secrets, submit(say("mails.dismiss")), say("mails.dismissHint"))}
    ${
      mail.state === "waiting" && mail.sender !== null && mail.why === "unknown"
        ? act(`${path}/mute`, secrets, submit(say("mails.mute")), say("mails.muteHint"))
        : ""
    }
    <p><a href="${mailsPath}">${say("mails.back")}</a></p>
  </article>`;
};
