import { html } from "hono/html";
import type { Card, CardPart } from "../../chat/card.ts";
import type { AreaMessage } from "../../db/access/area-message-store.ts";
import type { TranscriptEntry } from "../../features/transcript/index.ts";
import { momentText } from "../../i18n/moment-text.ts";
import { sayIn } from "../../i18n/say.ts";
import { answerAbove, card, cardParts, type NewSecrets } from "../render/card.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { fileLink } from "../render/file-link.ts";
import type { PageLinks } from "../messages-page.ts";
import { hiddenFields } from "../render/form-fields.ts";
import { livePart } from "../render/live-part.ts";
import type { Markup, PageContext } from "../render/line.ts";
import { filesField } from "./files-field.ts";

/** The longest message of the answer box. */
export const longestMessage = 10_000;

/** A message as the contact reads it. Internal ones never come here: the transcript leaves them out. */
const message = (
  { who, is, text, says, at, files }: TranscriptEntry,
  { number, stored }: AreaTicketView,
  context: PageContext,
): Markup => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const isCustomer = is === "customer";
  return html`<li class="message message-${isCustomer ? "customer" : "public"}">
    <p class="about">
      <strong dir="auto">${who}</strong>
      <span class="tag">${say(isCustomer ? "area.yourSide" : "area.support")}</span>
      <time datetime="${new Date(at).toISOString()}">${momentText(at, viewer)}</time>
      ${says === null ? "" : html`<span class="faint">${says}</span>`}
    </p>
    ${text === null ? "" : html`<blockquote dir="auto">${text}</blockquote>`}
    ${
      files.length === 0
        ? ""
        : html`<ul class="files">
            ${files.map((each) =>
              stored.has(each.key)
                ? fileLink(each, { ticket: number, part: "/area" }, context)
                : html`<li>
                    <span dir="auto">${each.name}</span> <span class="faint">(${say("area.fileMissing")})</span>
                  </li>`,
            )}
          </ul>`
    }
  </li>`;
};

/** What a ticket's page shows. `answer`: the private answer to what this person just did here. */
export interface AreaTicketView {
  readonly number: number;
  readonly version: number;
  readonly isResolved: boolean;
  readonly title: string;
  /** The contact just opened it. */
  readonly isNew: boolean;
  readonly card: Card;
  readonly why: readonly CardPart[];
  /** What the customer wrote when they opened it; null if earlier messages are on another page. */
  readonly opening: TranscriptEntry | null;
  /** The keys of the files that can be downloaded. */
  readonly stored: ReadonlySet<string>;
  /** Oldest first. */
  readonly messages: readonly TranscriptEntry[];
  /** A live update reads this page again. */
  readonly links: PageLinks;
  /** Questions of the bot that still have buttons. */
  readonly questions: readonly AreaMessage[];
  readonly answer: Card | null;
  /** What was typed and not sent, and why not. */
  readonly draft: AreaDraft | null;
}

/** A text that was not sent, and why. */
export interface AreaDraft {
  readonly text: string;
  /** Null if only the files were not taken. */
  readonly error: string | null;
  /** Why files were not taken. */
  readonly fileProblems?: readonly string[];
}

const answerBox = (
  { number, isResolved, draft }: AreaTicketView,
  newSecrets: NewSecrets,
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  const error = draft?.error ?? null;
  // A browser drops one line break behind the tag, so a text with an empty first line needs one more.
  const text = `\n${draft?.text ?? ""}`;
  const described = html` maxlength="${String(longestMessage)}" aria-describedby="about-write"
  aria-invalid="${String(error !== null)}"${error === null ? "" : html` autofocus`}`;
  return html`<form
    method="post"
    action="/area/tickets/${String(number)}/messages"
    enctype="multipart/form-data"
    class="desk-form write"
  >
    ${hiddenFields(newSecrets())}
    <div class="field">
      <label for="write">${say("area.write")}</label>
      <textarea id="write" name="text" rows="5" ${described}>${text}</textarea>
      <div id="about-write" class="about">
        ${isResolved ? html`<p class="hint">${say("area.writingReopens")}</p>` : ""}
        ${error === null ? "" : html`<p class="error">${error}</p>`}
      </div>
    </div>
    ${filesField(draft?.fileProblems ?? [], context.viewer)}
    <div class="row"><button class="button primary" type="submit">${say("area.send")}</button></div>
  </form>`;
};

/** A ticket for a contact: the conversation with an answer box, and beside it the facts and what they can do. */
export const areaTicketPage = (view: AreaTicketView, newSecrets: NewSecrets, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  const shown = view.opening === null ? view.messages : [view.opening, ...view.messages];
  return html`<p><a href="/area">${say("area.back")}</a></p>
    <h1 dir="auto">${view.title}</h1>
    ${
      view.isNew
        ? html`<p role="status" class="notice" tabindex="-1" autofocus data-answer>
            ${say("area.opened", { ticket: ticketName(view.number) })}
          </p>`
        : ""
    }
    ${answerAbove(view.answer, newSecrets, context)}
    ${livePart(
      { follows: view.number, version: view.version, path: view.links.path, look: "ticket", stream: "/area/live" },
      html`<aside aria-label="${say("web.facts")}">
          ${card(view.card, newSecrets, context)}
          ${
            view.why.length === 0
              ? ""
              : html`<details class="why">
                  <summary>${say("area.why")}</summary>
                  ${cardParts(view.why, context)}
                </details>`
          }
        </aside>
        <section class="conversation" aria-labelledby="conversation">
          <h2 id="conversation">${say("area.conversation")}</h2>
          ${view.links.earlier === null ? "" : html`<p><a href="${view.links.earlier}">${say("area.earlier")}</a></p>`}
          <ol class="messages" id="messages" aria-live="polite">
            ${shown.map((each) => message(each, view, context))}
          </ol>
          ${view.links.newest === null ? "" : html`<p><a href="${view.links.newest}">${say("area.newest")}</a></p>`}
          ${
            view.questions.length === 0
              ? ""
              : html`<section aria-label="${say("area.fromPlazo")}">
                  ${view.questions.map((each) => card(each.card, newSecrets, context))}
                </section>`
          }
          <div data-draft="${String(view.number)}" data-quiet hx-morph-skip="true">
            ${answerBox(view, newSecrets, context)}
          </div>
        </section>`,
    )}`;
};
