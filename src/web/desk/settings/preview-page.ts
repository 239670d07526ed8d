import { html } from "hono/html";
import type { DeskProposal } from "../../../db/desk/proposal-store.ts";
import type { Desk } from "../../../desk/desk.ts";
import { exportDesk } from "../../../desk/desk-document.ts";
import { deskFaultSentence } from "../../../features/desk-checks/index.ts";
import {
  accessKeptSentence,
  accessLostSentence,
  deskLossSentence,
  deskWarningSentence,
  ticketsLeftSentence,
} from "../../../features/desk-warnings/index.ts";
import { listInText } from "../../../i18n/languages.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { asSentence } from "../../../text/shown-text.ts";
import { hiddenFields, type FormSecrets } from "../../render/form-fields.ts";
import type { Markup } from "../../render/line.ts";
import type { DeskLoss } from "../../../desk/findings.ts";
import type { DeskDocument } from "../../../desk/schema.ts";
import { differenceView } from "./difference-view.ts";
import { managedByFile } from "./file-page.ts";
import { placeName } from "./forms/place-name.ts";
import type { PlaceNames } from "./named-changes.ts";
import { handOverForms, movesView } from "./preview-parts.ts";
import { proposalPath } from "./propose.ts";
import { rehearsalForm, usualDays } from "./rehearsal/rehearsal-form.ts";
import { effectiveDocument, maySave, type Review } from "./review.ts";

interface Preview {
  readonly proposal: DeskProposal;
  readonly review: Review;
  /** Who saved the version in force. */
  readonly author: string | null;
  /** The desk file that is applied at each start; null if the desk is managed here. */
  readonly deskFile: string | null;
  readonly desk: Desk;
  /** What both this person and the one who saved in between changed. */
  readonly bothChanged: readonly string[];
  /** The names that platforms tell of the people and channels that differ. */
  readonly names: PlaceNames;
}

const sentences = (lines: readonly string[]): Markup =>
  html`<ul class="sentences">
    ${lines.map((each) => html`<li dir="auto">${each}</li>`)}
  </ul>`;

const section = (title: string, about: string | null, content: Markup, tone = ""): Markup =>
  html`<section class="panel ${tone}">
    <h2>${title}</h2>
    ${about === null ? "" : html`<p class="hint">${about}</p>`} ${content}
  </section>`;

const faultsOf = ({ proposal, review, desk }: Preview, viewer: Viewer): Markup => {
  const { faults, locksOut, trouble } = review;
  const say = sayIn(viewer.locale);
  const texts = { document: effectiveDocument(proposal) as DeskDocument, desk, viewer };
  const lines = [
    ...(locksOut ? [say("settings.lockedOut")] : []),
    ...faults.map((each) => deskFaultSentence(each, viewer.locale, placeName(each.path, texts))),
    ...(trouble === null ? [] : [say(`settings.trouble.${trouble}`)]),
  ];
  if (lines.length === 0) return html``;
  const title = say("settings.faults", { count: lines.length });
  return section(title, say("settings.faultsAbout"), sentences(lines), "wrong");
};

const conflictOf = (given: Preview, secrets: FormSecrets, viewer: Viewer): Markup => {
  const { proposal, review, author, bothChanged } = given;
  const { savedByOther, version } = review;
  if (savedByOther === null) return html``;
  const say = sayIn(viewer.locale);
  return html`<div role="alert" class="notice">
      <p>${say("settings.conflict", { name: author ?? say("settings.noAuthor"), version })}</p>
      ${
        bothChanged.length > 0
          ? html`<p>${say("settings.bothChanged", { entries: listInText(bothChanged, viewer.locale) })}</p>`
          : html`<form method="post" action="${proposalPath(proposal.id)}/on-top">
              ${hiddenFields(secrets)}<button class="button" type="submit">
                ${say("settings.onTop", { version })}
              </button>
            </form>`
      }
    </div>
    ${section(say("settings.theirs"), null, differenceView(savedByOther.changes, { between: [savedByOther.by.document, review.before], names: given.names, viewer }))}`;
};

const linesOf = (title: string, lines: readonly string[], about: string | null = null): Markup =>
  lines.length === 0 ? html`` : section(title, about, sentences(lines));

