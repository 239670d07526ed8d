import { html } from "hono/html";
import type { DeskFault } from "../../../desk/findings.ts";
import { deskFaultSentence } from "../../../features/desk-checks/index.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { hiddenFields, type FormSecrets } from "../../render/form-fields.ts";
import type { Markup } from "../../render/line.ts";

/** Says that a desk file is applied at each start, and therefore nothing is saved here. */
export const managedByFile = (file: string, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<p class="notice"><span dir="auto">${say("settings.managedByFile", { file })}</span></p>`;
};

interface Import {
  /** As it was pasted; empty at first. */
  readonly text: string;
  readonly faults: readonly DeskFault[];
}

/** What is wrong with a file, with the line of each fault. */
const faultList = ({ faults }: Import, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  if (faults.length === 0) return html``;
  return html`<section class="panel wrong" role="alert">
    <h2>${say("settings.faults", { count: faults.length })}</h2>
    <p class="hint">${say("settings.faultsAbout")}</p>
    <ul class="sentences">
      ${faults.map((each) => html`<li dir="auto">${deskFaultSentence(each, viewer.locale)}</li>`)}
    </ul>
  </section>`;
};

/** Importing and exporting the desk as a desk file. */
export const filePage = (given: Import, secrets: FormSecrets, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<h1>${say("settings.file")}</h1>
    ${faultList(given, viewer)}
    <section class="panel">
      <h2>${say("settings.export")}</h2>
      <p class="hint">${say("settings.exportAbout")}</p>
      <p><a class="button" href="/desk/settings/export" download>${say("settings.exportButton")}</a></p>
    </section>
    <section class="panel">
      <h2>${say("settings.upload")}</h2>
      <p class="hint">${say("settings.importAbout")}</p>
      <form method="post" action="/desk/settings/upload" enctype="multipart/form-data" class="desk-form">
        ${hiddenFields(secrets)}
        <div class="field">
          <label for="import-file">${say("settings.importFile")}</label>
          <input type="file" id="import-file" name="file" accept=".yaml,.yml,text/yaml,application/yaml,text/plain" />
        </div>
        <div class="field">
          <label for="import-text">${say("settings.importText")}</label>
          <textarea id="import-text" name="text" rows="12" class="code" spellcheck="false" autocomplete="off">
${given.text}</textarea>
        </div>
        <div class="row">
          <button class="button primary" type="submit">${say("settings.importButton")}</button>
        </div>
      </form>
    </section>`;
};
