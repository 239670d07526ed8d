import { html } from "hono/html";
import type { Markup } from "./line.ts";

interface LivePart {
  /** The number of the ticket that is followed; `queue` for all tickets of the desk. */
  readonly follows: number | "queue";
  /**
   * What the page shows: the version of the ticket, or the mark of the desk's changes, read before anything else. The browser's
   * stream begins after it, so that a change between the drawing and the stream is not missed.
   */
  readonly version: number;
  /** The path that draws the page again. */
  readonly path: string;
  /** A class of the part. */
  readonly look?: string;
  /** The path of the stream, if it is not that of the web desk. */
  readonly stream?: string;
}

/** The part of a page that the page script draws again after a change. */
export const livePart = ({ follows, version, path, look, stream }: LivePart, content: Markup): Markup =>
  html`<div
    id="live"
    ${look === undefined ? "" : html` class="${look}"`}
    data-live="${String(follows)}"
    data-version="${String(version)}"
    ${stream === undefined ? "" : html` data-stream="${stream}"`}
    hx-get="${path}"
    hx-trigger="plazo:changed from:body"
    hx-select="#live"
    hx-swap="outerMorph"
  >
    ${content}
  </div>`;
