import { html } from "hono/html";
import { entriesOf, type Entry } from "../../../../desk/editing/entries.ts";
import { hasOrder, type Section } from "../../../../desk/editing/section.ts";
import { sayIn } from "../../../../i18n/say.ts";
import type { Markup } from "../../../render/line.ts";
import { entryDetails, entryTitle, type EntryTexts } from "./entry-text.ts";
import { addLabel, sectionAbout, sectionTitle } from "./labels.ts";
import { formPath, newPath, orderPath, sectionPath } from "./paths.ts";

/** A text for comparing, without accents and case. */
const plain = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

interface Listed {
  readonly entry: Entry;
  readonly title: string;
  readonly details: string;
}

const listedIn = (section: Section, words: string, texts: EntryTexts): readonly Listed[] => {
  const all = entriesOf(texts.document, section).map((entry) => ({
    entry,
    title: entryTitle(section, entry, texts),
    details: entryDetails(section, entry, texts),
  }));
  const wanted = plain(words).split(/\s+/);
  const found = all.filter(({ entry, title, details }) => {
    // An id finds its entry too, although the list does not show it.
    const text = plain(`${title} ${entry.key} ${details} ${JSON.stringify(entry.value)}`);
    return wanted.every((word) => text.includes(word));
  });
  return section.kind === "keyed" && !hasOrder(section)
    ? found.toSorted((one, other) => one.title.localeCompare(other.title, texts.viewer.locale))
    : found;
};

const search = (section: Section, words: string, { viewer }: EntryTexts): Markup => {
  const say = sayIn(viewer.locale);
  return html`<form
    method="get"
    action="${sectionPath(section)}"
    class="row"
    role="search"
    aria-label="${say("forms.searchIn")}"
  >
    <label class="unseen" for="entries">${say("forms.searchIn")}</label>
    <input type="text" id="entries" name="q" value="${words}" maxlength="100" autocomplete="off" />
    <button class="button" type="submit">${say("forms.search")}</button>
  </form>`;
};

const table = (section: Section, entries: readonly Listed[], { viewer }: EntryTexts): Markup => {
  const say = sayIn(viewer.locale);
  return html`<div class="table scroll" tabindex="0" role="region" aria-label="${sectionTitle(section, say)}">
    <table>
      <thead>
        <tr>
          <th scope="col">${say("forms.name")}</th>
          <th scope="col">${say("forms.details")}</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          ({ entry, title, details }) =>
            html`<tr>
              <th scope="row" dir="auto"><a href="${formPath(section, entry.key)}">${title}</a></th>
              <td dir="auto">${details}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

/** The entries of a section. */
export const listPage = (section: Section, words: string, texts: EntryTexts): Markup => {
  const say = sayIn(texts.viewer.locale);
  const entries = listedIn(section, words, texts);
  const isSearched = (section.kind === "keyed" || section.name === "articles") && (entries.length > 0 || words !== "");
  const add = addLabel(section, say);
  const isReordered = hasOrder(section) && entriesOf(texts.document, section).length > 1;
  return html`<h1>${sectionTitle(section, say)}</h1>
    <p class="hint">${sectionAbout(section, say)}</p>
    ${
      section.name === "reminders" && texts.document.reminders === undefined
        ? html`<p class="notice">${say("forms.builtInSteps")}</p>`
        : ""
    }
    <div class="row list-head">
      ${isSearched ? search(section, words, texts) : ""}
      ${add === "" ? "" : html`<a class="button primary" href="${newPath(section)}">${add}</a>`}
      ${isReordered ? html`<a class="button" href="${orderPath(section)}">${say("forms.changeOrder")}</a>` : ""}
    </div>
    ${
      entries.length > 0
        ? table(section, entries, texts)
        : html`<p class="empty">${words === "" ? say("forms.empty") : say("forms.noneFound", { words })}</p>`
    }`;
};
