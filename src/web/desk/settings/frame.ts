import { html } from "hono/html";
import { sayIn } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import type { Markup } from "../../render/line.ts";

/** The parts of the settings that the navigation leads to. Each has its page below `/desk/settings`. */
const parts = { overview: "", versions: "/versions", file: "/file" } as const;

export type SettingsPart = keyof typeof parts;

/** A page of the settings beside their navigation. `here` is the part that is shown; null on a preview. */
export const settingsFrame = (here: SettingsPart | null, content: Markup, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<div class="settings">
    <nav class="settings-nav" aria-label="${say("settings.navigation")}">
      <ul>
        ${(Object.keys(parts) as SettingsPart[]).map(
          (part) =>
            html`<li>
              <a href="/desk/settings${parts[part]}" ${part === here ? html` aria-current="page"` : ""}
                >${say(`settings.${part}`)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    <div class="settings-content">${content}</div>
  </div>`;
};
