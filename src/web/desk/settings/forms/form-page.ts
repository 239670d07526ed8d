import { html } from "hono/html";
import { sayIn, type Say } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import { hiddenFields, type FormSecrets } from "../../../render/form-fields.ts";
import type { Markup } from "../../../render/line.ts";
import { control } from "./control.ts";
import { fieldLabel, groupLabel } from "./labels.ts";
import { inputName, type ShownField } from "./shown-field.ts";

/** A form for one entry. */
export interface EntryForm {
  readonly title: string;
  /** The address that takes the form. */
  readonly action: string;
  readonly back: string;
  /** The version of the desk that the form shows. */
  readonly basedOn: number;
  readonly fields: readonly ShownField[];
  /** Only for a new entry whose section has no field for a name: what was typed. */
  readonly newName: string | null;
  /** The key of an entry that stays; null where there is none to show. */
  readonly key: string | null;
  /** The address of the page that removes the entry; null if it cannot be removed. */
  readonly removal: string | null;
  /** Sentences about other parts of the desk. */
  readonly elsewhere: readonly string[];
  /** What is wrong with the name of a new entry. */
  readonly nameFault: string | null;
}

/** The name of the input for a new entry's name. */
export const newNameInput = "newName";

interface Group {
  readonly above: string;
  readonly fields: readonly ShownField[];
}

/** Fields below one key stand together, after those that stand alone. */
const groupsOf = (fields: readonly ShownField[]): readonly Group[] => {
  const aboveOf = ({ field: { path } }: ShownField): string => path.slice(0, -1).join(".");
  const names = [...new Set(fields.map(aboveOf))].toSorted((one, other) => Number(one !== "") - Number(other !== ""));
  return names.map((above) => ({ above, fields: fields.filter((each) => aboveOf(each) === above) }));
};

/** The labels of a group. Groups with the same ones, such as the severities of a plan, are explained once. */
const labelsOf = ({ fields }: Group): string => fields.map(({ field }) => field.label).join();

const groupOf = ({ above, fields }: Group, isExplained: boolean, viewer: Viewer): Markup => {
  const [first] = fields;
  const controls = fields.map((each) => control(each, viewer));
  if (above === "" || first === undefined) return html`${controls}`;
  return html`<fieldset class="group ${isExplained ? "explained" : ""}">
    <legend>${groupLabel(first.field, sayIn(viewer.locale))}</legend>
    <div class="group-fields">${controls}</div>
  </fieldset>`;
};

/** The label of a field with the title of its group, since several groups may have the same labels. */
const wholeLabel = ({ field }: ShownField, say: Say): string =>
  [field.path.length > 1 ? groupLabel(field, say) : "", fieldLabel(field, say)]
    .filter((each) => each !== "")
    .join(": ");

/** What is wrong, with links to the fields. */
const summary = ({ fields, elsewhere, nameFault }: EntryForm, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const wrong = fields.filter(({ faults }) => faults.length > 0);
  const count = wrong.length + elsewhere.length + (nameFault === null ? 0 : 1);
  if (count === 0) return html``;
  return html`<div role="alert" class="panel wrong">
    <p class="error">${say("forms.wrong", { count })}</p>
    <ul class="sentences">
      ${nameFault === null ? "" : html`<li><a href="#${newNameInput}">${say("forms.newName")}</a>: ${nameFault}</li>`}
      ${wrong.map(
        (each) => html`<li><a href="#${inputName(each)}">${wholeLabel(each, say)}</a>: ${each.faults.join(" ")}</li>`,
      )}
      ${elsewhere.map((each) => html`<li dir="auto">${each}</li>`)}
    </ul>
  </div>`;
};

const nameField = ({ newName, nameFault }: EntryForm, viewer: Viewer): Markup => {
  if (newName === null) return html``;
  const say = sayIn(viewer.locale);
  return html`<div class="field">
    <label for="${newNameInput}">${say("forms.newName")}</label>
    <input
      type="text"
      id="${newNameInput}"
      name="${newNameInput}"
      value="${newName}"
      maxlength="100"
      autocomplete="off"
      required
      aria-describedby="about-${newNameInput}"
      aria-invalid="${String(nameFault !== null)}"
    />
    <div id="about-${newNameInput}" class="about">
      <p class="hint">${say("forms.newNameHelp")}</p>
      ${nameFault === null ? "" : html`<p class="error">${nameFault}</p>`}
    </div>
  </div>`;
};

const zones = (fields: readonly ShownField[]): Markup =>
  fields.some(({ field }) => field.kind.is === "zone")
    ? html`<datalist id="zones">
        ${Intl.supportedValuesOf("timeZone").map((zone) => html`<option value="${zone}"></option>`)}
      </datalist>`
    : html``;

/**
 * The form of an entry. The first button is the one that the Enter key presses: without it, Enter would press a search for
 * people or channels. The form is checked here and not by the browser, so that all faults are shown at once.
 */
export const formPage = (form: EntryForm, secrets: FormSecrets, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const groups = groupsOf(form.fields);
  const explained = (group: Group, index: number): boolean =>
    groups.slice(0, index).some((each) => labelsOf(each) === labelsOf(group));
  return html`<h1 dir="auto">${form.title}</h1>
    ${summary(form, viewer)}
    ${form.fields.some(({ field }) => field.kind.is === "duration") ? html`<p class="hint">${say("forms.lengths")}</p>` : ""}
    <form method="post" action="${form.action}" class="desk-form entry-form" novalidate>
      ${hiddenFields(secrets)}<input type="hidden" name="basedOn" value="${String(form.basedOn)}" />
      <button class="unseen" type="submit" name="do" value="enter" tabindex="-1" aria-hidden="true">
        ${say("forms.preview")}
      </button>
      ${nameField(form, viewer)} ${groups.map((group, index) => groupOf(group, explained(group, index), viewer))}
      ${zones(form.fields)}
      ${form.key === null ? "" : html`<p class="hint">${say("forms.keyStays", { key: form.key })}</p>`}
      <div class="row actions">
        <button class="button primary" type="submit" name="do" value="preview">${say("forms.preview")}</button>
        <a class="button" href="${form.back}">${say("forms.cancel")}</a>
        ${form.removal === null ? "" : html`<a class="button danger" href="${form.removal}">${say("forms.remove")}</a>`}
      </div>
    </form>`;
};
