import { html } from "hono/html";
import type { Viewer } from "../../i18n/viewer.ts";
import { numberText } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import { sizeWords } from "../../features/attachments/index.ts";
import { maxFileBytes, maxFiles } from "../../tickets/files/carry-rules.ts";
import type { Markup } from "../render/line.ts";

/** The most bytes of one request to the client area: the largest file, and the texts of a form. */
export const largestAreaBody = maxFileBytes + 1024 * 1024;

/** A field for files, with the sentences that say why some were not taken. */
export const filesField = (problems: readonly string[], viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const limits = { max: numberText(maxFiles, viewer.locale), size: sizeWords(maxFileBytes, viewer) };
  return html`<div class="field">
    <label for="files">${say("area.files")} <span class="faint">(${say("web.optional")})</span></label>
    <input
      type="file"
      id="files"
      name="files"
      multiple
      data-most-files="${String(maxFiles)}"
      data-most-bytes="${String(maxFileBytes)}"
      data-too-large="${say("area.filesTooLarge", limits)}"
      aria-describedby="about-files"
      aria-invalid="${String(problems.length > 0)}"
    />
    <div id="about-files" class="about">
      <p class="hint">${say("area.filesHint", limits)}</p>
      ${problems.map((each) => html`<p class="error">${each}</p>`)}
      ${problems.length === 0 ? "" : html`<p class="error">${say("area.filesAgain")}</p>`}
    </div>
  </div>`;
};
