import { troubleText } from "../../../cards/delivery-trouble.ts";
import type { StatementNotice } from "../../../db/statements/notice-store.ts";
import { html } from "hono/html";
import type { StatementLogLine } from "../../../db/statements/statement-store.ts";
import type { Desk } from "../../../desk/desk.ts";
import { longestSentence, statementPath, statementsPath } from "../../../features/statements/index.ts";
import { nameOf } from "../../../i18n/directory.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { missedKey, type MissedTarget } from "../../../reports/statement-figures.ts";
import { missedText } from "../../../statements/statement-document.ts";
import { mostMissed, type ShownDraft, type ShownStatement } from "../../../statements/statements.ts";
import { ticketName } from "../../../tickets/ticket.ts";
import type { NewSecrets } from "../../render/card.ts";
import { documentMarkup } from "../../render/document.ts";
import { hiddenFields } from "../../render/form-fields.ts";
import type { Markup } from "../../render/line.ts";
import { daysOf } from "./statement-list.ts";

/** What a person typed that was not stored, by the keys of missed targets, and what the page says at its top. */
export interface StatementFeedback {
  readonly done: string | null;
  readonly error: string | null;
  readonly typed: ReadonlyMap<string, string>;
}

/** A contact who is told of a statement, by name. */
export interface NotifiedContact extends Omit<StatementNotice, "contact"> {
  readonly name: string;
}

interface StatementView {
  readonly shown: ShownStatement;
  readonly log: readonly StatementLogLine[];
  readonly feedback: StatementFeedback;
  /** Whether the viewer may write and send it. */
  readonly mayWrite: boolean;
  /** The statement that replaces this one; null if none was sent or begun. */
  readonly later: number | null;
  /** Whom Plazo tells that it was sent; empty while it is a draft. */
  readonly notified: readonly NotifiedContact[];
}

interface StatementContext {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly secrets: NewSecrets;
}

/** The name of the field with the sentence about a missed target. */
export const sentenceField = (missed: MissedTarget): string => `sentence-${missedKey(missed)}`;

const sentenceBox = (
  missed: MissedTarget,
  { shown, feedback }: { readonly shown: ShownDraft; readonly feedback: StatementFeedback },
  viewer: Viewer,
): Markup => {
  const say = sayIn(viewer.locale);
  const key = missedKey(missed);
  const name = sentenceField(missed);
  const typed = feedback.typed.get(key);
  const cause = shown.breaches.find(
    ({ ticket, clock, cycle }) => ticket === missed.ticket && clock === missed.clock && cycle === missed.cycle,
  )?.cause;
  const label = say("statement.sentenceOf", { ticket: ticketName(missed.ticket), clock: say(`clock.${missed.clock}`) });
  const attributes = html` name="${name}" aria-describedby="about-${name}" aria-invalid="${String(typed !== undefined)}"`;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <div id="about-${name}" class="about">
      <p>
        ${missedText(missed, viewer)}
        ${cause === undefined ? "" : say("statement.cause", { cause: say(`report.cause.${cause}`) })}
        <a href="/desk/tickets/${String(missed.ticket)}">${ticketName(missed.ticket)}</a>
      </p>
    </div>
    <textarea id="${name}" rows="2" maxlength="${String(longestSentence)}" ${attributes}>
${typed ?? shown.written.get(key) ?? ""}</textarea>
  </div>`;
};

const sentencesForm = (
  shown: ShownDraft,
  feedback: StatementFeedback,
  { viewer, secrets }: StatementContext,
): Markup => {
  const say = sayIn(viewer.locale);
  const { missed } = shown.content.figures;
  if (missed.length === 0) return html``;
  return html`<section class="card unprinted" id="sentences">
    <h2>${say("statement.sentences")}</h2>
    <p class="hint">${say("statement.sentenceHelp")}</p>
    <form method="post" action="${statementPath(shown.statement.id)}/sentences" class="desk-form">
      ${hiddenFields(secrets())} ${missed.map((each) => sentenceBox(each, { shown, feedback }, viewer))}
      <div class="row"><button class="button primary" type="submit">${say("statement.save")}</button></div>
    </form>
  </section>`;
};

const sendPart = (shown: ShownDraft, { viewer, secrets }: StatementContext): Markup => {
  const say = sayIn(viewer.locale);
  return html`<details class="confirm unprinted">
    <summary class="button primary">${say("statement.send")}</summary>
    <div class="question">
      <p><strong>${say("statement.sendTitle", { account: shown.account.name })}</strong></p>
      <p>${say("statement.sendText")}</p>
      <form method="post" action="${statementPath(shown.statement.id)}/send">
        ${hiddenFields(secrets())}<input type="hidden" name="mark" value="${shown.mark}" />
        <button class="button primary" type="submit">${say("statement.sendYes")}</button>
      </form>
    </div>
  </details>`;
};

const downloads = (id: number, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<a class="button" href="${statementPath(id)}/file.pdf">${say("statement.pdf")}</a>
    <a class="button" href="${statementPath(id)}/file.html">${say("statement.html")}</a>`;
};

