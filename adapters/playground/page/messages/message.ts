import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { closeThread, dropNote, openThread, pickTicket } from "../acts.ts";
import { avatar } from "./avatar.ts";
import { composer } from "../composer.ts";
import { editMessage } from "./edit-message.ts";
import { fileLinks } from "./file-links.ts";
import { marks } from "./marks.ts";
import { messageMenu } from "./message-menu.ts";
import { renderCard } from "./render-card.ts";
import { actorOf, deskNow, me, textsFor, type PrivateNote, type State } from "../state.ts";
import { icon } from "./symbols.ts";
import { clockText, momentText } from "../time-text.ts";
import type { AnswerFileOnPage, PostedMessage } from "../../wire.ts";

const nameOf = (message: PostedMessage, state: State): string =>
  message.by === null ? textsFor(state).botName : (actorOf(state, message.by)?.name ?? message.by);

const body = (message: PostedMessage, state: State): TemplateResult | typeof nothing => {
  const { body: content } = message;
  switch (content.kind) {
    case "card":
      return renderCard(content.card, message, state);
    case "gone":
      return html`<div class="words faint">${textsFor(state).deleted}</div>`;
    case "text":
      if (state.editing === message.id) return editMessage(message, content.text, state);
      return content.text === ""
        ? nothing
        : html`<div class="words" dir="auto" tabindex=${content.text.length > 1200 ? 0 : nothing}>
            ${content.text}
          </div>`;
  }
};

/** A link to save a text that the page already has, or a picture. */
const answerFile = (file: AnswerFileOnPage): TemplateResult =>
  "base64" in file
    ? html`<li class="answer-picture"><img src=${`data:${file.type};base64,${file.base64}`} alt=${file.alt} /></li>`
    : html`<li>
        <a href=${`data:${file.type},${encodeURIComponent(file.text)}`} download=${file.name}
          >${icon("file")}<span class="file-name">${file.name}</span></a
        >
      </li>`;

/** A private answer to the current person. */
export const privateNote = (note: PrivateNote, state: State): TemplateResult => {
  const texts = textsFor(state);
  const files = "card" in note.body ? (note.body.files ?? []) : [];
  return html`<article class="message private">
    ${avatar(null, state)}
    <div class="message-body">
      <div class="message-head">
        <strong>${texts.botName}</strong><span class="only-you">${icon("eye")}${texts.onlyYou}</span>
        <button
          type="button"
          class="icon-button small-button"
          aria-label=${texts.dismiss}
          @click=${() => dropNote(note.id)}
        >
          ${icon("close")}
        </button>
      </div>
      ${"card" in note.body ? renderCard(note.body.card, note, state) : html`<div class="words">${note.body.text}</div>`}
      ${
        files.length === 0
          ? nothing
          : html`<ul class="files" aria-label=${texts.files}>
              ${files.map(answerFile)}
            </ul>`
      }
    </div>
  </article>`;
};

const preview = ({ body: content }: PostedMessage): string => {
  if (content.kind === "card") return content.card.summary;
  if (content.kind === "gone") return "";
  return content.text === "" ? (content.files ?? []).map(({ name }) => name).join(", ") : content.text.slice(0, 160);
};

const thread = (root: PostedMessage, replies: readonly PostedMessage[], state: State): TemplateResult => {
  const texts = textsFor(state);
  const notes = state.notes.filter((each) => each.thread === root.id && each.to === state.me);
  const last = replies.at(-1);
  if (!state.openThreads.has(root.id))
    return html`<button type="button" class="thread-link" aria-expanded="false" @click=${() => openThread(root.id)}>
      ${icon("thread")}${
        last === undefined
          ? texts.replyInThread
          : html`<strong>${texts.replies(replies.length)}</strong>
              <span class="preview">${nameOf(last, state)}: ${preview(last)}</span>`
      }
    </button>`;
  return html`<button type="button" class="thread-link" aria-expanded="true" @click=${() => closeThread(root.id)}>
      ${icon("thread")}<strong>${texts.hideReplies}</strong>
    </button>
    <div class="thread" role="log" aria-relevant="additions" aria-label=${texts.replies(replies.length)}>
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
      ${composer(state, root.id, texts.writeReply)}
    </div>`;
};

/** A message with its thread. `replies` are the messages below it; a reply has none. */
export const messageView = (
  message: PostedMessage,
  replies: readonly PostedMessage[],
  state: State,
): TemplateResult => {
  const texts = textsFor(state);
  const viewer = me(state);
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
        ${message.by === null ? html`<span class="tag">${texts.bot}</span>` : nothing}
        <time datetime=${new Date(message.at).toISOString()} title=${momentText(message.at, deskNow(state), viewer)}
          >${clockText(message.at, viewer)}</time
        >
        ${message.editedAt === null ? nothing : html`<span class="faint">(${texts.edited})</span>`}
        ${messageMenu(message, state)}
      </div>
      ${body(message, state)} ${fileLinks(message, state)} ${marks(message, state)}
      ${message.thread === null ? thread(message, replies, state) : nothing}
    </div>
  </article>`;
};