/** What the proposal makes worse, and below it what was so before. */
const warningsView = (brought: readonly string[], old: readonly string[], viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  if (brought.length + old.length === 0) return html``;
  const known =
    old.length === 0
      ? html``
      : html`<details>
          <summary>${say("settings.oldWarnings", { count: old.length })}</summary>
          ${sentences(old)}
        </details>`;
  return section(
    say("settings.warnings"),
    brought.length === 0 ? say("settings.noNewWarnings") : say("settings.warningsAbout"),
    html`${brought.length === 0 ? "" : sentences(brought)}${known}`,
  );
};

/** The proposed desk as a file, for a desk that is managed by one. */
const fileToCopy = (file: string, document: unknown, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const text = exportDesk(document);
  return section(
    say("settings.copyFile"),
    say("settings.copyFileAbout", { file }),
    html`<pre class="code" tabindex="0" role="region" aria-label="${say("settings.copyFile")}">${text}</pre>`,
  );
};

/** A loss by the names that the desk had before. */
const lossText = (loss: DeskLoss, { review, desk }: Preview, viewer: Viewer): string =>
  asSentence(
    deskLossSentence(
      loss,
      viewer.locale,
      placeName(loss.path, { document: review.before as DeskDocument, desk, viewer }),
    ),
  );

/** What follows from saving: losses, what must be handed over, deadlines, and warnings. */
const consequences = (given: Preview, secrets: FormSecrets, viewer: Viewer): Markup => {
  const { proposal, review, desk, deskFile } = given;
  const say = sayIn(viewer.locale);
  const isSaved = deskFile === null && maySave(review);
  const said = <Each>(items: readonly Each[], sentence: (item: Each, locale: Viewer["locale"]) => string) =>
    items.map((each) => asSentence(sentence(each, viewer.locale)));
  return html`${linesOf(
    say("settings.losses"),
    review.losses.map((each) => lossText(each, given, viewer)),
  )}
  ${linesOf(say("settings.accessLost"), said(review.accessLost, accessLostSentence))}
  ${linesOf(say("settings.accessKept"), said(review.accessKept, accessKeptSentence), say("settings.accessKeptAbout"))}
  ${linesOf(say("settings.stillOwn"), said(review.stillOwned, ticketsLeftSentence))}
  ${handOverForms(review.leaving, { path: proposalPath(proposal.id), secrets }, viewer)}
  ${isSaved ? movesView(review.moves, desk, viewer) : ""}
  ${warningsView(said(review.warnings, deskWarningSentence), said(review.oldWarnings, deskWarningSentence), viewer)}`;
};

/** What a proposal changes, and the buttons that save it or leave it. */
export const previewPage = (given: Preview, secrets: FormSecrets, viewer: Viewer): Markup => {
  const { proposal, review } = given;
  const say = sayIn(viewer.locale);
  const path = proposalPath(proposal.id);
  const isSaved = given.deskFile === null && maySave(review);
  const buttons = html`<div class="row actions">
    ${
      isSaved
        ? html`<form method="post" action="${path}/save">
            ${hiddenFields(secrets)}<button class="button primary" type="submit" name="do" value="save">
              ${say("settings.save")}
            </button>
            ${
              review.moves.movedTickets === 0
                ? ""
                : html`<button class="button" type="submit" name="do" value="replan">
                    ${say("settings.saveReplan")}
                  </button>`
            }
          </form>`
        : ""
    }
    ${review.faults.length > 0 ? "" : rehearsalForm(proposal.id, usualDays, viewer)}
    <a class="button" href="${proposal.back}"
      >${review.faults.length > 0 ? say("settings.correct") : say("settings.discard")}</a
    >
  </div>`;
  return html`<h1>${say("settings.preview")}</h1>
    ${given.deskFile === null ? "" : managedByFile(given.deskFile, viewer)} ${conflictOf(given, secrets, viewer)}
    ${review.savedByOther === null ? html`<p>${say("settings.previewAbout", { version: review.version })}</p>` : ""}
    ${faultsOf(given, viewer)}
    ${section(
      review.savedByOther === null ? say("settings.changes") : say("settings.mine"),
      null,
      differenceView(review.changes, {
        between: [effectiveDocument(proposal), review.before],
        names: given.names,
        viewer,
      }),
    )}
    ${review.savedByOther === null ? consequences(given, secrets, viewer) : ""}
    ${given.deskFile === null || !maySave(review) ? "" : fileToCopy(given.deskFile, effectiveDocument(proposal), viewer)}
    ${buttons}`;
};
