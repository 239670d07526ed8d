import { html } from "hono/html";
import { mailsPath } from "../../features/mail-intake/index.ts";
import { languageTag } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Instant } from "../../sla/instant.ts";
import { queueAlone } from "../desk/queue-address.ts";
import type { Markup } from "./line.ts";

/** The person who is signed in, and the token of their forms. */
export interface SignedIn {
  readonly name: string;
  readonly token: string;
  /** Whether they may read who signed in. */
  readonly readsAccess: boolean;
  /** Whether their first page shows their accounts, and not the queue. */
  readonly hasOwnHome: boolean;
  /** Whether they may change the desk itself. */
  readonly administers: boolean;
  /** Whether customers write mails to the desk, and this person decides about those that wait. */
  readonly readsMails: boolean;
}

const account = ({ name, token, readsAccess, administers, readsMails }: SignedIn, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const button = (path: string, label: string): Markup =>
    html`<form method="post" action="${path}">
      <input type="hidden" name="token" value="${token}" /><button class="button" type="submit">${label}</button>
    </form>`;
  return html`<details class="menu account">
    <summary class="button">${say("web.signedInAs", { name })}</summary>
    <ul>
      <li><a class="button" href="/desk/reports">${say("report.title")}</a></li>
      <li><a class="button" href="/desk/statements">${say("statement.list")}</a></li>
      ${readsMails ? html`<li><a class="button" href="${mailsPath}">${say("mails.title")}</a></li>` : ""}
      ${administers ? html`<li><a class="button" href="/desk/settings">${say("settings.title")}</a></li>` : ""}
      ${readsAccess ? html`<li><a class="button" href="/desk/access">${say("web.access")}</a></li>` : ""}
      <li>${button("/desk/sign-out", say("web.signOut"))}</li>
      <li>${button("/desk/sign-out-everywhere", say("web.signOutEverywhere"))}</li>
    </ul>
  </details>`;
};

/** The lists and the search, on every page of the staff. */
const navigation = ({ hasOwnHome }: SignedIn, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<nav class="main-nav" aria-label="${say("web.navigation")}">
      ${hasOwnHome ? html`<a class="button quiet" href="/desk">${say("accounts.mine")}</a>` : ""}
      <a class="button quiet" href="${queueAlone}">${say("web.queue")}</a>
      <a class="button quiet" href="/desk/accounts">${say("accounts.title")}</a>
    </nav>
    <form method="get" action="/desk" class="search" role="search">
      <label class="unseen" for="search">${say("web.searchLabel")}</label>
      <input
        type="search"
        id="search"
        name="q"
        maxlength="200"
        autocomplete="off"
        placeholder="${say("web.searchHint")}"
        aria-keyshortcuts="/"
      />
    </form>`;
};

/** How htmx behaves here: it runs no code from attributes, adds no styles and keeps no page. Opened parts stay open. */
export const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  history: false,
  morphIgnore: ["data-htmx-powered", "open"],
});

/** The sentences that the scripts of the page show. */
const scriptWords = (viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  return JSON.stringify({
    keysTitle: say("web.keysTitle"),
    keyNext: say("web.keyNext"),
    keyOpen: say("web.keyOpen"),
    keyClaim: say("web.keyClaim"),
    keyReply: say("web.keyReply"),
    keySearch: say("web.keySearch"),
    keyPalette: say("web.keyPalette"),
    keyHelp: say("web.keyHelp"),
    close: say("web.close"),
    paletteHint: say("web.paletteHint"),
    paletteNone: say("web.paletteNone"),
  });
};

interface PageParts {
  readonly title: string;
  readonly viewer: Viewer;
  /** Null on pages that anybody may see. */
  readonly signedIn: SignedIn | null;
  /** The time of the desk, from which the countdowns of a page run. */
  readonly now?: Instant;
}

/** A whole page. Its scripts are for the staff's pages only, and every page works without them. */
export const page = ({ title, viewer, signedIn, now }: PageParts, content: Markup): Markup => {
  const say = sayIn(viewer.locale);
  return html`<!doctype html>
    <html lang="${languageTag[viewer.locale]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content="${htmxConfig}" />
        <title>${title} · ${say("web.title")}</title>
        <link rel="icon" href="/desk/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/desk/assets/tokens.css" />
        <link rel="stylesheet" href="/desk/assets/desk.css" />
        ${
          signedIn === null
            ? ""
            : html`<link rel="stylesheet" href="/desk/assets/queue.css" />
                <link rel="stylesheet" href="/desk/assets/accounts.css" />
                <link rel="stylesheet" href="/desk/assets/settings.css" />
                <link rel="stylesheet" href="/desk/assets/forms.css" />
                <link rel="stylesheet" href="/desk/assets/charts.css" />
                <link rel="stylesheet" href="/desk/assets/documents.css" />
                <link rel="stylesheet" href="/desk/assets/reports.css" />
                <script src="/desk/assets/htmx.js" defer></script>
                <script type="module" src="/desk/assets/main.ts"></script>`
        }
      </head>
      <body
        data-now="${now === undefined ? "" : String(now)}"
        data-words="${signedIn === null ? "{}" : scriptWords(viewer)}"
      >
        <a class="skip" href="#content">${say("web.skip")}</a>
        <header class="top">
          <a class="brand" href="/desk">${say("web.title")}</a>
          ${signedIn === null ? "" : html`${navigation(signedIn, viewer)} ${account(signedIn, viewer)}`}
        </header>
        <main id="content" tabindex="-1">${content}</main>
      </body>
    </html>`;
};
