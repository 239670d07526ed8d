import { html } from "hono/html";
import type { AccountNote, NoteLogLine } from "../../../db/accounts/note-store.ts";
import type { Desk, Person } from "../../../desk/desk.ts";
import { longestNote, mayChangeNote } from "../../../features/accounts/index.ts";
import { nameOf } from "../../../i18n/directory.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import type { NewSecrets } from "../../render/card.ts";
import { hiddenFields } from "../../render/form-fields.ts";
import type { Markup, PageContext } from "../../render/line.ts";

/** A note that could not be stored: what was typed, and why not. `note` is null for a new one. */
export interface NoteDraft {
  readonly note: number | null;
  readonly text: string;
  readonly error: string;
}

/** The notes of an account. */
export interface AccountNotes {
  /** The newest first. */
  readonly notes: readonly AccountNote[];
  /** The path of the page with more notes; null if these are all. */
  readonly earlier: string | null;
  /** Who changed them; null for a viewer who may not read that. */
  readonly log: readonly NoteLogLine[] | null;
  readonly draft: NoteDraft | null;
}

interface NotesContext {
  readonly desk: Desk;
  readonly person: Person;
  /** The path of the account's page. */
  readonly path: string;
  readonly secrets: NewSecrets;
}

/** The box in which a note is written. `of`: the note that is changed; null for a new one. */
const noteForm = (
  of: AccountNote | null,
  draft: NoteDraft | null,
  { path, secrets }: NotesContext,
  { viewer }: PageContext,
): Markup => {
  const say = sayIn(viewer.locale);
  const id = of === null ? "new-note" : `note-${of.id}`;
  const own = draft !== null && draft.note === (of?.id ?? null) ? draft : null;
  const to = of === null ? `${path}/notes` : `${path}/notes/${of.id}`;
  const attributes = html` name="text" aria-describedby="about-${id}" aria-invalid="${String(own !== null)}"`;
  // A browser drops one line break behind the tag, so a text with an empty first line needs one more.
  const text = `\n${own?.text ?? of?.text ?? ""}`;
  return html`<form method="post" action="${to}" class="desk-form note-form" id="form-${id}" hx-morph-skip="true">
    ${hiddenFields(secrets())}
    <div class="field">
      <label for="${id}">${of === null ? say("accounts.newNote") : say("accounts.noteText")}</label>
      <textarea id="${id}" rows="3" maxlength="${String(longestNote)}" required ${attributes}>${text}</textarea>
      <div id="about-${id}" class="about">${own === null ? "" : html`<p class="error">${own.error}</p>`}</div>
    </div>
    <div class="row">
      <button class="button${of === null ? "" : " primary"}" type="submit">
        ${of === null ? say("accounts.addNote") : say("accounts.save")}
      </button>
    </div>
  </form>`;
};

const changes = (note: AccountNote, draft: NoteDraft | null, notes: NotesContext, context: PageContext): Markup => {
  const say = sayIn(context.viewer.locale);
  return html`<div class="row">
    <details class="edit-note" ${draft?.note === note.id ? html` open` : ""}>
      <summary class="button">${say("accounts.edit")}</summary>
      ${noteForm(note, draft, notes, context)}
    </details>
    <details class="confirm">
      <summary class="button danger">${say("accounts.delete")}</summary>
      <div class="question">
        <p><strong>${say("accounts.deleteTitle")}</strong></p>
        <p>${say("accounts.deleteText")}</p>
        <form method="post" action="${notes.path}/notes/${String(note.id)}/delete">
          ${hiddenFields(notes.secrets())}<button class="button danger" type="submit">
            ${say("accounts.deleteYes")}
          </button>
        </form>
      </div>
    </details>
  </div>`;
};

/** A note as the staff read it: who wrote it and when, and the text. */
export const noteText = (
  { author, writtenAt, editedAt, text }: AccountNote,
  desk: Desk,
  { viewer }: PageContext,
): Markup => {
  const say = sayIn(viewer.locale);
  return html`<p class="about">
      <strong dir="auto">${nameOf(desk, author)}</strong>
      <time datetime="${new Date(writtenAt).toISOString()}">${datedMomentText(writtenAt, viewer)}</time>
      ${editedAt === null ? "" : html`<span class="faint">${say("accounts.edited", { at: datedMomentText(editedAt, viewer) })}</span>`}
    </p>
    <blockquote dir="auto">${text}</blockquote>`;
};

const logPart = (log: readonly NoteLogLine[], desk: Desk, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  return html`<details class="why" id="note-log">
    <summary class="button">${say("accounts.noteLog")}</summary>
    <ul class="plain">
      ${log.map(
        ({ at, what, by }) =>
          html`<li>
            <time datetime="${new Date(at).toISOString()}">${datedMomentText(at, viewer)}</time>
            <span dir="auto">${say(`accounts.log.${what}`, { name: nameOf(desk, by) })}</span>
          </li>`,
      )}
    </ul>
  </details>`;
};

/** The staff's notes about an account. No page of a customer shows them. */
export const notesSection = (
  { notes, earlier, log, draft }: AccountNotes,
  about: NotesContext,
  context: PageContext,
): Markup => {
  const say = sayIn(context.viewer.locale);
  return html`<section class="card" id="notes">
    <h2>${say("accounts.notes")}</h2>
    <p class="hint">${say("accounts.notesAbout")}</p>
    ${noteForm(null, draft, about, context)}
    ${notes.length === 0 ? html`<p class="faint">${say("accounts.noNotes")}</p>` : ""}
    <ol class="notes">
      ${notes.map(
        (each) =>
          html`<li class="note" id="shown-${String(each.id)}">
            ${noteText(each, about.desk, context)}
            ${mayChangeNote(about.person, each) ? changes(each, draft, about, context) : ""}
          </li>`,
      )}
    </ol>
    ${earlier === null ? "" : html`<p><a href="${earlier}">${say("accounts.earlierNotes")}</a></p>`}
    ${log === null || log.length === 0 ? "" : logPart(log, about.desk, context)}
  </section>`;
};
