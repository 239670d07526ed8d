import { html } from "hono/html";
import type { WaitingMessages } from "../../db/delivery/waiting-store.ts";
import { troubleText } from "../../cards/delivery-trouble.ts";
import type { Card } from "../../chat/card.ts";
import type { FieldErrors, Form } from "../../chat/form.ts";
import { numberText } from "../../i18n/languages.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { countedAtMost } from "../../tickets/list-filter.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { card, type NewSecrets } from "../render/card.ts";
import { deskForm } from "../render/form-fields.ts";
import type { Markup, PageContext } from "../render/line.ts";

/** What stands on the way back to this path. */
export const backLabel = (path: string, say: Say): string =>
  path === "/desk/accounts"
    ? say("accounts.allAccounts")
    : say(path.startsWith("/desk/accounts/") ? "accounts.back" : "web.back");

/** Says one thing, and where to go on; `back` is the path of that page. */
export const noticePage = (text: string, back: { readonly path: string; readonly label: string } | null): Markup =>
  html`<h1 class="empty">${text}</h1>
    ${back === null ? "" : html`<p><a class="button" href="${back.path}">${back.label}</a></p>`}`;

/** The page of the answer to an act. */
export const answerPath = (part: "/desk" | "/area", { key, back }: { readonly key: string; readonly back: string }) =>
  `${part}/answers/${encodeURIComponent(key)}?${new URLSearchParams({ back }).toString()}`;

/**
 * The page of a link. Only its button uses the link up, because chat programs open links to draw a preview of them. An
 * invitation says who invites, and to which account.
 */
export const linkPage = (
  path: string,
  {
    name,
    invitation,
    viewer,
  }: {
    readonly name: string;
    readonly invitation: { readonly account: string; readonly inviter: string | null } | null;
    readonly viewer: Viewer;
  },
): Markup => {
  const say = sayIn(viewer.locale);
  const about =
    invitation === null
      ? null
      : invitation.inviter === null
        ? say("area.about", { account: invitation.account })
        : say("area.invitedBy", { account: invitation.account, inviter: invitation.inviter });
  return html`<h1>${say("web.signIn")}</h1>
    ${about === null ? "" : html`<p>${about}</p>`}
    <form method="post" action="${path}">
      <button class="button primary" type="submit">${say("web.signInAs", { name })}</button>
    </form>`;
};

/** Where to go on from an answer. */
export interface AfterAnswer {
  /** The page on which the person acted. */
  readonly back: string;
  /** The page of the answer itself. */
  readonly again: string;
}

/** The private answer to what a person did, where it does not belong to one ticket. Null: it did not come yet. */
export const answerPage = (
  answer: Card | null,
  { back, again }: AfterAnswer,
  newSecrets: NewSecrets,
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  return html`<h1 class="unseen">${say("web.answer")}</h1>
    ${
      answer === null
        ? html`<p class="empty">${say("web.answerLate")}</p>
            <p><a class="button primary" href="${again}">${say("web.answerAgain")}</a></p>`
        : html`<div role="status" tabindex="-1" autofocus data-answer>${card(answer, newSecrets, context)}</div>`
    }
    <p><a class="button" href="${back}">${backLabel(back, say)}</a></p>`;
};

/** A form that a button opened. */
export const formPage = (
  form: Form,
  given: { readonly errors: FieldErrors; readonly from: string; readonly files?: Markup },
  newSecrets: NewSecrets,
  context: PageContext,
): Markup =>
  html`<h1>${form.title}</h1>
    ${deskForm(form, newSecrets(), given, context)}`;

/**
 * Says how many messages wait because a platform or the mail server did not take them, and why. Nothing is shown while none
 * waits. So the staff know that a customer or a colleague may not have read what stands on the page.
 */
export const waitingNotice = (waiting: WaitingMessages | null, { viewer }: PageContext): Markup => {
  if (waiting === null) return html``;
  const { count, why } = waiting;
  const say = sayIn(viewer.locale);
  const reason = troubleText(why, viewer);
  const notice =
    count > countedAtMost
      ? say("web.waitsMany", { total: numberText(countedAtMost, viewer.locale), why: reason })
      : say("web.waits", { count, why: reason });
  return html`<p class="notice" role="status">${notice}</p>`;
};
