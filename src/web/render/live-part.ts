import { html } from "hono/html";
import type { Markup } from "./line.ts";

interface LivePart {
  /** The path that draws the page again. */
  readonly path: string;
  /**
   * The newest event of the desk, read before anything that the page shows. The browser's stream begins after it, so that a
   * change between the drawing and the stream is not missed.
   */
  readonly newest: number;
  /** A class of the part; null if it has none. */
  readonly look: string | null;
}

/** The part of a page of several tickets that the page script draws again when any ticket of the desk changes. */
export const livePart = ({ path, newest, look }: LivePart, content: Markup): Markup =>
  html`<div
    id="live"
    ${look === null ? "" : html` class="${look}"`}
    data-live="queue"
    data-version="${String(newest)}"
    hx-get="${path}"
    hx-trigger="plazo:changed from:body"
    hx-select="#live"
    hx-swap="outerMorph"
  >
    ${content}
  </div>`;
