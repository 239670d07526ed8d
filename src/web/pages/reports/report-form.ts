import { html } from "hono/html";
import { scopeName } from "../../../features/report/index.ts";
import type { Desk } from "../../../desk/desk.ts";
import { sayIn, type Say } from "../../../i18n/say.ts";
import type { Viewer } from "../../../i18n/viewer.ts";
import { without, type ReportScope } from "../../../reports/scope.ts";
import type { ReportAddress } from "../../desk/reports/report-address.ts";
import type { Markup } from "../../render/line.ts";
import { areaOptions, byName, select } from "../queue-filters.ts";

/** The periods that the form offers. The address takes others too, such as `2026-Q3`. */
const offered = ["thisWeek", "lastWeek", "thisMonth", "lastMonth", "thisQuarter", "lastQuarter", "thisYear"] as const;
const wordsOf = (name: (typeof offered)[number]): string =>
  name.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`);

type Option = readonly [value: string, label: string];

const periodSelect = (words: string, say: Say): Markup => {
  const periods = offered.map((each): Option => [wordsOf(each), say(`report.${each}`)]);
  const other: readonly Option[] = periods.some(([each]) => each === words) ? [] : [[words, words]];
  return html`<label class="pick-one"
    ><span>${say("report.period")}</span>
    <select name="period">
      ${[...other, ...periods].map(
        ([value, label]) => html`<option value="${value}" ${value === words ? html` selected` : ""}>${label}</option>`,
      )}
    </select></label
  >`;
};

/** The form that chooses the period and the part of the desk. Its address can be shared. */
export const reportForm = (
  { words, scope }: Pick<ReportAddress, "words" | "scope">,
  { desk, viewer }: { readonly desk: Desk; readonly viewer: Viewer },
): Markup => {
  const say = sayIn(viewer.locale);
  const one = (name: keyof ReportScope, options: readonly Option[]): Markup => {
    const chosen = scope[name];
    const none: Option = [without, scopeName(name, null, { desk, viewer })];
    const all = [...options, none];
    // What the desk no longer has, but the address names.
    const former: readonly Option[] =
      chosen === null || all.some(([value]) => value === chosen)
        ? []
        : [[chosen, scopeName(name, chosen, { desk, viewer })]];
    return select({ name, label: say(`report.${name}`), chosen }, say("web.any"), [...all, ...former]);
  };
  const people = Object.values(desk.people);
  const managers = new Set(Object.values(desk.accounts).map(({ manager }) => manager));
  return html`<form method="get" action="/desk/reports" class="filters" aria-label="${say("report.title")}">
    ${periodSelect(words, say)} ${one("account", byName(Object.values(desk.accounts), viewer))}
    ${Object.keys(desk.areas).length === 0 && scope.area === null ? "" : one("area", areaOptions(desk, viewer))}
    ${one(
      "manager",
      byName(
        people.filter(({ key }) => managers.has(key)),
        viewer,
      ),
    )}
    ${one("agent", byName(people, viewer))}
    <button class="button primary" type="submit">${say("report.show")}</button>
  </form>`;
};
