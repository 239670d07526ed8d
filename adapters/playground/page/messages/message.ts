import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { TextFile } from "../../../../src/chat/answer.ts";
import { closeThread, dropNote, openThread, pickTicket } from "../acts.ts";
import { avatar } from "./avatar.ts";
import { composer } from "../composer.ts";
import { editMessage } from "./edit-words.ts";
import { fileLinks } from "./file-links.ts";
import { marks } from "./marks.ts";
import { messageMenu } from "./message-menu.ts";
import { renderCard } from "./render-card.ts";
import { actorOf, deskNow, me, wordsOf, type PrivateNote, type State } from "../state.ts";
import { icon } from "./symbols.ts";
import { clockWords, momentWords } from "../time-words.ts";
import type { PostedMessage } from "../../wire.ts";

const nameOf = (message: PostedMessage, state: State): string =>
  message.by === null ? wordsOf(state).botName : (actorOf(state, message.by)?.name ?? message.by);

const body = (message: PostedMessage, state: State): TemplateResult | typeof nothing => {
  const { body: said } = message;
  switch (said.kind) {
    case "card":
      return renderCard(said.card, message, state);
    case "gone":
      return html`<div class="words faint">${wordsOf(state).deleted}</div>`;
    case "text":
      if (state.editing === message.id) return editMessage(message, said.text, state);
      return said.text === ""
        ? nothing
        : html`<div class="words" dir="auto" tabindex=${said.text.length > 1200 ? 0 : nothing}>${said.text}</div>`;
  }
};

/** A file to keep: the page has it already, so nothing is fetched. */
const download = (file: TextFile): TemplateResult =>
  html`<li>
    <a href=${`data:${file.type},${encodeURIComponent(file.text)}`} download=${file.name}
      >${icon("file")}<span class="file-name">${file.name}</span></a
    >
  </li>`;

/** An answer only the person acted as can see. */
export const privateNote = (note: PrivateNote, state: State): TemplateResult => {
  const said = wordsOf(state);
  const files = "card" in note.body ? (note.body.files ?? []) : [];
  return html`<article class="message private">
    ${avatar(null, state)}
    <div class="message-body">
      <div class="message-head">
        <strong>${said.botName}</strong><span class="only-you">${icon("eye")}${said.onlyYou}</span>
        <button
          type="button"
          class="icon-button small-button"
          aria-label=${said.dismiss}
          @click=${() => dropNote(note.id)}
        >
          ${icon("close")}
        </button>
      </div>
      ${"card" in note.body ? renderCard(note.body.card, note, state) : html`<div class="words">${note.body.text}</div>`}
      ${
        files.length === 0
          ? nothing
          : html`<ul class="files" aria-label=${said.files}>
              ${files.map(download)}
            </ul>`
      }
    </div>
  </article>`;
};

const preview = ({ body: said }: PostedMessage): string => {
  if (said.kind === "card") return said.card.summary;
  if (said.kind === "gone") return "";
  return said.text === "" ? (said.files ?? []).map(({ name }) => name).join(", ") : said.text.slice(0, 160);
};

const thread = (root: PostedMessage, replies: readonly PostedMessage[], state: State): TemplateResult => {
  const said = wordsOf(state);
  const notes = state.notes.filter((each) => each.thread === root.id && each.to === state.me);
  const last = replies.at(-1);
  if (!state.openThreads.has(root.id))
    return html`<button type="button" class="thread-link" aria-expanded="false" @click=${() => openThread(root.id)}>
      ${icon("thread")}${
        last === undefined
          ? said.replyInThread
          : html`<strong>${said.replies(replies.length)}</strong>
              <span class="preview">${nameOf(last, state)}: ${preview(last)}</span>`
      }
    </button>`;
  return html`<button type="button" class="thread-link" aria-expanded="true" @click=${() => closeThread(root.id)}>
      ${icon("thread")}<strong>${said.hideReplies}</strong>
    </button>
    <div class="thread" role="log" aria-relevant="additions" aria-label=${said.replies(replies.length)}>
      ${repeat(
        replies,
        (each) => each.id,
        (each) => messageView(each, [], state),
      )}
      ${repeat(
        notes,
        (each) => each.id,
        (each) => privateNote(each, state),
      )}
      ${composer(state, root.id, said.writeReply)}
    </div>`;
};

/** One message with its thread. `replies` are those below it; a reply has none of its own. */
export const messageView = (
  message: PostedMessage,
  replies: readonly PostedMessage[],
  state: State,
): TemplateResult => {
  const said = wordsOf(state);
  const reader = me(state);
  const { ticket } = message;
  return html`<article
    class="message ${state.marked === message.id ? "marked" : ""}"
    id="message-${message.id}"
    tabindex="-1"
    @click=${() => pickTicket(ticket)}
  >
    ${avatar(message.by, state)}
    <div class="message-body">
      <div class="message-head">
        <strong>${nameOf(message, state)}</strong>
        ${message.by === null ? html`<span class="tag">${said.bot}</span>` : nothing}
        <time datetime=${new Date(message.at).toISOString()} title=${momentWords(message.at, deskNow(state), reader)}
          >${clockWords(message.at, reader)}</time
        >
        ${message.editedAt === null ? nothing : html`<span class="faint">(${said.edited})</span>`}
        ${messageMenu(message, state)}
      </div>
      ${body(message, state)} ${fileLinks(message, state)} ${marks(message, state)}
      ${message.thread === null ? thread(message, replies, state) : nothing}
    </div>
  </article>`;
};
