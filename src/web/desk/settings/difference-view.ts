import { html } from "hono/html";
import { orderPath, type EntryChange } from "../../../desk/changes/difference.ts";
import { sayIn, type Say } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { severities } from "../../../sla/severity.ts";
import type { Markup } from "../../render/line.ts";
import { changedField, changedList } from "./changed-field.ts";
import { fieldLabel, groupLabel } from "./forms/labels.ts";
import { entryName } from "./forms/options.ts";
import { itemWords, partName, rightDocuments, valueWords, type Wording } from "./value-words.ts";

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

/** The label that a field has in the forms; null for one that has none. */
const labelOf = (change: EntryChange, path: string, viewer: Viewer): string | null => {
  const say = sayIn(viewer.locale);
  const { section } = change;
  if (path === orderPath) return say("settings.order");
  if (section === "manual" && path === "articles") return say("forms.section.articles");
  const found = changedField(change, path);
  if (found === null) return null;
  const { field, part } = found;
  const labels = [
    field.path.length > 1 ? groupLabel(field, say) : "",
    fieldLabel(field, say),
    part === "" ? "" : partName(field, part, viewer),
  ];
  return labels.filter((each) => each !== "").join(": ") || null;
};

/** The label of a field, or its path as the desk file has it. */
const fieldTitle = (change: EntryChange, path: string, viewer: Viewer): Markup => {
  const label = labelOf(change, path, viewer);
  if (label !== null) return html`${label}`;
  const { section, key } = change;
  const within = path === "" ? (key === null ? section : sayIn(viewer.locale)("settings.wholeEntry")) : path;
  return html`<code>${within}</code>`;
};

/** What is shown of one value that differs. */
const fieldChange = (
  given: EntryChange,
  { path, before, after }: EntryChange["fields"][number],
  wording: Wording,
): Markup => {
  const { viewer } = wording;
  const say = sayIn(viewer.locale);
  const list = changedList(given, path);
  const items = [before, after].map((value) =>
    list === null || value === null ? null : itemWords(value, list, wording),
  );
  const words = (value: string, at: 0 | 1): string =>
    items[at]?.about ?? valueWords(value, changedField(given, path)?.field ?? null, wording);
  const name = (items[0] ?? items[1])?.name ?? "";
  return html`<div>
    <dt dir="auto">${name === "" ? fieldTitle(given, path, viewer) : name}</dt>
    <dd>
      ${before === null ? "" : html`<del><span class="unseen">${say("settings.before")}: </span>${words(before, 0)}</del>`}
      ${after === null ? "" : html`<ins><span class="unseen">${say("settings.after")}: </span>${words(after, 1)}</ins>`}
    </dd>
  </div>`;
};

/** What people call the entry: its name or title in one of the documents, else its key. */
const calledIn = ({ section, key, name }: EntryChange, { documents, viewer }: Wording): string => {
  if (name !== null || key === null) return name ?? "";
  const severity = section === "severities" ? severities.find((each) => each === key) : undefined;
  if (severity !== undefined) return sayIn(viewer.locale)(`severityLabel.${severity}`);
  return documents.map((each) => entryName(each, section, key, viewer)).find((each) => each !== key) ?? key;
};

const change = (given: EntryChange, wording: Wording): Markup => {
  const { section, key, kind, fields } = given;
  const say = sayIn(wording.viewer.locale);
  const called = calledIn(given, wording);
  return html`<li class="entry-change ${kind}">
    <h3>
      <span class="tag">${say(`settings.${kind}`)}</span> ${titleOf(section, say)}
      ${key === null ? "" : html`<strong dir="auto">${called}</strong>`}
      ${key === null || called === key ? "" : html`<code>${key}</code>`}
    </h3>
    <dl class="field-changes">${fields.map((each) => fieldChange(given, each, wording))}</dl>
  </li>`;
};

/** What differs between two desks, entry by entry. `between`: the two desks, whose names stand instead of keys. */
export const differenceView = (
  changes: readonly EntryChange[],
  { between, names, viewer }: Omit<Wording, "documents" | "labels"> & { readonly between: readonly unknown[] },
): Markup => {
  if (changes.length === 0) return html`<p class="empty">${sayIn(viewer.locale)("settings.nothingChanges")}</p>`;
  const wording = { documents: rightDocuments(...between), names, viewer, labels: new Map() };
  return html`<ul class="difference">
    ${changes.map((each) => change(each, wording))}
  </ul>`;
};
