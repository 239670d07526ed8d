import { html } from "hono/html";
import { languageTag } from "../../../../i18n/languages.ts";
import { sayIn } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import { locales } from "../../../../desk/desk.ts";
import type { Parts } from "../../../../desk/editing/codec.ts";
import { isOptionalField } from "../../../../desk/editing/field.ts";
import { dayName } from "../../../../i18n/calendar-text.ts";
import { weekdays } from "../../../../sla/calendar.ts";
import type { Markup } from "../../../render/line.ts";
import { finder } from "./finder.ts";
import { fieldHelp, fieldLabel, languageName } from "./labels.ts";
import type { Option } from "./options.ts";
import { inputName, type ShownField } from "./shown-field.ts";

const first = (parts: Parts, suffix = ""): string => parts[suffix]?.at(-1) ?? "";

/** What every input of a field says of itself. */
const common = (shown: ShownField, suffix = ""): Markup =>
  html` name="${inputName(shown, suffix)}" aria-describedby="about-${inputName(shown)}"
  aria-invalid="${String(shown.faults.length > 0)}"`;

const required = ({ field }: ShownField): Markup => (field.required ? html` required` : html``);

const line = (shown: ShownField, suffix = "", also: Markup = html``): Markup =>
  html`<input
    type="text"
    id="${inputName(shown, suffix)}"
    value="${first(shown.parts, suffix)}"
    autocomplete="off"
    placeholder="${suffix === "" ? shown.placeholder : ""}"
    ${common(shown, suffix)}${suffix === "" ? required(shown) : ""}${also}
  />`;

const area = (shown: ShownField, { suffix = "", rows = 4, also = html`` }): Markup => {
  // A browser drops one line break behind the tag, so a text with an empty first line needs one more.
  const text = `\n${first(shown.parts, suffix)}`;
  const attributes = html`id="${inputName(shown, suffix)}" rows="${String(rows)}" ${common(shown, suffix)}${also}`;
  return html`<textarea ${attributes}>${text}</textarea>`;
};

const select = (shown: ShownField, viewer: Viewer): Markup => {
  const value = first(shown.parts);
  const known = shown.options.some((each) => each.value === value);
  const options = known || value === "" ? shown.options : [...shown.options, { value, label: value }];
  return html`<select id="${inputName(shown)}" ${common(shown)}${required(shown)}>
    <option value="">${sayIn(viewer.locale)("settingChoice.none")}</option>
    ${options.map(
      (each) =>
        html`<option value="${each.value}" ${each.value === value ? html` selected` : ""}>${each.label}</option>`,
    )}
  </select>`;
};

/** Check boxes. The hidden input tells the form that came back without a tick from one that did not have the field. */
const boxes = (shown: ShownField, options: readonly Option[]): Markup => {
  const ticked = shown.parts[""] ?? [];
  const all = [
    ...options,
    ...[...new Set([...ticked, ...(shown.before[""] ?? [])])]
      .filter((value) => value !== "" && !options.some((each) => each.value === value))
      .map((value) => ({ value, label: value })),
  ];
  return html`<input type="hidden" name="${inputName(shown)}" value="" />
    <div class="boxes">
      ${all.map(
        ({ value, label, about }: Option) =>
          html`<label class="choice"
            ><input type="checkbox" value="${value}" ${ticked.includes(value) ? html` checked` : ""} ${common(shown)} />
            <span dir="auto">${label}</span>
            ${about === undefined ? "" : html`<span class="faint">${about}</span>`}</label
          >`,
      )}
    </div>`;
};

const inParts = (each: readonly (readonly [id: string, label: string, control: Markup])[]): Markup =>
  html`<div class="parts">
    ${each.map(([id, label, control]) => html`<label for="${id}" class="part-label">${label}</label>${control}`)}
  </div>`;

const texts = (shown: ShownField, long: boolean, viewer: Viewer): Markup =>
  inParts(
    locales.map((locale) => {
      const suffix = `.${locale}`;
      const also = html` lang="${languageTag[locale]}" dir="auto"`;
      const control = long ? area(shown, { suffix, rows: 5, also }) : line(shown, suffix, also);
      return [inputName(shown, suffix), languageName(locale, viewer), control];
    }),
  );

const hours = (shown: ShownField, viewer: Viewer): Markup =>
  inParts(
    weekdays.map((day) => [inputName(shown, `.${day}`), dayName(day, viewer.locale, "long"), line(shown, `.${day}`)]),
  );

/** Places of the platforms: those that are named, those that were found, and others by their id. */
const places = (shown: ShownField, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`${boxes(shown, shown.options)} ${finder(shown, viewer)}
    <label for="${inputName(shown, ".typed")}" class="part-label">${say("forms.byId")}</label>
    ${area(shown, { suffix: ".typed", rows: 2 })}`;
};

/** How a field is drawn: one input with a label, or several below a legend. */
type Drawn = { readonly is: "one" | "many"; readonly control: Markup };

const drawn = (shown: ShownField, viewer: Viewer): Drawn => {
  const { kind } = shown.field;
  switch (kind.is) {
    case "choices":
    case "recipients":
      return { is: "many", control: boxes(shown, shown.options) };
    case "choice":
      return kind.values.length === 1
        ? { is: "many", control: boxes(shown, shown.options) }
        : { is: "one", control: select(shown, viewer) };
    case "key":
      return kind.many
        ? { is: "many", control: boxes(shown, shown.options) }
        : { is: "one", control: select(shown, viewer) };
    case "flag":
      return { is: "one", control: select(shown, viewer) };
    case "channels":
    case "users":
      return { is: "many", control: places(shown, viewer) };
    case "channel":
    case "platformId":
      return { is: "one", control: html`${line(shown)} ${finder(shown, viewer)}` };
    case "texts":
      return { is: "many", control: texts(shown, kind.long, viewer) };
    case "hours":
      return { is: "many", control: hours(shown, viewer) };
    case "lines":
    case "exceptions":
      return { is: "one", control: area(shown, {}) };
    case "zone":
      return { is: "one", control: line(shown, "", html` list="zones"`) };
    default:
      return { is: "one", control: line(shown) };
  }
};

/** A field with its label, its help and what is wrong with it. */
export const control = (shown: ShownField, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const { is, control: input } = drawn(shown, viewer);
  const label = fieldLabel(shown.field, say);
  const title = isOptionalField(shown.field)
    ? html`${label} <span class="faint">(${say("web.optional")})</span>`
    : html`${label}`;
  const notes = html`<div id="about-${inputName(shown)}" class="about">
    <p class="hint">${fieldHelp(shown.field, say)}</p>
    ${shown.faults.map((fault) => html`<p class="error">${fault}</p>`)}
  </div>`;
  return is === "one"
    ? html`<div class="field"><label for="${inputName(shown)}">${title}</label>${input}${notes}</div>`
    : html`<fieldset class="field" id="${inputName(shown)}" tabindex="-1">
        <legend>${title}</legend>
        ${input}${notes}
      </fieldset>`;
};
