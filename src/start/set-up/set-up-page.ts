import { html } from "hono/html";
import { locales } from "../../desk/desk.ts";
import type { DeskFault } from "../../desk/findings.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Markup } from "../../web/render/line.ts";
import type { SetUpAnswers } from "./first-desk.ts";
import { setUpFaults, type FieldFaults, type SetUpFaults } from "./set-up-faults.ts";

/** The names of languages, each in itself. */
const languages = { en: "English", es: "Español", pt: "Português (Brasil)" } as const;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly type?: "text" | "time";
  readonly required?: boolean;
  /** The id of a list that the browser offers. */
  readonly list?: string;
}

const field = (
  { name, label, hint, value, type = "text", required = true, list }: Field,
  faults: FieldFaults,
): Markup => {
  const wrong = faults[name] ?? [];
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      type="${type}"
      id="${name}"
      name="${name}"
      value="${value}"
      maxlength="100"
      aria-describedby="about-${name}"
      aria-invalid="${String(wrong.length > 0)}"
      ${list === undefined ? "" : html` list="${list}"`}
      ${required ? html` required` : ""}
    />
    <div id="about-${name}" class="about">
      ${hint === undefined ? "" : html`<p class="hint">${hint}</p>`}
      ${wrong.map((each) => html`<p class="error">${each}</p>`)}
    </div>
  </div>`;
};

/** What is wrong with the whole, with links to the fields. */
const summary = ({ fields, elsewhere }: SetUpFaults, say: Say): Markup => {
  const wrong = Object.entries(fields).flatMap(([name, texts]) => texts.map((text) => ({ name, text })));
  const count = wrong.length + elsewhere.length;
  if (count === 0) return html``;
  return html`<div class="panel wrong" role="alert">
    <p class="error">${say("forms.wrong", { count })}</p>
    <ul class="sentences">
      ${wrong.map(({ name, text }) => html`<li><a href="#${name}">${text}</a></li>`)}
      ${elsewhere.map((each) => html`<li>${each}</li>`)}
    </ul>
  </div>`;
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
  const found = setUpFaults(faults, { answers, names, viewer });
  const draw = (each: Field): Markup => field(each, found.fields);
  return html`<h1>${say("setUp.title")}</h1>
    <p>${say("setUp.about")}</p>
    ${summary(found, say)}
    <form method="post" action="${path}" class="desk-form">
      ${draw({ name: "desk", label: say("setUp.desk"), hint: say("setUp.deskHint"), value: answers.desk })}
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
      ${draw({
        name: "timezone",
        label: say("setUp.timezone"),
        hint: say("setUp.timezoneHint"),
        value: answers.timezone,
        list: "zones",
      })}
      <datalist id="zones">
        ${Intl.supportedValuesOf("timeZone").map((zone) => html`<option value="${zone}"></option>`)}
      </datalist>
      ${draw({ name: "opens", label: say("setUp.opens"), value: answers.opens, type: "time" })}
      ${draw({ name: "closes", label: say("setUp.closes"), value: answers.closes, type: "time" })}
      ${draw({ name: "name", label: say("setUp.name"), hint: say("setUp.nameHint"), value: answers.name })}
      ${Object.entries(names).map(
        ([key, platform]) => html`
          ${draw({
            name: `person.${key}`,
            label: say("setUp.personId", { platform }),
            hint: say("setUp.personIdHint"),
            value: answers.ids[key]?.person ?? "",
            required: false,
          })}
          ${draw({
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
