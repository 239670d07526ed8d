import { html, type TemplateResult } from "lit-html";
import { pickTicket } from "./acts.ts";
import { renderCard } from "./messages/render-card.ts";
import { change, wordsOf, type State } from "./state.ts";
import { icon } from "./messages/symbols.ts";

/** The visitor's view behind the scenes: a ticket's history, and why it is due when it is due. */
export const panel = (state: State): TemplateResult => {
  const said = wordsOf(state);
  const { tickets } = state.snapshot;
  const choose = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) pickTicket(Number(event.target.value));
  };
  const shown = state.inspection?.ticket === state.ticket ? state.inspection : null;
  return html`<section class="panel" aria-label=${said.activity}>
    <header>
      <div>
        <h2>${said.activity}</h2>
        <p>${said.behindScenes}</p>
      </div>
      <button
        type="button"
        class="icon-button close-panel"
        aria-label=${said.close}
        @click=${() => change({ pane: "conversation" })}
      >
        ${icon("close")}
      </button>
    </header>
    ${
      tickets.length === 0
        ? html`<div class="empty">
            ${icon("pulse")}<strong>${said.noTicket}</strong>
            <p>${said.noTicketHint}</p>
          </div>`
        : html`<label class="pick">
              <span class="unseen">${said.pickTicket}</span>
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
                  ? html`<p class="small" role="status">${said.loading}</p>`
                  : shown.cards.map((card, at) =>
                      renderCard(card, { id: `panel-${at}`, channel: state.channel, thread: null }, state),
                    )
              }
            </div>`
    }
  </section>`;
};
