import { html, nothing, type TemplateResult } from "lit-html";
import { actAs } from "./acts.ts";
import { focusComposer } from "./composer.ts";
import { textsFor, type GuideStep, type State } from "./state.ts";
import { icon } from "./messages/symbols.ts";
import { loadBusyDay, turnClock } from "./turn-clock.ts";
import type { ChannelRef, UserRef } from "../../../src/tickets/refs.ts";

/** A desk with so many tickets has life enough. */
const busyFrom = 30;

/** The button that fills the desk with tickets, and how far it is. */
export const busyDayButton = (state: State): TemplateResult | typeof nothing => {
  const texts = textsFor(state);
  if (state.busyDay !== null)
    return html`<span role="status">${texts.loadingDay(state.busyDay.tickets, state.busyDay.of)}</span>`;
  return state.snapshot.tickets.length >= busyFrom
    ? nothing
    : html`<button type="button" aria-disabled=${state.turning} @click=${() => void loadBusyDay()}>
        ${texts.loadBusyDay}
      </button>`;
};

/** The first steps. Each one takes the visitor there, and is ticked off when it is done. */
export const guide = (state: State, end: () => void): TemplateResult => {
  const texts = textsFor(state);
  const ask = (name: string, user: UserRef, channel: ChannelRef): TemplateResult =>
    html`<button type="button" @click=${() => void actAs(user, channel).then(() => focusComposer("/ticket "))}>
      ${name}
    </button>`;
  const answer = (): void => void actAs("playground:luis", "playground:triage");
  const step = (name: GuideStep, content: TemplateResult): TemplateResult =>
    state.done.has(name)
      ? html`<li class="done"><span class="unseen">${texts.stepDone}</span>${content}</li>`
      : html`<li>${content}</li>`;
  return html`<aside class="guide" aria-label=${texts.guideTitle}>
    <strong>${texts.guideTitle}</strong>
    <ol>
      ${step(
        "ask",
        html`<span
          >${texts.guide.ask} ${ask("Carla", "playground:carla", "playground:acme-support")} ${texts.guide.or}
          ${ask("Oliver", "playground:oliver", "playground:northwind-support")}</span
        >`,
      )}
      ${step("answer", html`<button type="button" @click=${answer}>${texts.guide.triage}</button>`)}
      ${step(
        "clock",
        html`<button type="button" @click=${() => void turnClock(15 * 60_000)}>${texts.guide.clock}</button>`,
      )}
    </ol>
    ${busyDayButton(state)}
    <button type="button" class="icon-button" aria-label=${texts.dismiss} @click=${end}>${icon("close")}</button>
  </aside>`;
};
