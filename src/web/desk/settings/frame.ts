import { html } from "hono/html";
import { sections, type Section } from "../../../desk/editing/section.ts";
import { sayIn, type Say } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import type { Markup } from "../../render/line.ts";
import { sectionTitle } from "./forms/labels.ts";
import { sectionPath } from "./forms/paths.ts";

/** The parts of the settings that the navigation leads to. Each has its page below `/desk/settings`. */
const parts = { overview: "", versions: "/versions", file: "/file" } as const;

export type SettingsPart = keyof typeof parts;

interface Place {
  readonly name: string;
  readonly path: string;
  readonly label: string;
}

/** The overview, the sections of the desk, and the other parts. */
const placesIn = (say: Say): readonly Place[] => {
  const [overview, ...others] = (Object.keys(parts) as SettingsPart[]).map((name) => ({
    name,
    path: `/desk/settings${parts[name]}`,
    label: say(`settings.${name}`),
  }));
  const ofSections = sections.map((each) => ({
    name: each.name,
    path: sectionPath(each),
    label: sectionTitle(each, say),
  }));
  return [...(overview === undefined ? [] : [overview]), ...ofSections, ...others];
};

/** Says which version was saved, on the page behind the preview. `asked`: what the address says of it. */
export const savedNotice = (asked: string | undefined, inForce: number | undefined, viewer: Viewer): Markup =>
  inForce !== undefined && Number(asked) === inForce
    ? html`<p role="status" class="notice">${sayIn(viewer.locale)("settings.savedAs", { version: inForce })}</p>`
    : html``;

/**
 * A page of the settings beside their navigation. `here` is the part or the section that is shown; null on a preview.
 */
export const settingsFrame = (here: SettingsPart | Section | null, content: Markup, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const shown = typeof here === "string" ? here : here?.name;
  return html`<div class="settings">
    <nav class="settings-nav" aria-label="${say("settings.navigation")}">
      <ul>
        ${placesIn(say).map(
          ({ name, path, label }) =>
            html`<li><a href="${path}" ${name === shown ? html` aria-current="page"` : ""}>${label}</a></li>`,
        )}
      </ul>
    </nav>
    <div class="settings-content">${content}</div>
  </div>`;
};
