import { html } from "hono/html";
import type { EntryChange } from "../../../desk/changes/difference.ts";
import { sayIn, type Say } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import type { Markup } from "../../render/line.ts";

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

const titleOf = (section: string, say: Say): string => {
  const known = titles.find((each) => each === section);
  return known === undefined ? `${say("settings.section.general")}: ${section}` : say(`settings.section.${known}`);
};

const change = ({ section, key, name, kind, fields }: EntryChange, say: Say): Markup =>
  html`<li class="entry-change ${kind}">
    <h3>
      <span class="tag">${say(`settings.${kind}`)}</span> ${titleOf(section, say)}
      ${key === null ? "" : html`<strong dir="auto">${name ?? key}</strong>`}
      ${key === null || name === null ? "" : html`<code>${key}</code>`}
    </h3>
    <dl class="field-changes">
      ${fields.map(
        ({ path, before, after }) =>
          html`<div>
            <dt><code>${path === "" ? say("settings.wholeEntry") : path}</code></dt>
            <dd>
              ${before === null ? "" : html`<del><span class="unseen">${say("settings.before")}: </span>${before}</del>`}
              ${after === null ? "" : html`<ins><span class="unseen">${say("settings.after")}: </span>${after}</ins>`}
            </dd>
          </div>`,
      )}
    </dl>
  </li>`;

/** What differs between two desks, entry by entry. */
export const differenceView = (changes: readonly EntryChange[], viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  if (changes.length === 0) return html`<p class="empty">${say("settings.nothingChanges")}</p>`;
  return html`<ul class="difference">
    ${changes.map((each) => change(each, say))}
  </ul>`;
};