const logPart = (log: readonly StatementLogLine[], desk: Desk, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<details class="why unprinted" id="statement-log">
    <summary class="button">${say("statement.log")}</summary>
    <ul class="plain">
      ${log.map(
        ({ at, what, by, hash }) =>
          html`<li>
            <time datetime="${new Date(at).toISOString()}">${datedMomentText(at, viewer)}</time>
            <span dir="auto">${say(`statement.log.${what}`, { name: by === null ? "Plazo" : nameOf(desk, by) })}</span>
            ${hash === null ? "" : html`<br /><code>${say("statement.hash", { hash })}</code>`}
          </li>`,
      )}
    </ul>
  </details>`;
};

const correction = (id: number, { viewer, secrets }: StatementContext): Markup => {
  const say = sayIn(viewer.locale);
  return html`<form method="post" action="${statementPath(id)}/correct" class="unprinted">
    ${hiddenFields(secrets())}
    <p class="hint">${say("statement.correctAbout")}</p>
    <button class="button" type="submit">${say("statement.correct")}</button>
  </form>`;
};

/** Who was told of what was sent, who is still to be, and who was not, with a button to try again. */
const notifiedPart = (
  id: number,
  notified: readonly NotifiedContact[],
  mayWrite: boolean,
  context: StatementContext,
): Markup => {
  const { viewer, secrets } = context;
  const say = sayIn(viewer.locale);
  if (notified.length === 0) return html``;
  const named = (which: (each: NotifiedContact) => boolean): string =>
    notified
      .filter(which)
      .map(({ name }) => name)
      .join(", ");
  const done = named(({ settledAt, why }) => settledAt !== null && why === null);
  const later = named(({ settledAt }) => settledAt === null);
  const failed = notified.filter(({ settledAt, why }) => settledAt !== null && why !== null);
  const again = html`<form method="post" action="${statementPath(id)}/tell-again">
    ${hiddenFields(secrets())}<button class="button" type="submit">${say("statement.notifyAgain")}</button>
  </form>`;
  return html`<section class="unprinted" id="statement-notified">
    <h2>${say("statement.notified")}</h2>
    ${done === "" ? "" : html`<p dir="auto">${say("statement.notifiedDone", { names: done })}</p>`}
    ${later === "" ? "" : html`<p dir="auto">${say("statement.notifiedLater", { names: later })}</p>`}
    ${failed.map(
      ({ name, why }) =>
        html`<p dir="auto" class="error">
          ${say("statement.notNotified", { name, why: why === null ? "" : troubleText(why, viewer) })}
        </p>`,
    )}
    ${failed.length > 0 && mayWrite ? again : ""}
  </section>`;
};

const ticketLink = (ticket: number): string => `/desk/tickets/${ticket}`;

const body = async (view: StatementView, context: StatementContext): Promise<Markup> => {
  const { shown, feedback, mayWrite, later } = view;
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const { id } = shown.statement;
  switch (shown.is) {
    case "draft":
      return html`<p class="unprinted">${say("statement.draftAbout")}</p>
        ${mayWrite ? sentencesForm(shown, feedback, context) : html`<p class="faint unprinted">${say("statement.mayNotWrite")}</p>`}
        <h2 class="unprinted">${say("statement.preview")}</h2>
        <div class="row unprinted">${mayWrite ? sendPart(shown, context) : ""} ${downloads(id, viewer)}</div>
        ${await documentMarkup(shown.content.document, { theme: "page", linkTo: ticketLink })}`;
    case "sent":
      return html`${later === null ? "" : html`<p class="unprinted"><a href="${statementPath(later)}">${say("statement.replaced")}</a></p>`}
        <div class="row unprinted">${downloads(id, viewer)}</div>
        ${await documentMarkup(shown.content.document, { theme: "page", linkTo: ticketLink })}
        ${notifiedPart(id, view.notified, mayWrite, context)}
        ${mayWrite && later === null ? correction(id, context) : ""}`;
    case "damaged":
      return html`<p role="alert" class="error">${say("statement.damaged")}</p>`;
    case "tooMany":
      return html`<p role="alert" class="error">${say("statement.refused.tooMany", { most: mostMissed })}</p>`;
    case "noAccount":
      return html`<p role="alert" class="error">${say("statement.refused.noAccount")}</p>`;
  }
};

/** One statement: a draft with its boxes for sentences and its preview, or what was sent. */
export const statementPage = async (view: StatementView, context: StatementContext): Promise<Markup> => {
  const { shown, feedback, log } = view;
  const { desk, viewer } = context;
  const say = sayIn(viewer.locale);
  const { sentAt, account } = shown.statement;
  const name = Object.hasOwn(desk.accounts, account) ? (desk.accounts[account]?.name ?? account) : account;
  return html`<p class="unprinted"><a href="${statementsPath}">${say("statement.back")}</a></p>
    <h1 class="unprinted" dir="auto">${name}, ${daysOf(shown.statement, desk, viewer)}</h1>
    <p class="unprinted">
      ${
        sentAt === null
          ? html`<span class="tag">${say("statement.draft")}</span>`
          : say("statement.sentAt", { at: datedMomentText(sentAt, viewer) })
      }
    </p>
    ${feedback.done === null ? "" : html`<p role="status" class="unprinted">${feedback.done}</p>`}
    ${feedback.error === null ? "" : html`<p role="alert" class="error unprinted">${feedback.error}</p>`}
    ${await body(view, context)} ${logPart(log, desk, viewer)}`;
};
