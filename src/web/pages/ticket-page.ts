import { html } from "hono/html";
import type { Card } from "../../chat/card.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import type { TranscriptEntry } from "../../features/transcript/index.ts";
import { card, type NewSecrets } from "../render/card.ts";
import type { Markup, PageContext } from "../render/line.ts";

/** A message of the ticket. Internal and public ones differ by a word, a border and their place. */
const message = ({ who, is, side, text, says, at, files }: TranscriptEntry, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const kind = side === "internal" ? "internal" : is === "customer" ? "customer" : "public";
  return html`<li class="message message-${kind}">
    <p class="about">
      <strong dir="auto">${who}</strong> <span class="tag">${say(`web.${kind}`)}</span>
      <time datetime="${new Date(at).toISOString()}">${momentText(at, viewer)}</time>
      ${says === null ? "" : html`<span class="faint">${says}</span>`}
    </p>
    ${text === null ? "" : html`<blockquote dir="auto">${text}</blockquote>`}
    ${
      files.length === 0
        ? ""
        : html`<ul class="files">
            ${files.map(({ name }) => html`<li dir="auto">${name}</li>`)}
          </ul>`
    }
  </li>`;
};

/** What a ticket's page shows. `answer`: the private answer to what this person just did here. */
export interface TicketView {
  readonly card: Card;
  /** What the customer wrote when they opened it. */
  readonly opening: TranscriptEntry;
  /** Oldest first. */
  readonly messages: readonly TranscriptEntry[];
  /** The address of the page with the messages before these; null if these are the first. */
  readonly earlier: string | null;
  readonly answer: Card | null;
}

/** A ticket: the conversation in the middle, and beside it the card with facts, clocks and actions. */
export const ticketPage = (view: TicketView, newSecrets: NewSecrets, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  return html`<p><a href="/desk">${say("web.back")}</a></p>
    ${
      view.answer === null
        ? ""
        : html`<div role="status" class="answer">
            <h2 class="unseen">${say("web.answer")}</h2>
            ${card(view.answer, newSecrets, context)}
          </div>`
    }
    <div class="ticket">
      <section class="conversation" aria-labelledby="conversation">
        <h2 id="conversation">${say("web.conversation")}</h2>
        ${view.earlier === null ? "" : html`<p><a href="${view.earlier}">${say("web.earlier")}</a></p>`}
        <ol class="messages">
          ${[...(view.earlier === null ? [view.opening] : []), ...view.messages].map((each) => message(each, context))}
        </ol>
      </section>
      <aside>${card(view.card, newSecrets, context)}</aside>
    </div>`;
};
