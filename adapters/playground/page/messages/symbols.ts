import { html, svg, type TemplateResult } from "lit-html";
import type { Card } from "../../../../src/chat/card.ts";
import type { PageTexts } from "../texts/en.ts";

type Severity = NonNullable<Card["severity"]>;

/** Four shapes, so that a severity is not shown by colour alone. */
const shapes: Readonly<Record<Severity, TemplateResult>> = {
  critical: svg`<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/><path class="cut" d="M8 4.2v4.6M8 11v.9"/>`,
  high: svg`<path d="M8 1.2 15.4 14.6H.6z"/><path class="cut" d="M8 6v4M8 12v.6"/>`,
  medium: svg`<path d="M8 .8 15.2 8 8 15.2.8 8z"/><path class="cut" d="M5.4 8h5.2"/>`,
  low: svg`<circle cx="8" cy="8" r="7"/><path class="cut" d="M8 4.6v6M5.4 8.4 8 11l2.6-2.6"/>`,
};

/** A severity as symbol, word and colour. */
export const severityBadge = (severity: Severity, texts: PageTexts): TemplateResult => html`
  <span class="severity severity-${severity}">
    <svg viewBox="0 0 16 16" aria-hidden="true">${shapes[severity]}</svg>${texts.severity[severity]}
  </span>
`;

const lines = {
  hash: svg`<path d="M6 2 4.6 14M11.4 2 10 14M2.4 5.6h11.4M2 10.4h11.4"/>`,
  lock: svg`<rect x="3" y="7" width="10" height="7" rx="1.6"/><path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"/>`,
  mail: svg`<rect x="1.6" y="3.4" width="12.8" height="9.4" rx="1.6"/><path d="m2 4.4 6 4.6 6-4.6"/>`,
  clock: svg`<circle cx="8" cy="8" r="6.3"/><path d="M8 4.4V8l2.6 1.7"/>`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  thread: svg`<path d="M13.6 10.2a1.4 1.4 0 0 1-1.4 1.4H6L2.6 14V4a1.4 1.4 0 0 1 1.4-1.4h8.2A1.4 1.4 0 0 1 13.6 4z"/>`,
  send: svg`<path d="M2.2 13.6 14 8 2.2 2.4l1.6 5.6zM3.8 8h5.4"/>`,
  eye: svg`<path d="M1.4 8S3.8 3.4 8 3.4 14.6 8 14.6 8 12.2 12.6 8 12.6 1.4 8 1.4 8z"/><circle cx="8" cy="8" r="2"/>`,
  people: svg`<circle cx="6" cy="5.4" r="2.6"/><path d="M1.4 13.6c.3-2.8 2-4.4 4.6-4.4s4.3 1.6 4.6 4.4M10.6 3.2a2.4 2.4 0 0 1 0 4.5M12 9.6c1.6.6 2.5 2 2.7 4"/>`,
  pulse: svg`<path d="M1.4 8.4h3l2-5.2 3.2 9.6 2-4.4h3"/>`,
  sun: svg`<circle cx="8" cy="8" r="3"/><path d="M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13"/>`,
  moon: svg`<path d="M13.6 9.6A6 6 0 0 1 6.4 2.4a6 6 0 1 0 7.2 7.2z"/>`,
  auto: svg`<circle cx="8" cy="8" r="6.3"/><path class="solid" d="M8 1.7a6.3 6.3 0 0 1 0 12.6z"/>`,
  ticket: svg`<path d="M1.8 4.2h12.4v2.3a1.5 1.5 0 0 0 0 3v2.3H1.8V9.5a1.5 1.5 0 0 0 0-3zM10 4.4v1.2M10 7.4v1.2M10 10.4v1.2"/>`,
  clip: svg`<path d="m13 7.4-5.3 5.3a3.2 3.2 0 0 1-4.5-4.5l5.6-5.6a2.1 2.1 0 0 1 3 3L6.3 11a1 1 0 0 1-1.5-1.5l4.8-4.7"/>`,
  file: svg`<path d="M4 1.8h5l3.2 3.2v9.2H4zM9 1.8V5h3.2"/>`,
  more: svg`<path class="solid" d="M3.4 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4zM8 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4zM12.6 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4z"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  pencil: svg`<path d="m3 13 .6-2.8 7.2-7.2 2.2 2.2-7.2 7.2z"/>`,
  bin: svg`<path d="M3 4.6h10M6.4 4.4V2.8h3.2v1.6M4.4 4.8l.6 8.4h6l.6-8.4"/>`,
  chevron: svg`<path d="m4 6 4 4 4-4"/>`,
} as const;

/** A decorative icon. The text beside it says the same. */
export const icon = (name: keyof typeof lines): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${lines[name]}</svg>`;
