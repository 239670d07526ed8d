import { html } from "hono/html";
import { platformName } from "../../../../i18n/directory.ts";
import { sayIn } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import { fieldName } from "../../../../desk/editing/field.ts";
import { idOf, type UserRef } from "../../../../tickets/refs.ts";
import type { Markup } from "../../../render/line.ts";
import { findPrefix, inputName, searchedPrefix, type Finding, type ShownField } from "./shown-field.ts";

/** Whether several may be picked; a field for one person's id or one channel takes one. */
const takesMany = ({ field: { kind } }: ShownField): boolean => kind.is === "channels" || kind.is === "users";

const valueOf = ({ field: { kind } }: ShownField, ref: UserRef): string => (kind.is === "platformId" ? idOf(ref) : ref);

const results = (shown: ShownField, { words, found, more, away }: Finding, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const many = takesMany(shown);
  const ticked = shown.parts[many ? "" : ".found"] ?? [];
  const known = many ? [...ticked, ...(shown.before[""] ?? [])] : [];
  const offered = found.filter(({ ref }) => !known.includes(ref));
  const list = html`<fieldset class="found">
    <legend>${say(many ? "forms.found" : "forms.foundOne")}</legend>
    ${offered.map(
      ({ ref, name, hasBot }) =>
        html`<label class="choice"
          ><input
            type="${many ? "checkbox" : "radio"}"
            name="${inputName(shown, many ? "" : ".found")}"
            value="${valueOf(shown, ref)}"
          />
          <span dir="auto">${name}</span>
          <span class="faint">${ref}</span>
          ${hasBot === false ? html`<span class="faint">${say("forms.botNotIn")}</span>` : ""}</label
        >`,
    )}
  </fieldset>`;
  return html`<div role="status" class="finding">
    ${away.map(
      ({ platform, why }) =>
        html`<p class="hint">${say("forms.platformAway", { platform: platformName(platform), code: why })}</p>`,
    )}
    ${offered.length > 0 ? list : away.length > 0 ? "" : html`<p class="hint">${say("forms.foundNothing", { words })}</p>`}
    ${more ? html`<p class="hint">${say("forms.foundMore")}</p>` : ""}
  </div>`;
};

/** A search in the platforms' own lists, and what it found. Its button sends the whole form, so that nothing typed is lost. */
export const finder = (shown: ShownField, viewer: Viewer): Markup => {
  if (!shown.isListed) return html``;
  const say = sayIn(viewer.locale);
  const name = `${findPrefix}${fieldName(shown.field)}`;
  const label =
    shown.field.kind.is === "users" || shown.field.kind.is === "platformId" ? "forms.findPeople" : "forms.findChannels";
  return html`<div class="finder">
    <label for="${name}" class="part-label">${say(label)}</label>
    <div class="row">
      <input
        type="text"
        id="${name}"
        name="${name}"
        value="${shown.finding?.words ?? ""}"
        maxlength="80"
        autocomplete="off"
      />
      <input type="hidden" name="${searchedPrefix}${fieldName(shown.field)}" value="${shown.finding?.words ?? ""}" />
      <button class="button" type="submit" name="do" value="find:${fieldName(shown.field)}">
        ${say("forms.find")}
      </button>
    </div>
    ${shown.finding === null ? "" : results(shown, shown.finding, viewer)}
  </div>`;
};
