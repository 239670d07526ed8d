import { html, nothing, type TemplateResult } from "lit-html";
import { keyed } from "lit-html/directives/keyed.js";
import { ref } from "lit-html/directives/ref.js";
import { repeat } from "lit-html/directives/repeat.js";
import { dropToast } from "./acts.ts";
import { endGuide } from "./kept.ts";
import { conversation } from "./conversation.ts";
import { guide } from "./guide.ts";
import { modal } from "./modal.ts";
import { panel } from "./panel.ts";
import { renderForm } from "./render-form.ts";
import { sidebar } from "./sidebar.ts";
import { change, current, drawNow, me, textsFor, type OpenConfirm, type Pane, type State } from "./state.ts";
import { icon } from "./messages/symbols.ts";
import { topBar } from "./top-bar.ts";

const confirmDialog = (asked: OpenConfirm): TemplateResult => {
  // A dialog's close event comes with the next frame, when the page may ask something else already.
  const close = (): void => {
    if (current().confirm === asked) change({ confirm: null });
  };
  const yes = (): void => {
    close();
    asked.act();
  };
  return html`${keyed(
    asked,
    html`<dialog class="confirm" aria-labelledby="confirm-title" ${ref(modal)} @close=${close}>
      <h2 id="confirm-title">${asked.title}</h2>
      <p>${asked.text}</p>
      <footer>
        <button type="button" class="button" @click=${close}>${asked.no}</button>
        <button type="button" class="button primary" @click=${yes}>${asked.yes}</button>
      </footer>
    </dialog>`,
  )}`;
};

const toasts = (state: State): TemplateResult => html`
  <div class="toasts" role="status" aria-live="polite">
    ${repeat(
      state.toasts,
      (each) => each.id,
      (each) =>
        html`<div class="toast">
          <div>
            <strong>${each.text(textsFor(state))}</strong
            >${each.detail === null ? nothing : html`<p>${each.detail}</p>`}
          </div>
          ${
            each.go === null
              ? nothing
              : html`<button
                  type="button"
                  class="button"
                  @click=${() => {
                    dropToast(each.id);
                    each.go?.();
                  }}
                >
                  ${textsFor(state).look}
                </button>`
          }
          <button
            type="button"
            class="icon-button"
            aria-label=${textsFor(state).dismiss}
            @click=${() => dropToast(each.id)}
          >
            ${icon("close")}
          </button>
        </div>`,
    )}
  </div>
`;

/** On a phone one pane is visible at a time; this chooses which. */
const tabs = (state: State): TemplateResult => {
  const texts = textsFor(state);
  const total = Object.values(state.snapshot.unread[state.me] ?? {}).reduce((sum, each) => sum + each, 0);
  const tab = (pane: Pane, label: string, picture: TemplateResult, badge: number): TemplateResult => html`
    <button type="button" aria-current=${state.pane === pane ? "page" : nothing} @click=${() => change({ pane })}>
      ${picture}<span>${label}</span>${badge > 0 ? html`<span class="badge">${badge}</span>` : nothing}
    </button>
  `;
  return html`<nav class="tabs">
    ${tab("people", texts.peopleShort, icon("people"), total)}
    ${tab("conversation", texts.conversation, icon("thread"), 0)} ${tab("activity", texts.activity, icon("pulse"), 0)}
  </nav>`;
};

/** Skips to the composer, which on a phone is in a pane of its own. */
const skipToComposer = (event: Event): void => {
  event.preventDefault();
  change({ pane: "conversation" });
  drawNow();
  document.getElementById("composer")?.focus();
};

/** The whole page. The message box comes first in the order of the Tab key; the styles put each part in its place. */
export const app = (state: State): TemplateResult => {
  document.documentElement.lang = me(state).locale;
  document.documentElement.dataset["theme"] = state.theme;
  return html`
    <a class="skip" href="#composer" @click=${skipToComposer}>${textsFor(state).skip}</a>
    <div class="app" data-pane=${state.pane}>
      <main class="panes">${conversation(state)} ${sidebar(state)} ${panel(state)}</main>
      ${topBar(state)} ${state.guide ? guide(state, endGuide) : nothing} ${toasts(state)} ${tabs(state)}
    </div>
    ${state.form === null ? nothing : renderForm(state.form, state)}
    ${state.confirm === null ? nothing : confirmDialog(state.confirm)}
  `;
};
