import { readFileSync } from "node:fs";
import { join } from "node:path";
import { html, raw } from "hono/html";
import type { PrintedDocument } from "../../documents/document.ts";
import { languageTag } from "../../i18n/languages.ts";
import { documentMarkup } from "./document.ts";

let styles: string | null = null;

/** The sheets of the pages that a document needs, with the light theme only: people print it or attach it to a mail. */
const readStyles = (): string =>
  ["tokens.css", "charts.css", "documents.css"]
    .map((name) => readFileSync(join(import.meta.dirname, "../assets", name), "utf8"))
    .join("\n")
    .replaceAll("color-scheme: light dark", "color-scheme: light");

/** A document as one file of HTML that loads and runs nothing. */
export const documentFile = async (document: PrintedDocument): Promise<string> => {
  styles ??= readStyles();
  const content = await documentMarkup(document, { theme: "light", linkTo: null });
  const file = await html`<!doctype html>
    <html lang="${languageTag[document.locale]}" data-theme="light">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="author" content="${document.author}" />
        <title>${document.title}</title>
        <style>
          ${raw(styles)}
        </style>
      </head>
      <body class="alone">
        ${content}
      </body>
    </html> `;
  return String(file);
};
