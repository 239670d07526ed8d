import { html, nothing, type TemplateResult } from "lit-html";
import { fileUrl } from "../api.ts";
import { sizeText } from "../size-text.ts";
import { me, textsFor, type State } from "../state.ts";
import { icon } from "./symbols.ts";
import type { PostedMessage } from "../../wire.ts";

const isPicture = (type: string): boolean => /^image\/(?:png|jpeg|gif|webp)$/.test(type);

/** Links to the files of a message, with a preview of pictures. */
export const fileLinks = ({ body }: PostedMessage, state: State): TemplateResult | typeof nothing => {
  const files = body.kind === "gone" ? [] : (body.files ?? []);
  if (files.length === 0) return nothing;
  return html`<ul class="files" aria-label=${textsFor(state).files}>
    ${files.map((file) => {
      const url = fileUrl(file.id, state.me);
      return html`<li>
        <a href=${url} target="_blank" rel="noreferrer noopener">
          ${isPicture(file.type) ? html`<img src=${url} alt="" loading="lazy" />` : icon("file")}
          <span class="file-name" dir="auto">${file.name}</span>
          <span class="faint">${sizeText(file.size, me(state).locale)}</span>
        </a>
      </li>`;
    })}
  </ul>`;
};
