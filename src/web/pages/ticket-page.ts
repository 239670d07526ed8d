import { html } from "hono/html";
import type { Card } from "../../chat/card.ts";
import type { Form } from "../../chat/form.ts";
import { severityMarkOf, toneOf } from "../../cards/ticket-heading.ts";
import type { WaitingMessages } from "../../db/delivery/waiting-store.ts";
import type { Desk } from "../../desk/desk.ts";
import type { TranscriptEntry } from "../../features/transcript/index.ts";
import { basisText } from "../../features/report/index.ts";
import { sayIn } from "../../i18n/say.ts";
import { nextDueClock } from "../../tickets/clocks/plan.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import { accountAside, type AccountBeside } from "../desk/accounts/account-aside.ts";
import { accountLink } from "../desk/accounts/account-link.ts";
import type { ClockForecast } from "../desk/forecasts.ts";
import { queueAlone } from "../desk/queue-address.ts";
import { answerAbove, card, type NewSecrets } from "../render/card.ts";
import { deskForm } from "../render/form-fields.ts";
import { livePart } from "../render/live-part.ts";
import type { Markup, PageContext } from "../render/line.ts";
import type { PageLinks } from "../messages-page.ts";
import { dueCell, forecastLine } from "./queue-row.ts";
import { message } from "./message.ts";
import { waitingNotice } from "./small-pages.ts";

interface OpenForm {
  readonly form: Form;
  /** The action that opens it. */
  readonly from: string;
}

/** What a ticket's page shows. `answer`: the private answer to what this person just did here. */
export interface TicketView {
  readonly ticket: Ticket;
  /** Whether every event is shown instead of the messages. */
  readonly isHistory: boolean;
  readonly card: Card;
  /** Null if the desk does not name the ticket's account. */
  readonly account: AccountBeside | null;
  /** Why the targets are due at their times. */
  readonly why: Card;
  readonly waiting: WaitingMessages | null;
  /** How likely its targets are missed, the next due first; only those that are known. */
  readonly forecasts: readonly ClockForecast[];
  /** Replies that can still be undone. */
  readonly pending: readonly Card[];
  /** What the customer wrote when they opened it; null in the history, which tells it as an event. */
  readonly opening: TranscriptEntry | null;
  /** Oldest first. */
  readonly messages: readonly TranscriptEntry[];
  /** A live update reads this page again. */
  readonly links: PageLinks;
  readonly answer: Card | null;
  /** The forms of a public reply and of an internal note; null for people who may not write them. */
  readonly reply: OpenForm | null;
  readonly note: OpenForm | null;
}

/** How likely each running target is missed, and with which others it was compared: once for those that have the same basis. */
const risks = (forecasts: readonly ClockForecast[], context: PageContext): readonly Markup[] =>
  [...Map.groupBy(forecasts, ({ forecast }) => basisText(forecast, context.viewer))].map(
    ([basis, alike]) =>
      html`<p class="risks">
        ${alike.map((each) => forecastLine(each, null, context))} <span class="faint">${basis}</span>
      </p>`,
  );

const heading = ({ ticket, forecasts }: TicketView, desk: Desk, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  return html`<header class="ticket-head">
    <p class="faint">
      <a href="${queueAlone}">${say("web.queue")}</a> / <span class="number">${ticketName(ticket.number)}</span>
    </p>
    <h1 dir="auto">${ticket.title}</h1>
    <p class="row">
      <span class="severity severity-${toneOf(ticket) ?? "none"}">${severityMarkOf(ticket, say)}</span>
      <span class="tag">${say(`status.${ticket.status}`)}</span>
      ${accountLink(desk, ticket, say)}
      <span class="due-cell">${dueCell(nextDueClock(ticket), context)}</span>
    </p>
    ${risks(forecasts, context)}
  </header>`;
};

const conversation = (view: TicketView, newSecrets: NewSecrets, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  const path = `/desk/tickets/${view.ticket.number}`;
  const tab = (isHere: boolean, href: string, label: string): Markup =>
    html`<li><a href="${href}" ${isHere ? html` aria-current="page"` : ""}>${label}</a></li>`;
  const first = view.opening !== null && view.links.earlier === null ? [view.opening] : [];
  return html`<h2 class="unseen">${say("web.conversation")}</h2>
    <nav aria-label="${say("web.ticketViews")}">
      <ul class="tabs">
        ${tab(!view.isHistory, path, say("web.conversation"))}
        ${tab(view.isHistory, `${path}?view=history`, say("web.history"))}
      </ul>
    </nav>
    ${view.links.earlier === null ? "" : html`<p><a href="${view.links.earlier}">${say("web.earlier")}</a></p>`}
    <ol class="messages" id="messages">
      ${[...first, ...view.messages].map((each) => message(each, view.ticket.number, context))}
    </ol>
    ${view.links.newest === null ? "" : html`<p><a href="${view.links.newest}">${say("web.newest")}</a></p>`}
    ${view.pending.map((each) => html`<div class="pending" role="status">${card(each, newSecrets, context)}</div>`)}`;
};

/** The boxes in which one writes: a public reply, and an internal note behind it. */
const composer = ({ ticket, reply, note }: TicketView, newSecrets: NewSecrets, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  const box = (kind: "reply" | "note", given: OpenForm | null, isOpen: boolean): Markup =>
    given === null
      ? html``
      : html`<details class="compose compose-${kind}" name="compose" id="compose-${kind}" ${isOpen ? html` open` : ""}>
          <summary class="button">${say(`web.compose.${kind}`)}</summary>
          ${deskForm(given.form, newSecrets(), { from: given.from, prefix: kind }, context)}
        </details>`;
  // A live update leaves what is being written alone.
  return html`<section
    class="composer"
    aria-label="${say("web.compose")}"
    data-draft="${String(ticket.number)}"
    hx-morph-skip="true"
  >
    ${box("reply", reply, true)} ${box("note", note, false)}
    <div class="canned" data-canned="/desk/tickets/${String(ticket.number)}/canned" hidden>
      <p class="hint">${say("web.cannedPreview")}</p>
      <blockquote dir="auto" aria-live="polite"></blockquote>
    </div>
  </section>`;
};

/** A ticket: the conversation in the middle, and beside it the card with facts, clocks and actions. */
export const ticketPage = (
  view: TicketView,
  { desk, secrets }: { readonly desk: Desk; readonly secrets: NewSecrets },
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  return html`${answerAbove(view.answer, secrets, context)}
    <p
      class="presence"
      id="presence"
      aria-live="polite"
      data-looking="${say("web.isLooking", { names: "{names}" })}"
      data-typing="${say("web.isTyping", { names: "{names}" })}"
    ></p>
    ${livePart(
      { follows: view.ticket.number, version: view.ticket.version, path: view.links.path },
      html`${heading(view, desk, context)} ${waitingNotice(view.waiting, context)}
        <div class="ticket">
          <section class="conversation">
            ${conversation(view, secrets, context)} ${composer(view, secrets, context)}
          </section>
          <aside aria-label="${say("web.facts")}">
            ${card(view.card, secrets, context)}
            <details class="why" id="why">
              <summary class="button">${say("button.why")}</summary>
              <div id="explained">${card(view.why, secrets, context)}</div>
            </details>
            ${view.account === null ? "" : accountAside(view.account, desk, context)}
          </aside>
        </div>`,
    )}`;
};
