import { html } from "hono/html";
import type { Desk } from "../../desk/desk.ts";
import { maxText } from "../../chat/form.ts";
import { sayIn } from "../../i18n/say.ts";
import { severities } from "../../sla/severity.ts";
import { hiddenFields, type FormSecrets } from "../render/form-fields.ts";
import type { Markup, PageContext } from "../render/line.ts";
import { areaOptions, byName, select } from "./queue-filters.ts";

/** One thing to do with all tickets that are ticked: its field, and its button. */
const choice = (what: string, fields: Markup, label: string): Markup =>
  html`<div class="bulk-choice">
    ${fields}<button class="button" type="submit" name="do" value="${what}">${label}</button>
  </div>`;

/** What can be done with several tickets at once. It stands in the form of the table, so it works without a script. */
export const bulkForm = (desk: Desk, secrets: FormSecrets, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const areas = areaOptions(desk, viewer);
  const none = say("web.choose");
  return html`<details class="bulk-bar" id="bulk-bar">
    <summary class="button">${say("web.bulk")} <span class="count" data-picked></span></summary>
    ${hiddenFields(secrets)}
    <div class="bulk-choices" role="group" aria-label="${say("web.bulk")}">
      ${choice("assign", select({ name: "person", label: say("fact.assignee"), chosen: null }, none, byName(Object.values(desk.people), viewer)), say("button.assign"))}
      ${areas.length === 0 ? "" : choice("area", select({ name: "area", label: say("fact.area"), chosen: null }, none, areas), say("button.area"))}
      ${choice(
        "severity",
        html`${select(
            { name: "severity", label: say("fact.severity"), chosen: null },
            none,
            severities.map((each) => [each, say(`severityLabel.${each}`)] as const),
          )}
          <label class="pick-one"
            ><span>${say("web.bulkReason")}</span> <input type="text" name="reason" maxlength="500" autocomplete="off"
          /></label>`,
        say("web.bulkSeverity"),
      )}
      ${choice(
        "resolve",
        html`<label class="pick-one wide"
          ><span>${say("web.bulkReply")}</span>
          <textarea name="text" rows="3" maxlength="${String(maxText)}"></textarea>
        </label>`,
        say("web.bulkResolve"),
      )}
    </div>
  </details>`;
};
