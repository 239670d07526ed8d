import { html, type TemplateResult } from "lit-html";
import { pickTicket } from "./acts.ts";
import { renderCard } from "./messages/render-card.ts";
import { change, textsFor, type State } from "./state.ts";
import { icon } from "./messages/symbols.ts";

/** The view behind the scenes: a ticket's history, and the reasons for its due times. */
export const panel = (state: State): TemplateResult => {
  const texts = textsFor(state);
  const { tickets } = state.snapshot;
  const choose = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) pickTicket(Number(event.target.value));
  };
  const shown = state.inspection?.ticket === state.ticket ? state.inspection : null;
  return html`<section class="panel" aria-label=${texts.activity}>
    <header>
      <div>
        <h2>${texts.activity}</h2>
        <p>${texts.behindScenes}</p>
      </div>
      <button
        type="button"
        class="icon-button close-panel"
        aria-label=${texts.close}
        @click=${() => change({ pane: "conversation" })}
      >
        ${icon("close")}
      </button>
    </header>
    ${
      tickets.length === 0
        ? html`<div class="empty">
            ${icon("pulse")}<strong>${texts.noTicket}</strong>
            <p>${texts.noTicketHint}</p>
          </div>`
        : html`<label class="pick">
              <span class="unseen">${texts.pickTicket}</span>
              <select @change=${choose}>
                ${tickets.map(
                  (each) =>
                    html`<option value=${each.number} .selected=${each.number === state.ticket}>${each.label}</option>`,
                )}
              </select>
            </label>
            <div class="panel-cards">
              ${
                shown === null
                  ? html`<p class="small" role="status">${texts.loading}</p>`
                  : shown.cards.map((card, at) =>
                      renderCard(card, { id: `panel-${at}`, channel: state.channel, thread: null }, state),
                    )
              }
            </div>`
    }
  </section>`;
};
