import { html, nothing, type TemplateResult } from "lit-html";
import type { Button, Card, CardPart, Line, MenuItem, MessageRef, Span } from "../../../../src/chat/card.ts";
import { goTo, open as openMessage, press } from "../acts.ts";
import { channelOf, deskNow, me, textsFor, type State } from "../state.ts";
import { icon, severityBadge } from "./symbols.ts";
import { timeLeftText, momentText } from "../time-text.ts";
import type { PostedMessage } from "../../wire.ts";

/** The place of a card, where its buttons act. */
type Place = Pick<PostedMessage, "channel" | "thread"> & { readonly id: string };

/** The same with what the card quotes, which is sent with every press. */
type Pressing = Place & { readonly quote: string | undefined };

const time = (span: Extract<Span, { t: "time" }>, state: State): TemplateResult => {
  const viewer = me(state);
  const now = deskNow(state);
  const moment = momentText(span.at, now, viewer);
  const left = timeLeftText(span.at, now, viewer.locale);
  // A line break inside "in 1 d" would be hard to read.
  const whole = html`<span class="unbroken">${span.show === "both" ? `(${left})` : left}</span>`;
  const shown = span.show === "moment" ? moment : span.show === "left" ? whole : html`${moment} ${whole}`;
  // Less than twelve minutes are left.
  const near = span.show !== "moment" && span.at > now && span.at - now < 12 * 60_000;
  return html`<time class=${near ? "near" : ""} datetime=${new Date(span.at).toISOString()}>${shown}</time>`;
};

/** Text that links to another message. */
const leading = (text: string, open: MessageRef): TemplateResult =>
  html`<button type="button" class="inline-link strong" @click=${() => openMessage(open)}>${text}</button>`;

const span = (each: Span, state: State): TemplateResult | string => {
  switch (each.t) {
    case "text":
      if (each.open !== undefined) return leading(each.text, each.open);
      if (each.strong === true) return html`<strong>${each.text}</strong>`;
      return each.faint === true ? html`<span class="faint">${each.text}</span>` : each.text;
    case "time":
      return time(each, state);
    case "person":
      return each.ring
        ? html`<span class="mention ${each.user === state.me ? "of-me" : ""}">@${each.name}</span>`
        : html`<span class="person">${each.name}</span>`;
    case "channel": {
      const channel = channelOf(state, each.channel);
      if (channel === undefined)
        return html`<span class="person">${each.channel.slice(each.channel.indexOf(":") + 1)}</span>`;
      return html`<button type="button" class="inline-link" @click=${() => goTo(channel.channel)}>
        ${channel.kind === "direct" ? textsFor(state).direct : `#${channel.name}`}
      </button>`;
    }
    case "link":
      // Only addresses that a browser may safely follow become links.
      return /^https?:\/\//i.test(each.url)
        ? html`<a href=${each.url} target="_blank" rel="noreferrer noopener">${each.label}</a>`
        : each.label;
  }
};

/** A line of typed spans. */
export const line = (spans: Line, state: State): readonly (TemplateResult | string)[] =>
  spans.map((each) => span(each, state));

const button = (each: Button, place: Pressing): TemplateResult => html`
  <button
    type="button"
    class="button ${each.style ?? ""}"
    aria-pressed=${each.chosen === undefined ? nothing : each.chosen}
    @click=${() => press(each, place)}
  >
    ${each.chosen === true ? "✓ " : nothing}${each.label}
  </button>
`;

const menu = (label: string, items: readonly MenuItem[], id: string, place: Pressing): TemplateResult => {
  const choose = (event: Event, item: MenuItem): void => {
    if (event.currentTarget instanceof HTMLElement)
      event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
    press(item, place);
  };
  return html`
    <button type="button" class="button menu-button" popovertarget=${id}>${label}${icon("chevron")}</button>
    <div class="menu" id=${id} popover aria-label=${label}>
      ${items.map((item) => html`<button type="button" @click=${(event: Event) => choose(event, item)}>${item.label}</button>`)}
    </div>
  `;
};

const part = (each: CardPart, at: number, place: Pressing, state: State): TemplateResult => {
  switch (each.part) {
    case "heading":
      return html`<h3>${each.text}</h3>`;
    case "facts":
      return html`<dl class="facts">
        ${each.facts.map(
          ({ label, value }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${line(value, state)}</dd>
            </div>`,
        )}
      </dl>`;
    case "text":
      return html`<div class="lines">${each.lines.map((spans) => html`<p>${line(spans, state)}</p>`)}</div>`;
    case "quote":
      return html`<blockquote dir="auto" tabindex=${each.text.length > 800 ? 0 : nothing}>${each.text}</blockquote>`;
    case "small":
      return html`<p class="small">${line(each.line, state)}</p>`;
    case "divider":
      return html`<hr />`;
    case "buttons":
      return html`<div class="row" role="group" aria-label=${each.label}>
        ${each.buttons.some((one) => one.chosen !== undefined) ? html`<span class="row-label">${each.label}</span>` : nothing}
        ${each.buttons.map((one) => button(one, place))}
        ${each.menu === undefined ? nothing : menu(each.menu.label, each.menu.items, `menu-${place.id}-${at}`, place)}
      </div>`;
  }
};

const quoteOf = ({ parts }: Card): string | undefined => {
  const quotes = parts.flatMap((each) => (each.part === "quote" ? [each.text] : []));
  return quotes.length === 0 ? undefined : quotes.join("\n");
};

/** Renders a card as HTML. lit-html shows every text literally. */
export const renderCard = (card: Card, place: Place, state: State): TemplateResult => html`
  <div class="card ${card.severity === undefined ? "" : `edge-${card.severity}`}">
    ${card.severity === undefined ? nothing : severityBadge(card.severity, textsFor(state))}
    ${card.parts.map((each, at) => part(each, at, { ...place, quote: quoteOf(card) }, state))}
  </div>
`;
