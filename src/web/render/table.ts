import { html } from "hono/html";
import type { Markup } from "./line.ts";

/**
 * A table that scrolls by itself where the window is too narrow, also by keyboard. `label` names it for a screen reader; `kind` is a
 * class of the style sheets.
 */
export const table = (
  {
    label,
    heads,
    kind,
  }: { readonly label: string; readonly heads: readonly (string | Markup)[]; readonly kind?: string },
  rows: readonly Markup[],
): Markup =>
  html`<div class="table" tabindex="0" role="region" aria-label="${label}">
    <table${kind === undefined ? "" : html` class="${kind}"`}>
      <thead>
        <tr>
          ${heads.map((each) => html`<th scope="col">${each}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
