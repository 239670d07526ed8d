import { html, type TemplateResult } from "lit-html";
import { actAs } from "./acts.ts";
import { focusComposer } from "./composer.ts";
import { textsFor, type State } from "./state.ts";
import { icon } from "./messages/symbols.ts";
import { turnClock } from "./turn-clock.ts";
import type { ChannelRef, UserRef } from "../../../src/tickets/refs.ts";

/** The first steps. Each one takes the visitor there. */
export const guide = (state: State, end: () => void): TemplateResult => {
  const texts = textsFor(state);
  const ask = (name: string, user: UserRef, channel: ChannelRef): TemplateResult =>
    html`<button type="button" @click=${() => void actAs(user, channel).then(() => focusComposer("/ticket "))}>
      ${name}
    </button>`;
  const answer = (): void => void actAs("playground:luis", "playground:triage");
  return html`<aside class="guide" aria-label=${texts.guideTitle}>
    <strong>${texts.guideTitle}</strong>
    <ol>
      <li>
        <span
          >${texts.guide.ask} ${ask("Carla", "playground:carla", "playground:acme-support")} ${texts.guide.or}
          ${ask("Oliver", "playground:oliver", "playground:northwind-support")}</span
        >
      </li>
      <li><button type="button" @click=${answer}>${texts.guide.triage}</button></li>
      <li><button type="button" @click=${() => void turnClock(15 * 60_000)}>${texts.guide.clock}</button></li>
    </ol>
    <button type="button" class="icon-button" aria-label=${texts.dismiss} @click=${end}>${icon("close")}</button>
  </aside>`;
};
