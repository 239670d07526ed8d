import { html } from "hono/html";
import type { TranscriptEntry } from "../../features/transcript/index.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import { fileLink } from "../render/file-link.ts";
import type { Markup, PageContext } from "../render/line.ts";

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
            ${files.map((each) => fileLink(each, { ticket, part: "/desk" }, context))}
          </ul>`
    }
  </li>`;
};
