import { html } from "hono/html";
import { languageTag } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Markup } from "./line.ts";

/** The person who is signed in, and the token of their forms. */
export interface SignedIn {
  readonly name: string;
  readonly token: string;
  /** Whether they may read who signed in. */
  readonly readsAccess: boolean;
}

const account = ({ name, token, readsAccess }: SignedIn, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const button = (path: string, label: string): Markup =>
    html`<form method="post" action="${path}">
      <input type="hidden" name="token" value="${token}" /><button class="button" type="submit">${label}</button>
    </form>`;
  return html`<details class="menu account">
    <summary class="button">${say("web.signedInAs", { name })}</summary>
    <ul>
      ${readsAccess ? html`<li><a class="button" href="/desk/access">${say("web.access")}</a></li>` : ""}
      <li>${button("/desk/sign-out", say("web.signOut"))}</li>
      <li>${button("/desk/sign-out-everywhere", say("web.signOutEverywhere"))}</li>
    </ul>
  </details>`;
};

/** A whole page. `signedIn` is null on pages that anybody may see. */
export const page = (
  { title, viewer, signedIn }: { readonly title: string; readonly viewer: Viewer; readonly signedIn: SignedIn | null },
  content: Markup,
): Markup => {
  const say = sayIn(viewer.locale);
  return html`<!doctype html>
    <html lang="${languageTag[viewer.locale]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${say("web.title")}</title>
        <link rel="icon" href="/desk/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/desk/assets/tokens.css" />
        <link rel="stylesheet" href="/desk/assets/desk.css" />
      </head>
      <body>
        <a class="skip" href="#content">${say("web.skip")}</a>
        <header class="top">
          <a class="brand" href="/desk">${say("web.title")}</a>
          ${signedIn === null ? "" : account(signedIn, viewer)}
        </header>
        <main id="content" tabindex="-1">${content}</main>
      </body>
    </html>`;
};
