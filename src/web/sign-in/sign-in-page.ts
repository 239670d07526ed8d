import { html } from "hono/html";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Markup } from "../render/line.ts";
import { longestAddress } from "./staff-address.ts";

const mailForm = (viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<form method="post" action="/sign-in" class="desk-form">
    <p id="about-email">${say("web.signInByMail")}</p>
    <div class="field">
      <label for="email">${say("web.email")}</label>
      <input
        type="email"
        id="email"
        name="email"
        autocomplete="email"
        maxlength="${String(longestAddress)}"
        aria-describedby="about-email"
        required
      />
    </div>
    <div class="row"><button class="button" type="submit">${say("web.sendLink")}</button></div>
  </form>`;
};

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
  return html`<h1>${say("web.signIn")}</h1>
    ${byProvider ? html`<p><a class="button primary" href="/sign-in/oidc">${say("web.signInAtProvider")}</a></p>` : ""}
    ${isRequired ? html`<p>${say("web.identityRequired")}</p>` : html`<p>${say("web.signInHow")}</p>`}
    ${byMail ? mailForm(viewer) : ""}`;
};
