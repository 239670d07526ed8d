import { html } from "hono/html";
import { sizeWords } from "../../features/attachments/index.ts";
import type { TranscriptEntry } from "../../features/transcript/index.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import { filePath, isPicture } from "../desk/served-files.ts";
import type { Markup, PageContext } from "../render/line.ts";

/** A file of a message: a picture that can run nothing is shown, every other one can be downloaded. */
const file = (
  { key, name, size, type }: TranscriptEntry["files"][number],
  ticket: number,
  { viewer }: PageContext,
): Markup => {
  const path = filePath(ticket, key);
  const label = html`<span dir="auto">${name}</span> <span class="faint">${sizeWords(size, viewer)}</span>`;
  return html`<li>
    <a href="${path}" download="${name}">${label}</a>
    ${isPicture(type) ? html`<img src="${path}" alt="${name}" loading="lazy" class="preview" />` : ""}
  </li>`;
};

/** A message or an event of the ticket. Internal and public ones differ by a word, a border and their colour. */
export const message = (entry: TranscriptEntry, ticket: number, context: PageContext): Markup => {
  const { who, is, side, text, says, at, files, changes } = entry;
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const kind = side === "internal" ? "internal" : is === "customer" ? "customer" : "public";
  return html`<li class="message message-${kind}">
    <p class="about">
      <strong dir="auto">${who}</strong> <span class="tag">${say(`web.${kind}`)}</span>
      <time datetime="${new Date(at).toISOString()}">${momentText(at, viewer)}</time>
      ${says === null ? "" : html`<span class="faint">${says}</span>`}
    </p>
    ${text === null ? "" : html`<blockquote dir="auto">${text}</blockquote>`}
    ${
      changes.length === 0
        ? ""
        : html`<ul class="changes">
            ${changes.map((each) => html`<li>${each}</li>`)}
          </ul>`
    }
    ${
      files.length === 0
        ? ""
        : html`<ul class="files">
            ${files.map((each) => file(each, ticket, context))}
          </ul>`
    }
  </li>`;
};
