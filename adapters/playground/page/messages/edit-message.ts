import { html, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { endEdit, saveEdit } from "./message-acts.ts";
import { textsFor, type State } from "../state.ts";
import type { PostedMessage } from "../../wire.ts";

/** For lit's `ref`: sets the cursor behind the last word once the field is in the page. */
const focusEnd = (element?: Element): void => {
  if (!(element instanceof HTMLTextAreaElement)) return;
  queueMicrotask(() => {
    if (document.activeElement === element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  });
};

/** A person's own message in an edit field. */
export const editMessage = (message: PostedMessage, text: string, state: State): TemplateResult => {
  const texts = textsFor(state);
  const save = (event: Event): void => {
    event.preventDefault();
    const field =
      event.currentTarget instanceof Element ? event.currentTarget.closest("form")?.querySelector("textarea") : null;
    if (field != null) void saveEdit(message, field.value.trim());
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) save(event);
    if (event.key === "Escape") endEdit(message);
  };
  return html`<form class="edit" @submit=${save}>
    <textarea
      rows="1"
      dir="auto"
      aria-label=${texts.edit}
      title=${texts.saveHint}
      .defaultValue=${text}
      @keydown=${onKey}
      ${ref(focusEnd)}
    ></textarea>
    <div class="row">
      <button type="submit" class="button primary">${texts.save}</button>
      <button type="button" class="button" @click=${() => endEdit(message)}>${texts.cancel}</button>
    </div>
  </form>`;
};
