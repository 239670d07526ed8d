import { html } from "hono/html";
import type { Field, FieldErrors, Form } from "../../chat/form.ts";
import { sayIn } from "../../i18n/say.ts";
import { actPathOf, line, type Markup, type PageContext } from "./line.ts";

/** The hidden fields that every form of a session carries. */
export interface FormSecrets {
  readonly token: string;
  /** Makes the request unique: sending the same form twice acts once. */
  readonly key: string;
  /** The path of the page to return to. */
  readonly back: string;
}

/** The names of answers begin with this, so that a form of the desk cannot set a hidden field. */
export const answerPrefix = "answer.";

export const hiddenFields = ({ token, key, back }: FormSecrets): Markup =>
  html`<input type="hidden" name="token" value="${token}" /><input type="hidden" name="key" value="${key}" /><input
      type="hidden"
      name="back"
      value="${back}"
    />`;

interface ControlPlace {
  readonly id: string;
  readonly about: string;
  readonly isWrong: boolean;
  /** It has the focus when the page opens. */
  readonly hasFocus: boolean;
}

const focused = html` autofocus`;

const attributes = (field: Field, { about, isWrong, hasFocus }: ControlPlace): Markup =>
  html` name="${answerPrefix}${field.name}" aria-describedby="${about}"
  aria-invalid="${String(isWrong)}"${field.required ? html` required` : ""}${hasFocus ? focused : ""}`;

const control = (field: Field, place: ControlPlace): Markup => {
  const { id } = place;
  const value = field.initial;
  // Of several choices the first has the focus.
  const common = attributes(field, field.kind === "radio" ? { ...place, hasFocus: false } : place);
  switch (field.kind) {
    case "line":
      return html`<input
        type="text"
        id="${id}"
        value="${value}"
        maxlength="${String(field.maxLength)}"
        autocomplete="off"
        ${common}
      />`;
    case "paragraph": {
      // A browser drops one line break behind the tag, so an answer with an empty first line needs one more.
      const text = `\n${value}`;
      return html`<textarea id="${id}" rows="6" maxlength="${String(field.maxLength)}" ${common}>${text}</textarea>`;
    }
    case "select":
      return html`<select id="${id}" ${common}>
        ${field.choices.some((each) => each.value === field.initial) ? "" : html`<option value=""></option>`}
        ${field.choices.map(
          (each) =>
            html`<option value="${each.value}" ${each.value === field.initial ? html` selected` : ""}>
              ${each.description === undefined ? each.label : `${each.label} — ${each.description}`}
            </option>`,
        )}
      </select>`;
    case "radio":
      return html`<div class="choices">
        ${field.choices.map(
          (each, index) =>
            html`<label class="choice"
              ><input
                type="radio"
                value="${each.value}"
                ${each.value === field.initial ? html` checked` : ""}${common}${place.hasFocus && index === 0 ? focused : ""}
              />
              <span>${each.label}</span>
              ${each.description === undefined ? "" : html`<span class="faint">${each.description}</span>`}</label
            >`,
        )}
      </div>`;
  }
};

const question = (
  field: Field,
  {
    error,
    prefix,
    hasFocus,
  }: { readonly error: string | undefined; readonly prefix: string; readonly hasFocus: boolean },
  context: PageContext,
): Markup => {
  const id = `field-${prefix}${field.name}`;
  const about = `about-${prefix}${field.name}`;
  const optional = field.required
    ? ""
    : html` <span class="faint">(${sayIn(context.viewer.locale)("web.optional")})</span>`;
  const isWrong = error !== undefined;
  const notes = html`<div id="${about}" class="about">
    ${field.hint === undefined ? "" : html`<p class="hint">${field.hint}</p>`}
    ${isWrong ? html`<p class="error">${error}</p>` : ""}
  </div>`;
  const inner = control(field, { id, about, isWrong, hasFocus });
  return field.kind === "radio"
    ? html`<fieldset class="field">
        <legend>${field.label}${optional}</legend>
        ${inner}${notes}
      </fieldset>`
    : html`<div class="field"><label for="${id}">${field.label}${optional}</label>${inner}${notes}</div>`;
};

/**
 * A form of the desk as a form of the page. `errors` are shown below their fields, and the first such field has the focus. `from` is the action that opened it,
 * so that it can be drawn again. `prefix` tells the fields of several forms on one page apart. `files` is a field for
 * files below the others.
 */
export const deskForm = (
  form: Form,
  secrets: FormSecrets,
  {
    errors = {},
    from,
    prefix = "",
    files,
  }: {
    readonly errors?: FieldErrors;
    readonly from: string;
    readonly prefix?: string;
    readonly files?: Markup;
  },
  context: PageContext,
): Markup =>
  html`<form
    method="post"
    action="${actPathOf(context)}"
    class="desk-form"
    ${files === undefined ? "" : html` enctype="multipart/form-data"`}
  >
    ${hiddenFields(secrets)}
    <input type="hidden" name="kind" value="submit" /><input type="hidden" name="action" value="${form.action}" /><input
      type="hidden"
      name="opener"
      value="${from}"
    />
    ${(form.notice ?? []).map((each) => html`<p class="notice">${line(each, context)}</p>`)}
    ${form.fields.map((field) => {
      const hasFocus = field === form.fields.find(({ name }) => errors[name] !== undefined);
      return question(field, { error: errors[field.name], prefix, hasFocus }, context);
    })}
    ${files ?? ""}
    <div class="row">
      <button class="button primary" type="submit">${form.submit}</button>
      <a class="button" href="${secrets.back}">${form.cancel}</a>
    </div>
  </form>`;
