import { html } from "hono/html";
import type { Desk } from "../../desk/desk.ts";
import { areaStatementsPath } from "../../features/statements/index.ts";
import { languageTag } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Instant } from "../../sla/instant.ts";
import { htmxConfig } from "../render/layout.ts";
import type { Markup } from "../render/line.ts";

/** The contact who is signed in, and the token of their forms. `here`: the path of the page. */
export interface SignedInGuest {
  readonly name: string;
  readonly account: string;
  readonly token: string;
  readonly here: string;
  readonly readsStatements: boolean;
}

/** The pages of the client area, in the order of the navigation. */
const sections = [
  ["/area", "area.tickets"],
  ["/area/new", "area.newTicket"],
  ["/area/plan", "area.ourPlan"],
  [areaStatementsPath, "statement.areaTitle"],
  ["/area/people", "area.people"],
] as const;

const navigation = ({ here, readsStatements }: SignedInGuest, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<nav aria-label="${say("area.navigation")}">
    <ul class="tabs">
      ${sections
        .filter(([path]) => readsStatements || path !== areaStatementsPath)
        .map(
          ([path, label]) =>
            html`<li><a href="${path}" ${path === here ? html` aria-current="page"` : ""}>${say(label)}</a></li>`,
        )}
    </ul>
  </nav>`;
};

const signOut = ({ name, account, token }: SignedInGuest, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const button = (path: string, label: string): Markup =>
    html`<form method="post" action="${path}">
      <input type="hidden" name="token" value="${token}" /><button class="button" type="submit">${label}</button>
    </form>`;
  return html`<details class="menu account">
    <summary class="button">${say("web.signedInAs", { name })}</summary>
    <ul>
      <li class="faint" dir="auto">${account}</li>
      <li>${button("/area/sign-out", say("web.signOut"))}</li>
      <li>${button("/area/sign-out-everywhere", say("web.signOutEverywhere"))}</li>
    </ul>
  </details>`;
};

/** A whole page of the client area. `guest` is null on pages that anybody may see. */
export const areaPage = (
  {
    title,
    desk,
    viewer,
    guest,
    now,
  }: {
    readonly title: string;
    readonly desk: Desk;
    readonly viewer: Viewer;
    readonly guest: SignedInGuest | null;
    /** The time of the desk, from which the script of the page counts. */
    readonly now?: Instant;
  },
  content: Markup,
): Markup => {
  const say = sayIn(viewer.locale);
  const brand = say("area.title", { desk: desk.name });
  return html`<!doctype html>
    <html lang="${languageTag[viewer.locale]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${brand}</title>
        <link rel="icon" href="/desk/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/desk/assets/tokens.css" />
        <link rel="stylesheet" href="/desk/assets/desk.css" />
        <link rel="stylesheet" href="/desk/assets/area.css" />
        <link rel="stylesheet" href="/desk/assets/charts.css" />
        <link rel="stylesheet" href="/desk/assets/documents.css" />
        ${
          guest === null
            ? ""
            : html`<meta name="htmx-config" content="${htmxConfig}" />
                <script src="/desk/assets/htmx.js" defer></script>
                <script type="module" src="/desk/assets/area.ts"></script>`
        }
      </head>
      <body class="area" data-now="${now === undefined ? "" : String(now)}">
        <a class="skip" href="#content">${say("web.skip")}</a>
        <header class="top">
          <a class="brand" href="/area">${brand}</a>
          ${guest === null ? "" : signOut(guest, viewer)}
        </header>
        ${guest === null ? "" : html`<div class="sections">${navigation(guest, viewer)}</div>`}
        <main id="content" tabindex="-1">${content}</main>
      </body>
    </html>`;
};
