import type { Stepwise } from "../history/index.ts";
import { showable } from "../../chat/text.ts";
import { html, type Html } from "../../text/markup.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import { sizeWords } from "../attachments/index.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Transcript, TranscriptEntry, TranscriptFile } from "./transcript.ts";
import { sayIn } from "../../i18n/say.ts";

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem;line-height:1.25}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dd{margin:0}
article{border-left:.25rem solid #8a8a8a;margin:1rem 0;padding:0 1rem}article.customer{border-color:#2f6fab}article.internal{border-style:dashed}
img{max-width:100%}header,ul{margin:0;font-size:.9rem}blockquote{margin:.25rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}`;

/** Files in base64, by their keys. */
export type EnclosedFiles = ReadonlyMap<string, string>;

/** Media types that the page shows as a picture; none of them can run code. */
const pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;

/** A picture, a file to download, or the name of a file that is not enclosed. */
const fileHtml = (file: TranscriptFile, enclosed: EnclosedFiles, viewer: Viewer): Html => {
  const name = showable(file.name);
  const label = html`📎 ${name} (${sizeWords(file.size, viewer)})`;
  const base64 = enclosed.get(file.key);
  if (base64 === undefined) return html`<p>${label}</p>`;
  const type = pictures.find((each) => each === file.type);
  const link = html`<a download="${name}" href="data:${type ?? "application/octet-stream"};base64,${base64}"
    >${label}</a
  >`;
  return type === undefined
    ? html`<p>${link}</p>`
    : html`<p>${link}<br /><img alt="${name}" src="data:${type};base64,${base64}" /></p>`;
};

const entryHtml = (entry: TranscriptEntry, { viewer }: Transcript, enclosed: EnclosedFiles): Html => {
  const say = sayIn(viewer.locale);
  const mark = entry.side === "internal" ? "internal" : entry.is;
  return html`<article class="${mark}">
    <header>
      <time datetime="${new Date(entry.at).toISOString()}">${datedMomentText(entry.at, viewer)}</time> ·
      <strong>${showable(entry.who)}</strong>
      (${say(`transcript.${mark}`)})${entry.says === null ? "" : html`: ${showable(entry.says)}`}
    </header>
    ${
      entry.changes.length === 0
        ? ""
        : html`<ul>
            ${entry.changes.map((change) => html`<li>${showable(change)}</li>`)}
          </ul>`
    }
    ${entry.text === null ? "" : html`<blockquote dir="auto">${showable(entry.text)}</blockquote>`}
    ${entry.files.map((file) => fileHtml(file, enclosed, viewer))}
  </article> `;
};

/** A transcript as a page that loads and runs nothing, one step per entry. All texts are literal. */
export function* transcriptHtml(transcript: Transcript, enclosed: EnclosedFiles): Stepwise<string> {
  const { viewer, heading, leftOut } = transcript;
  const say = sayIn(viewer.locale);
  const entries: Html[] = [];
  for (const entry of transcript.entries) {
    entries.push(entryHtml(entry, transcript, enclosed));
    yield;
  }
  return html`<!doctype html>
    <html lang="${viewer.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"
        />
        <title>${showable(heading)}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <h1>${showable(heading)}</h1>
        <dl>
          ${transcript.facts.map(
            ([what, value]) =>
              html`<dt>${what}</dt>
                <dd>${showable(value)}</dd>`,
          )}
        </dl>
        <p>${say("transcript.madeAt", { when: datedMomentText(transcript.madeAt, viewer), zone: viewer.timezone })}</p>
        ${transcript.for === "staff" ? html`<p><strong>${say("transcript.forStaff")}</strong></p>` : ""}
        ${leftOut > 0 ? html`<p><strong>${say("transcript.leftOut", { count: leftOut })}</strong></p>` : ""} ${entries}
      </body>
    </html> `.html;
}
