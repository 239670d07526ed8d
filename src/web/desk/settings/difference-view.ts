import { html } from "hono/html";
import { orderPath, type EntryChange } from "../../../desk/changes/difference.ts";
import { sections } from "../../../desk/editing/section.ts";
import type { FieldShape } from "../../../desk/editing/field.ts";
import type { DeskDocument } from "../../../desk/schema.ts";
import { sayIn, type Say } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import type { Markup } from "../../render/line.ts";
import { fieldLabel, groupLabel } from "./forms/labels.ts";
import { rightDocuments, valueWords } from "./value-words.ts";

const titles = [
  "people",
  "accounts",
  "plans",
  "calendars",
  "severities",
  "reminders",
  "areas",
  "replies",
  "manual",
  "channels",
] as const;

const titleOf = (section: string, say: Say): string =>
  say(`settings.section.${titles.find((each) => each === section) ?? "general"}`);

/** The field that a change is of; null for one that no form has, such as a whole list. */
const fieldOf = ({ section, key }: EntryChange, path: string): FieldShape | null => {
  // Settings without entries share one form, in which they stand under their own key.
  const [name, within] = key === null ? ["desk", path === "" ? section : `${section}.${path}`] : [section, path];
  return sections.find((each) => each.name === name)?.fields.find((each) => each.path.join(".") === within) ?? null;
};

/** The label that a field has in the forms; null for one that has none. */
const labelOf = (change: EntryChange, path: string, say: Say): string | null => {
  const { section } = change;
  if (path === orderPath) return say("settings.order");
  if (section === "manual" && path === "articles") return say("forms.section.articles");
  const field = fieldOf(change, path);
  if (field === null) return null;
  const labels = [field.path.length > 1 ? groupLabel(field, say) : "", fieldLabel(field, say)];
  return labels.filter((each) => each !== "").join(": ") || null;
};

/** The label of a field, or its path as the desk file has it. */
const fieldName = (change: EntryChange, path: string, say: Say): Markup => {
  const label = labelOf(change, path, say);
  if (label !== null) return html`${label}`;
  const { section, key } = change;
  const within = path === "" ? (key === null ? section : say("settings.wholeEntry")) : path;
  return html`<code>${within}</code>`;
};

const change = (given: EntryChange, documents: readonly DeskDocument[], viewer: Viewer): Markup => {
  const { section, key, name, kind, fields } = given;
  const say = sayIn(viewer.locale);
  const words = (path: string, value: string | null): string =>
    valueWords(value, fieldOf(given, path), documents, viewer);
  return html`<li class="entry-change ${kind}">
    <h3>
      <span class="tag">${say(`settings.${kind}`)}</span> ${titleOf(section, say)}
      ${key === null ? "" : html`<strong dir="auto">${name ?? key}</strong>`}
      ${key === null || name === null ? "" : html`<code>${key}</code>`}
    </h3>
    <dl class="field-changes">
      ${fields.map(
        ({ path, before, after }) =>
          html`<div>
            <dt>${fieldName(given, path, say)}</dt>
            <dd>
              ${before === null ? "" : html`<del><span class="unseen">${say("settings.before")}: </span>${words(path, before)}</del>`}
              ${after === null ? "" : html`<ins><span class="unseen">${say("settings.after")}: </span>${words(path, after)}</ins>`}
            </dd>
          </div>`,
      )}
    </dl>
  </li>`;
};

/** What differs between two desks, entry by entry. `documents`: the two desks, whose names stand instead of keys. */
export const differenceView = (
  changes: readonly EntryChange[],
  documents: readonly unknown[],
  viewer: Viewer,
): Markup => {
  const say = sayIn(viewer.locale);
  if (changes.length === 0) return html`<p class="empty">${say("settings.nothingChanges")}</p>`;
  const right = rightDocuments(...documents);
  return html`<ul class="difference">
    ${changes.map((each) => change(each, right, viewer))}
  </ul>`;
};
