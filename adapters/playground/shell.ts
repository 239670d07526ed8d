import { html } from "hono/html";

const importMap = JSON.stringify({
  imports: { "lit-html": "/lit-html/lit-html.js", "lit-html/": "/lit-html/" },
});

/** The HTML that loads the page. `token` opens the API; `nonce` allows the import map. */
export const shell = (token: string, nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="playground-token" content="${token}">
<title>Plazo playground</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/tokens.css">
<link rel="stylesheet" href="/page/styles/layout.css">
<link rel="stylesheet" href="/page/styles/side.css">
<link rel="stylesheet" href="/page/styles/conversation.css">
<link rel="stylesheet" href="/page/styles/card.css">
<link rel="stylesheet" href="/page/styles/message.css">
<link rel="stylesheet" href="/page/styles/dialog.css">
<link rel="stylesheet" href="/page/styles/narrow.css">
<script type="importmap" nonce="${nonce}">${importMap}</script>
<script type="module" src="/page/main.ts"></script>
</head>
<body>
<div id="app"></div>
<noscript>The playground needs JavaScript.</noscript>
</body>
</html>
`;

/** The page of a closed playground. It says why, and loads nothing but its style. */
export const closedPage = (why: string) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Plazo playground: closed</title>
        <link rel="icon" href="/page/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/page/tokens.css" />
        <link rel="stylesheet" href="/page/styles/closed.css" />
      </head>
      <body>
        <main class="closed">
          <h1>The playground is closed</h1>
          ${why.split("\n").map((line) => html`<p>${line.trim()}</p>`)}
        </main>
      </body>
    </html> `;

/** The content security policy of the closed page. */
export const stylesOnly =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The content security policy: this origin only. */
export const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    // Private answers come with pictures.
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
