import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { ref } from "lit-html/directives/ref.js";
import type { Field } from "../../../src/chat/form.ts";
import { submit } from "./acts.ts";
import { modal } from "./modal.ts";
import { line } from "./messages/render-card.ts";
import { change, current, textsFor, type OpenForm, type State } from "./state.ts";
import { icon } from "./messages/symbols.ts";

const control = (field: Field, invalid: boolean, described: string): TemplateResult => {
  const id = `field-${field.name}`;
  switch (field.kind) {
    case "line":
      return html`<input
        type="text"
        autocomplete="off"
        id=${id}
        name=${field.name}
        value=${field.initial}
        maxlength=${field.maxLength}
        aria-required=${field.required}
        aria-invalid=${invalid}
        aria-describedby=${described}
      />`;
    case "paragraph":
      return html`<textarea
        rows="5"
        id=${id}
        name=${field.name}
        maxlength=${field.maxLength}
        aria-required=${field.required}
        aria-invalid=${invalid}
        aria-describedby=${described}
        .defaultValue=${field.initial}
      ></textarea>`;
    case "select":
      return html`<select
        id=${id}
        name=${field.name}
        aria-required=${field.required}
        aria-invalid=${invalid}
        aria-describedby=${described}
      >
        ${
          field.choices.some((each) => each.value === field.initial)
            ? nothing
            : html`<option value="" selected></option>`
        }
        ${field.choices.map(
          (each) =>
            html`<option value=${each.value} ?selected=${each.value === field.initial}>
              ${each.label}${each.description === undefined ? nothing : ` — ${each.description}`}
            </option>`,
        )}
      </select>`;
    case "radio":
      return html`<div class="choices">
        ${field.choices.map(
          (each) =>
            html`<label class="choice">
              <input type="radio" name=${field.name} value=${each.value} ?checked=${each.value === field.initial} />
              <span class="choice-label">${each.label}</span>
              ${each.description === undefined ? nothing : html`<span class="choice-about">${each.description}</span>`}
            </label>`,
        )}
      </div>`;
  }
};

const question = (field: Field, form: OpenForm, state: State): TemplateResult => {
  const texts = textsFor(state);
  const error = form.errors[field.name];
  const described = `about-${field.name}`;
  const name = html`${field.label}${field.required ? nothing : html` <span class="faint">(${texts.optional})</span>`}`;
  const about = html`<div id=${described} class="about">
    ${field.hint === undefined ? nothing : html`<p class="hint">${field.hint}</p>`}
    ${error === undefined ? nothing : html`<p class="error">${error}</p>`}
  </div>`;
  const inner = control(field, error !== undefined, described);
  return field.kind === "radio"
    ? html`<fieldset class="field" aria-describedby=${described}>
        <legend>${name}</legend>
        ${inner}${about}
      </fieldset>`
    : html`<div class="field"><label for="field-${field.name}">${name}</label>${inner}${about}</div>`;
};

const valuesOf = (form: HTMLFormElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

/** Focuses the first field with an error. */
const focusError = (): void =>
  document.querySelector<HTMLElement>('dialog [aria-invalid="true"], dialog fieldset:has(.error) input')?.focus();

/** Renders a form as a dialog. The fields keep their text until it was accepted. */
export const renderForm = (open: OpenForm, state: State): TemplateResult => {
  const texts = textsFor(state);
  const { form } = open;
  // A dialog's close event comes with the next frame, when another form may be open already.
  const close = (): void => {
    if (current().form?.key === open.key) change({ form: null });
  };
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement)
      void submit(valuesOf(event.target)).then(() => setTimeout(focusError, 60));
  };
  return html`${keyed(
    open.key,
    html`<dialog class="form" aria-labelledby="form-title" ${ref(modal)} @close=${close}>
      <form novalidate @submit=${send} aria-busy=${open.sending}>
        <header>
          <h2 id="form-title">${form.title}</h2>
          <button type="button" class="icon-button" aria-label=${texts.close} @click=${close}>${icon("close")}</button>
        </header>
        <div class="fields">
          ${form.notice === undefined ? nothing : html`<div class="notice">${form.notice.map((spans) => html`<p>${line(spans, state)}</p>`)}</div>`}
          ${form.fields.map((field) => question(field, open, state))}
          <div role="alert">${open.failed ? html`<p class="error">${texts.failed}</p>` : nothing}</div>
        </div>
        <footer>
          <button type="button" class="button" @click=${close}>${form.cancel}</button>
          <button type="submit" class="button primary" ?disabled=${open.sending}>${form.submit}</button>
        </footer>
      </form>
    </dialog>`,
  )}`;
};
