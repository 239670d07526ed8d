import { html } from "hono/html";
import { entriesOf } from "../../../../desk/editing/entries.ts";
import type { Section } from "../../../../desk/editing/section.ts";
import { sayIn } from "../../../../i18n/say.ts";
import { hiddenFields, type FormSecrets } from "../../../render/form-fields.ts";
import type { Markup } from "../../../render/line.ts";
import { entryTitle, type EntryTexts } from "./entry-text.ts";
import { sectionTitle } from "./labels.ts";
import { orderPath, sectionPath } from "./paths.ts";

/** The name of the hidden inputs that carry the order from one press to the next. */
export const orderInput = "order";

const ways = ["up", "down"] as const;
export type Way = (typeof ways)[number];

/** A press of an arrow: which entry, and where it goes. */
export interface Move {
  readonly way: Way;
  readonly key: string;
}

/** What the button says that was pressed; null if it is no arrow. */
export const moveOf = (pressed: string): Move | null => {
  const way = ways.find((each) => pressed.startsWith(`${each}:`));
  return way === undefined ? null : { way, key: pressed.slice(way.length + 1) };
};

/** The keys after a press. */
export const moved = (keys: readonly string[], { way, key }: Move): readonly string[] => {
  const from = keys.indexOf(key);
  const to = way === "up" ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= keys.length) return keys;
  return keys.with(from, keys[to] ?? key).with(to, key);
};

interface Order {
  readonly section: Section;
  readonly keys: readonly string[];
  readonly basedOn: number;
  /** The arrow that was pressed last, which keeps the focus. */
  readonly last: Move | null;
}

/** The entries with an arrow up and down each. The arrows save nothing: the order goes to the preview. */
export const orderPage = ({ section, keys, basedOn, last }: Order, secrets: FormSecrets, texts: EntryTexts): Markup => {
  const say = sayIn(texts.viewer.locale);
  const entries = entriesOf(texts.document, section);
  const titleOf = (key: string): string => {
    const entry = entries.find((each) => each.key === key);
    return entry === undefined ? key : entryTitle(section, entry, texts);
  };
  const place = (key: string): number => keys.indexOf(key) + 1;
  const isAtEnd = (key: string, way: Way): boolean => place(key) === (way === "up" ? 1 : keys.length);
  // An entry that has arrived at an end cannot go further, so its other arrow has the focus.
  const focused = (key: string, way: Way): boolean =>
    last !== null && last.key === key && (isAtEnd(key, last.way) ? way !== last.way : way === last.way);
  const arrow = (key: string, way: Way): Markup =>
    html`<button
      class="button arrow"
      type="submit"
      name="do"
      value="${way}:${key}"
      aria-label="${say(`forms.${way}`, { name: titleOf(key) })}"
      ${isAtEnd(key, way) ? html` disabled` : ""}
      ${focused(key, way) ? html` autofocus` : ""}
    >
      ${way === "up" ? "↑" : "↓"}
    </button>`;
  return html`<h1>${say("forms.order", { section: sectionTitle(section, say) })}</h1>
    <p class="hint">${say("forms.orderAbout")}</p>
    <p role="status" class="unseen">
      ${last === null ? "" : say("forms.movedTo", { name: titleOf(last.key), place: place(last.key), count: keys.length })}
    </p>
    <form method="post" action="${orderPath(section)}" class="desk-form">
      ${hiddenFields(secrets)}<input type="hidden" name="basedOn" value="${String(basedOn)}" />
      <button class="unseen" type="submit" name="do" value="preview" tabindex="-1" aria-hidden="true">
        ${say("forms.preview")}
      </button>
      <ol class="order">
        ${keys.map(
          (key) =>
            html`<li>
              <input type="hidden" name="${orderInput}" value="${key}" />
              <span dir="auto">${titleOf(key)}</span>
              <span class="arrows">${ways.map((way) => arrow(key, way))}</span>
            </li>`,
        )}
      </ol>
      <div class="row actions">
        <button class="button primary" type="submit" name="do" value="preview">${say("forms.preview")}</button>
        <a class="button" href="${sectionPath(section)}">${say("forms.cancel")}</a>
      </div>
    </form>`;
};
