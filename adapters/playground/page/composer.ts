import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { toast } from "./acts.ts";
import { commandsFor } from "./commands.ts";
import { fileCaps } from "./file-caps.ts";
import { say } from "./say.ts";
import { current, drawNow, me, textsFor, type State } from "./state.ts";
import { sizeText } from "./size-text.ts";
import { icon } from "./messages/symbols.ts";

interface Draft {
  readonly text: string;
  readonly choice: number;
  readonly hints: boolean;
  readonly files: readonly File[];
}

const empty: Draft = { text: "", choice: 0, hints: true, files: [] };
/** Unsent drafts, by person and place. */
const drafts = new Map<string, Draft>();

const set = (key: string, patch: Partial<Draft>): void => {
  drafts.set(key, { ...(drafts.get(key) ?? empty), ...patch });
  drawNow();
};

const keyOf = (state: State, thread: string | null): string => `${state.me} ${state.channel} ${thread ?? ""}`;
const idOf = (thread: string | null): string => `composer${thread === null ? "" : `-${thread}`}`;

/** Puts text into the composer of the open channel, with the cursor at its end. */
export const focusComposer = (text: string): void => {
  set(keyOf(current(), null), { ...empty, text });
  setTimeout(() => {
    const box = document.getElementById(idOf(null));
    if (!(box instanceof HTMLTextAreaElement)) return;
    box.focus();
    box.setSelectionRange(text.length, text.length);
  }, 60);
};

const send = async (key: string, thread: string | null): Promise<void> => {
  const draft = drafts.get(key) ?? empty;
  if (!saysSomething(draft)) return;
  // A command takes no files; they stay for the next message.
  const files = draft.text.startsWith("/") ? [] : draft.files;
  set(key, { ...empty, files: draft.files.filter((each) => !files.includes(each)) });
  if (!(await say(draft.text.trimEnd(), files, thread))) set(key, draft);
};

const saysSomething = ({ text, files }: Draft): boolean => text.trim() !== "" || files.length > 0;

const attach = (key: string, added: readonly File[]): void => {
  const { files } = drafts.get(key) ?? empty;
  const fitting = added.filter((each) => each.size <= fileCaps.bytes);
  for (const { name } of added.filter((each) => !fitting.includes(each)))
    toast((texts) => texts.tooLarge(name, sizeText(fileCaps.bytes, me(current()).locale)));
  if (files.length + fitting.length > fileCaps.count) toast((texts) => texts.tooMany(String(fileCaps.count)));
  set(key, { files: [...files, ...fitting].slice(0, fileCaps.count) });
};

const attached = (key: string, { files }: Draft, state: State): TemplateResult | typeof nothing =>
  files.length === 0
    ? nothing
    : html`<ul class="files attached" aria-label=${textsFor(state).files}>
        ${files.map(
          (file) =>
            html`<li>
              ${icon("file")}<span class="file-name" dir="auto">${file.name}</span>
              <span class="faint">${sizeText(file.size, me(state).locale)}</span>
              <button
                type="button"
                class="icon-button small-button"
                aria-label=${textsFor(state).leaveOut(file.name)}
                @click=${() => set(key, { files: files.filter((each) => each !== file) })}
              >
                ${icon("close")}
              </button>
            </li>`,
        )}
      </ul>`;

/** The composer for messages, with hints for commands once "/" is typed. */
export const composer = (state: State, thread: string | null, label: string): TemplateResult => {
  const texts = textsFor(state);
  const key = keyOf(state, thread);
  const id = idOf(thread);
  const draft = drafts.get(key) ?? empty;
  const hints = thread === null && draft.hints ? commandsFor(draft.text, state) : [];
  const chosen = Math.min(draft.choice, hints.length - 1);
  const complete = (at: number): void => {
    const hint = hints[at];
    if (hint === undefined) return;
    set(key, { text: hint.insert, choice: 0, hints: true });
    document.getElementById(id)?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    // Enter also confirms the composition of an input method.
    if (event.isComposing) return;
    const hint = hints[chosen];
    const unfinished = hint !== undefined && hint.insert.trim() !== draft.text.trim();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (unfinished) complete(chosen);
      else void send(key, thread);
    } else if (event.key === "Tab" && unfinished && !event.shiftKey) {
      event.preventDefault();
      complete(chosen);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && hints.length > 1) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : hints.length - 1;
      const choice = (chosen + step) % hints.length;
      set(key, { choice });
      document.getElementById(`${id}-hint-${choice}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Escape" && hints.length > 0) set(key, { hints: false });
  };
  const onInput = (event: Event): void => {
    if (event.target instanceof HTMLTextAreaElement) set(key, { text: event.target.value, choice: 0, hints: true });
  };
  const onChosen = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    attach(key, [...(event.target.files ?? [])]);
    // Otherwise the same file could not be chosen again.
    event.target.value = "";
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    attach(key, pasted);
  };
  return html`<div class="composer">
    ${attached(key, draft, state)}
    ${
      hints.length === 0
        ? nothing
        : html`<ul class="hints" id="${id}-hints" role="listbox" aria-label=${texts.commands}>
            ${hints.map(
              (hint, at) =>
                html`<li
                  role="option"
                  id="${id}-hint-${at}"
                  aria-selected=${at === chosen}
                  @mousedown=${(event: Event) => {
                    event.preventDefault();
                    complete(at);
                  }}
                >
                  <code>${hint.shown}</code><span>${hint.about}</span>
                </li>`,
            )}
          </ul>`
    }
    <textarea
      id=${id}
      rows="1"
      dir="auto"
      aria-label=${label}
      placeholder=${label}
      title=${texts.sendHint}
      aria-autocomplete="list"
      aria-controls=${hints.length === 0 ? nothing : `${id}-hints`}
      aria-activedescendant=${hints.length === 0 ? nothing : `${id}-hint-${chosen}`}
      .value=${live(draft.text)}
      @keydown=${onKey}
      @input=${onInput}
      @paste=${onPaste}
    ></textarea>
    <label class="icon-button attach" title=${texts.attach}>
      ${icon("clip")}<span class="unseen">${texts.attach}</span>
      <input type="file" class="unseen" multiple @change=${onChosen} />
    </label>
    <button
      type="button"
      class="icon-button send"
      aria-label=${texts.send}
      ?disabled=${!saysSomething(draft)}
      @click=${() => void send(key, thread)}
    >
      ${icon("send")}
    </button>
  </div>`;
};
