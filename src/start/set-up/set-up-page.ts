import { html } from "hono/html";
import { locales } from "../../desk/desk.ts";
import type { DeskFault } from "../../desk/findings.ts";
import { deskFaultSentence } from "../../features/desk-checks/index.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Markup } from "../../web/render/line.ts";
import type { SetUpAnswers } from "./first-desk.ts";

/** The names of languages, each in itself. */
const languages = { en: "English", es: "Español", pt: "Português (Brasil)" } as const;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly type?: "text" | "time";
  readonly required?: boolean;
}

const field = ({ name, label, hint, value, type = "text", required = true }: Field): Markup =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? "" : html`<p class="hint" id="about-${name}">${hint}</p>`}
    <input
      type="${type}"
      id="${name}"
      name="${name}"
      value="${value}"
      maxlength="100"
      ${hint === undefined ? "" : html` aria-describedby="about-${name}"`}
      ${required ? html` required` : ""}
    />
  </div>`;

const faultList = (faults: readonly DeskFault[], viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  if (faults.length === 0) return html``;
  return html`<section class="notice" role="alert">
    <h2>${say("settings.faults", { count: faults.length })}</h2>
    <ul class="sentences">
      ${faults.map((each) => html`<li>${deskFaultSentence(each, viewer.locale)}</li>`)}
    </ul>
  </section>`;
};

/** The form that sets a new desk up. `names` are the platforms that are switched on, by their keys. */
export const setUpPage = (
  path: string,
  {
    answers,
    faults,
    names,
  }: {
    readonly answers: SetUpAnswers;
    readonly faults: readonly DeskFault[];
    readonly names: Readonly<Record<string, string>>;
  },
  viewer: Viewer,
): Markup => {
  const say = sayIn(viewer.locale);
  return html`<h1>${say("setUp.title")}</h1>
    <p>${say("setUp.about")}</p>
    ${faultList(faults, viewer)}
    <form method="post" action="${path}" class="desk-form">
      ${field({ name: "desk", label: say("setUp.desk"), hint: say("setUp.deskHint"), value: answers.desk })}
      <div class="field">
        <label for="locale">${say("setUp.locale")}</label>
        <select id="locale" name="locale">
          ${locales.map(
            (each) =>
              html`<option value="${each}" ${each === answers.locale ? html` selected` : ""}>
                ${languages[each]}
              </option>`,
          )}
        </select>
      </div>
      ${field({ name: "timezone", label: say("setUp.timezone"), hint: "Europe/Madrid", value: answers.timezone })}
      ${field({ name: "opens", label: say("setUp.opens"), value: answers.opens, type: "time" })}
      ${field({ name: "closes", label: say("setUp.closes"), value: answers.closes, type: "time" })}
      ${field({ name: "name", label: say("setUp.name"), hint: say("setUp.nameHint"), value: answers.name })}
      ${Object.entries(names).map(
        ([key, platform]) => html`
          ${field({
            name: `person.${key}`,
            label: say("setUp.personId", { platform }),
            hint: say("setUp.personIdHint"),
            value: answers.ids[key]?.person ?? "",
            required: false,
          })}
          ${field({
            name: `triage.${key}`,
            label: say("setUp.triage", { platform }),
            hint: say("setUp.triageHint"),
            value: answers.ids[key]?.triage ?? "",
            required: false,
          })}
        `,
      )}
      <div class="row"><button class="button primary" type="submit">${say("setUp.submit")}</button></div>
    </form>`;
};

/** The page after the set-up. Plazo needs some seconds before it answers the link. */
export const startingPage = (link: string, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<h1>${say("setUp.done")}</h1>
    <p role="status">${say("setUp.starting")}</p>
    <p><a class="button primary" href="${link}">${say("setUp.open")}</a></p>`;
};
