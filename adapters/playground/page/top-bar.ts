import { html, nothing, type TemplateResult } from "lit-html";
import { setTheme } from "./kept.ts";
import { change, deskNow, me, textsFor, type State, type Theme } from "./state.ts";
import { icon } from "./messages/symbols.ts";
import { clockText, dayText, zoneText } from "./time-text.ts";
import { turnClock } from "./turn-clock.ts";

const minute = 60_000;
const turns = [
  ["quarter", 15 * minute],
  ["hour", 60 * minute],
  ["day", 24 * 60 * minute],
] as const;

const nextTheme: Readonly<Record<Theme, Theme>> = { auto: "light", light: "dark", dark: "auto" };
const picture = { auto: "auto", light: "sun", dark: "moon" } as const;

/** The name, the desk's clock and the buttons that move it. */
export const topBar = (state: State): TemplateResult => {
  const texts = textsFor(state);
  const viewer = me(state);
  const now = deskNow(state);
  return html`<header class="top">
    <div class="brand">
      <img src="/page/icon.svg" alt="" width="26" height="26" />
      <h1>Plazo</h1>
      <span class="tag">${texts.playground}</span>
    </div>
    ${state.online ? nothing : html`<p class="offline" role="status">${texts.offline}</p>`}
    <div class="clock" role="group" aria-label=${texts.deskClock} aria-busy=${state.turning}>
      ${icon("clock")} <span class="unseen" role="status">${state.turning ? texts.turning : nothing}</span>
      <time datetime=${new Date(now).toISOString()} title=${texts.deskClock}>
        <span class="clock-day">${dayText(now, viewer)}</span> <strong>${clockText(now, viewer)}</strong>
        <span class="clock-zone">${zoneText(viewer.timezone)}</span>
      </time>
      ${turns.map(
        ([name, ms]) =>
          html`<button
            type="button"
            class="button turn"
            aria-label="${texts.forward[name]}: ${texts.forwardLong[name]}"
            aria-disabled=${state.turning}
            @click=${() => void turnClock(ms)}
          >
            ${texts.forward[name]}
          </button>`,
      )}
    </div>
    <button
      type="button"
      class="icon-button toggle-panel"
      aria-pressed=${state.pane === "activity"}
      aria-label=${texts.activity}
      @click=${() => change({ pane: state.pane === "activity" ? "conversation" : "activity" })}
    >
      ${icon("pulse")}
    </button>
    <button
      type="button"
      class="icon-button"
      title=${texts.themeLabel(texts.theme[state.theme])}
      aria-label=${texts.themeLabel(texts.theme[state.theme])}
      @click=${() => setTheme(nextTheme[state.theme])}
    >
      ${icon(picture[state.theme])}
    </button>
  </header>`;
};
