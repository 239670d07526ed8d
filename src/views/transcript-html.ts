import { showable } from "../chat/text.ts";
import { html, type Html } from "./html.ts";
import { datedMomentWords } from "./moment-words.ts";
import type { Transcript, TranscriptEntry } from "./transcript.ts";
import { sayIn } from "./words/say.ts";

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem;line-height:1.25}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dd{margin:0}
article{border-left:.25rem solid #8a8a8a;margin:1rem 0;padding:0 1rem}article.customer{border-color:#2f6fab}article.internal{border-style:dashed}
header,ul{margin:0;font-size:.9rem}blockquote{margin:.25rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}`;

const entryHtml = (entry: TranscriptEntry, { reader }: Transcript): Html => {
  const say = sayIn(reader.locale);
  const mark = entry.side === "internal" ? "internal" : entry.is;
  return html`<article class="${mark}">
    <header>
      <time datetime="${new Date(entry.at).toISOString()}">${datedMomentWords(entry.at, reader)}</time> ·
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
    ${entry.words === null ? "" : html`<blockquote dir="auto">${showable(entry.words)}</blockquote>`}
    ${entry.files.map((name) => html`<p>📎 ${showable(name)}</p>`)}
  </article> `;
};

/** A transcript as a page of its own that fetches nothing and runs nothing: everybody's words are literal. */
export const transcriptHtml = (transcript: Transcript): string => {
  const { reader, heading } = transcript;
  const say = sayIn(reader.locale);
  return html`<!doctype html>
    <html lang="${reader.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
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
        <p>${say("transcript.madeAt", { when: datedMomentWords(transcript.madeAt, reader), zone: reader.timezone })}</p>
        ${transcript.for === "staff" ? html`<p><strong>${say("transcript.forStaff")}</strong></p>` : ""}
        ${transcript.entries.map((entry) => entryHtml(entry, transcript))}
      </body>
    </html> `.html;
};
