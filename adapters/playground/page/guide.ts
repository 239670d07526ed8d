import { html, type TemplateResult } from "lit-html";
import { actAs, turnClock } from "./acts.ts";
import { focusComposer } from "./composer.ts";
import { wordsOf, type State } from "./state.ts";
import { icon } from "./symbols.ts";

/** What to try first; each step takes the visitor there. */
export const guide = (state: State, end: () => void): TemplateResult => {
  const said = wordsOf(state);
  const ask = (): void =>
    void actAs("playground:carla", "playground:acme-support").then(() => focusComposer("/ticket "));
  const answer = (): void => void actAs("playground:luis", "playground:triage");
  return html`<aside class="guide" aria-label=${said.guideTitle}>
    <strong>${said.guideTitle}</strong>
    <ol>
      <li><button type="button" @click=${ask}>${said.guide.ask}</button></li>
      <li><button type="button" @click=${answer}>${said.guide.triage}</button></li>
      <li><button type="button" @click=${() => turnClock(15 * 60_000)}>${said.guide.clock}</button></li>
    </ol>
    <button type="button" class="icon-button" aria-label=${said.dismiss} @click=${end}>${icon("close")}</button>
  </aside>`;
};
