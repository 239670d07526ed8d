import { html } from "hono/html";
import { listInText, numberText } from "../../../../i18n/languages.ts";
import { datedMomentText } from "../../../../i18n/moment-text.ts";
import { sayIn } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import type { OpenedBetween } from "../../../../db/rehearsal/past-store.ts";
import { assumptions, coverageLines } from "../../../../features/desk-rehearsal/index.ts";
import type { RehearsalProgress } from "../../../../tickets/execute/rehearsal/rehearse.ts";
import type { Rehearsal, RehearsedCoverage } from "../../../../tickets/rehearsal/tally.ts";
import type { Markup } from "../../../render/line.ts";
import { writtenLater } from "../../../render/streamed-page.ts";
import { proposalPath } from "../propose.ts";
import { flipsView, outcomesView, type NamingDesks } from "./outcomes-view.ts";
import { rehearsalForm, type RehearsedDays } from "./rehearsal-form.ts";
import { remindersView } from "./reminders-view.ts";

const backTo = (proposal: string, viewer: Viewer): Markup =>
  html`<a class="button" href="${proposalPath(proposal)}">${sayIn(viewer.locale)("rehearsal.back")}</a>`;

/** What the page is about: the proposal, and the days that the person chose. */
export interface AskedRehearsal {
  readonly proposal: string;
  readonly days: RehearsedDays;
}

/** A page that does not rehearse, and says why. */
export const noRehearsalPage = (
  why: "noPeriod" | "busy" | "faults",
  { proposal, days }: AskedRehearsal,
  viewer: Viewer,
): Markup => {
  const say = sayIn(viewer.locale);
  return html`<h1>${say("rehearsal.title")}</h1>
    <p role="alert" class="notice">${say(`rehearsal.${why}`)}</p>
    <div class="row actions">
      ${why === "faults" ? "" : rehearsalForm(proposal, days, viewer)} ${backTo(proposal, viewer)}
    </div>`;
};

/** The page of a rehearsal. Its progress and what it finds are written while it runs. */
export const rehearsalPage = (
  { proposal, days }: AskedRehearsal,
  { since, until }: OpenedBetween,
  viewer: Viewer,
): Markup => {
  const say = sayIn(viewer.locale);
  const [from, to] = [since, until].map((each) => datedMomentText(each, viewer));
  return html`<h1>${say("rehearsal.title")}</h1>
    <p>${say("rehearsal.about", { from: from ?? "", to: to ?? "" })}</p>
    <div class="row actions">${rehearsalForm(proposal, days, viewer)} ${backTo(proposal, viewer)}</div>
    <div class="rehearsal">${writtenLater}</div>`;
};

/** The beginning of the part that shows the progress; each `progressView` then replaces the one before. */
export const progressBegin = (viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<p class="hint while-rehearsing">${say("rehearsal.leave")}</p>
    <p class="while-rehearsing" role="status">${say("rehearsal.begins")}</p>`;
};

/** How far the rehearsal is. */
export const progressView = ({ done, of }: RehearsalProgress, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const number = (count: number): string => numberText(count, viewer.locale);
  const text = say("rehearsal.progress", { done: number(done), of: number(of) });
  return html`<p class="while-rehearsing" role="status">
    <progress max="${String(of)}" value="${String(done)}" aria-label="${text}"></progress> ${text}
  </p>`;
};

/** Says why the rehearsal ended before it was done. */
export const endedView = (why: "replaced" | "failed" | "closing", viewer: Viewer): Markup =>
  html`<p role="alert" class="notice">${sayIn(viewer.locale)(`rehearsal.ended.${why}`)}</p>`;

const linesOf = (lines: readonly string[]): Markup =>
  html`<ul class="sentences">
    ${lines.map((each) => html`<li dir="auto">${each}</li>`)}
  </ul>`;

const coverageView = (coverage: RehearsedCoverage, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const lines = coverageLines(coverage, viewer.locale);
  return html`<section class="panel">
    <h2>${say("rehearsal.coverage")}</h2>
    ${coverage.after.length === 0 ? html`<p>${say("rehearsal.noGaps")}</p>` : ""}
    ${lines.length === 0 ? "" : linesOf(lines)}
  </section>`;
};

/** What the rehearsal found. */
export const rehearsalView = async (found: Rehearsal, desks: NamingDesks, viewer: Viewer): Promise<Markup> => {
  const say = sayIn(viewer.locale);
  const { tickets, unreadable, accountsNotNamed, rows, reminders, coverage } = found;
  const counted = (count: number) => ({ count, number: numberText(count, viewer.locale) });
  const accounts = accountsNotNamed.map((key) => desks.inForce.accounts[key]?.name ?? key);
  const notes = [
    tickets === 0 ? say("rehearsal.noTickets") : say("rehearsal.tickets", counted(tickets)),
    ...(unreadable.length === 0 ? [] : [say("rehearsal.unreadable", counted(unreadable.length))]),
    ...(accounts.length === 0 ? [] : [say("rehearsal.notNamed", { accounts: listInText(accounts, viewer.locale) })]),
  ];
  return html`<div role="status">${notes.map((each) => html`<p dir="auto">${each}</p>`)}</div>
    ${
      tickets === 0
        ? ""
        : html`${outcomesView(rows, desks, viewer)} ${flipsView(found, desks, viewer)}
          ${await remindersView(reminders, desks.draft, viewer)}`
    }
    ${coverageView(coverage, viewer)}
    <section class="panel">
      <h2>${say("rehearsal.assumes")}</h2>
      ${linesOf(assumptions(viewer.locale))}
    </section>`;
};
