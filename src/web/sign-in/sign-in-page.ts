import { html } from "hono/html";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Markup } from "../render/line.ts";
import { mailForm } from "./mail-form.ts";

/** How to sign in, for a person of the staff who is not. */
export const signInPage = (
  {
    byMail,
    byProvider,
    isRequired,
  }: { readonly byMail: boolean; readonly byProvider: boolean; readonly isRequired: boolean },
  viewer: Viewer,
): Markup => {
  const say = sayIn(viewer.locale);
  const texts = { about: say("web.signInByMail"), address: say("web.email"), send: say("web.sendLink") };
  return html`<h1>${say("web.signIn")}</h1>
    ${byProvider ? html`<p><a class="button primary" href="/sign-in/oidc">${say("web.signInAtProvider")}</a></p>` : ""}
    ${isRequired ? html`<p>${say("web.identityRequired")}</p>` : html`<p>${say("web.signInHow")}</p>`}
    ${byMail ? mailForm("/sign-in", texts, false) : ""}`;
};
