import { html } from "hono/html";
import { entriesOf } from "../../../../desk/editing/entries.ts";
import { placesNaming, type NamingPlace } from "../../../../desk/editing/references.ts";
import { sayIn } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import { hiddenFields, type FormSecrets } from "../../../render/form-fields.ts";
import type { Markup } from "../../../render/line.ts";
import type { EditedEntry } from "./edited.ts";
import { entryTitle } from "./entry-text.ts";
import { entryName, type Option } from "./options.ts";
import { formPath, removalPath } from "./paths.ts";
import { placeName } from "./place-name.ts";

/** The name of the input that says what stands instead of a removed entry. */
export const replacementInput = "replacement";

/** The value of "leave these places empty". No key looks like it. */
export const leftEmpty = "-";

/** An entry that a person may remove. */
export interface Removable extends EditedEntry {
  readonly key: string;
}

export const placesOf = ({ document, section, key }: Removable): readonly NamingPlace[] =>
  placesNaming(document, section, key);

/** What may stand instead of the entry. */
export const replacementsFor = (removable: Removable): readonly Option[] => {
  const { document, section, key, viewer } = removable;
  const places = placesOf(removable);
  if (places.length === 0) return [];
  const others = entriesOf(document, section)
    .filter((entry) => entry.key !== key)
    .map((entry) => ({ value: entry.key, label: entryName(document, section.name, entry.key, viewer) }));
  const say = sayIn(viewer.locale);
  const always =
    section.name === "calendars" && !others.some(({ value }) => value === "always")
      ? [{ value: "always", label: say("settingChoice.alwaysCalendar") }]
      : [];
  const empty = places.some(({ isRequired }) => isRequired)
    ? []
    : [{ value: leftEmpty, label: say("forms.leaveEmpty") }];
  return [...always, ...others, ...empty];
};

/** A list in which a person must choose. */
interface RequiredChoice {
  readonly name: string;
  readonly label: string;
  /** The text of the first option, which chooses nothing. */
  readonly nothing: string;
  readonly options: readonly Option[];
  readonly help: string | null;
  /** The form was sent without a choice. */
  readonly isMissing: boolean;
}

/** The list with its label, its help, and what is wrong with it. */
export const requiredChoice = (
  { name, label, nothing, options, help, isMissing }: RequiredChoice,
  { locale }: Viewer,
): Markup =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}" required aria-describedby="about-${name}" aria-invalid="${String(isMissing)}">
      <option value="">${nothing}</option>
      ${options.map((each) => html`<option value="${each.value}">${each.label}</option>`)}
    </select>
    <div id="about-${name}" class="about">
      ${help === null ? "" : html`<p class="hint">${help}</p>`}
      ${isMissing ? html`<p class="error">${sayIn(locale)("fault.choose")}</p>` : ""}
    </div>
  </div>`;

/** What names an entry, what stands there instead, and the button that leads to the preview. */
export const removalPage = (removable: Removable, isMissing: boolean, secrets: FormSecrets): Markup => {
  const { section, key, document, desk, viewer, basedOn } = removable;
  const say = sayIn(viewer.locale);
  const entry = entriesOf(document, section).find((each) => each.key === key);
  const title = entry === undefined ? key : entryTitle(section, entry, { document, desk, viewer });
  const places = placesOf(removable);
  const replacements = replacementsFor(removable);
  const isStuck = places.length > 0 && replacements.length === 0;
  const question = requiredChoice(
    {
      name: replacementInput,
      label: say("forms.replacement"),
      nothing: say("settingChoice.none"),
      options: replacements,
      help: null,
      isMissing,
    },
    viewer,
  );
  return html`<h1 dir="auto">${say("forms.removeName", { name: title })}</h1>
    <p class="hint">${say("forms.removeAbout")}</p>
    ${
      places.length === 0
        ? ""
        : html`<p>${say("forms.namedIn", { count: places.length })}</p>
            <ul class="sentences">
              ${places.map(({ path }) => html`<li dir="auto">${placeName(path.join("."), removable)}</li>`)}
            </ul>`
    }
    ${isStuck ? html`<p class="notice">${say("forms.noReplacement")}</p>` : ""}
    <form method="post" action="${removalPath(section, key)}" class="desk-form" novalidate>
      ${hiddenFields(secrets)}<input type="hidden" name="basedOn" value="${String(basedOn)}" />
      ${places.length === 0 || isStuck ? "" : question}
      <div class="row actions">
        ${isStuck ? "" : html`<button class="button danger" type="submit">${say("forms.preview")}</button>`}
        <a class="button" href="${formPath(section, key)}">${say("forms.cancel")}</a>
      </div>
    </form>`;
};
