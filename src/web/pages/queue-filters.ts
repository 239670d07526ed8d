import { html } from "hono/html";
import type { Desk } from "../../desk/desk.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { allClockKinds } from "../../sla/clock-kinds.ts";
import { severities } from "../../sla/severity.ts";
import { noFilter, type QueueFilter } from "../../db/queue/queue-view.ts";
import { queuePath, type QueueAddress } from "../desk/queue-address.ts";
import type { Markup, PageContext } from "../render/line.ts";

type Option = readonly [value: string, label: string];

/** Names in the order of the viewer's language. */
export const byName = (
  things: readonly { readonly key: string; readonly name: string }[],
  { locale }: Viewer,
): readonly Option[] =>
  things
    .toSorted((one, other) => one.name.localeCompare(other.name, locale))
    .map(({ key, name }) => [key, name] as const);

/** The areas of the desk with their titles. */
export const areaOptions = ({ areas }: Desk, { locale }: Viewer): readonly Option[] =>
  Object.values(areas).map(({ key, title }) => [key, title[locale]] as const);

/** A select whose first option is empty. */
export const select = (
  { name, label, chosen }: { readonly name: string; readonly label: string; readonly chosen: string | null },
  first: string,
  options: readonly Option[],
): Markup =>
  html`<label class="pick-one"
    ><span>${label}</span>
    <select name="${name}">
      <option value="">${first}</option>
      ${options.map(
        ([value, text]) => html`<option value="${value}" ${value === chosen ? html` selected` : ""}>${text}</option>`,
      )}
    </select></label
  >`;

const selectsOf = (filter: QueueFilter, desk: Desk, viewer: Viewer, say: Say): readonly Markup[] => {
  const any = say("web.any");
  const one = (name: keyof QueueFilter, label: string, options: readonly Option[]): readonly Markup[] =>
    options.length === 0 ? [] : [select({ name, label, chosen: filter[name] }, any, options)];
  return [
    ...one("account", say("fact.account"), byName(Object.values(desk.accounts), viewer)),
    ...one(
      "severity",
      say("fact.severity"),
      severities.map((each) => [each, say(`severityLabel.${each}`)] as const),
    ),
    ...one("area", say("fact.area"), areaOptions(desk, viewer)),
    ...one("assignee", say("fact.assignee"), byName(Object.values(desk.people), viewer)),
    ...one(
      "status",
      say("fact.status"),
      (["open", "waiting"] as const).map((each) => [each, say(`status.${each}`)] as const),
    ),
    ...one(
      "clock",
      say("web.clock"),
      allClockKinds.map((each) => [each, say(`clock.${each}`)] as const),
    ),
  ];
};

/** What narrows the list, as a form whose address can be shared. */
export const filterForm = (address: QueueAddress, desk: Desk, { viewer }: PageContext): Markup => {
  const say = sayIn(viewer.locale);
  const { tab, filter, words } = address;
  const set = Object.values(filter).filter((each) => each !== null).length;
  return html`<details class="narrow" ${set > 0 ? html` open` : ""}>
    <summary class="button">
      ${say("web.narrow")}${set > 0 ? html` <span class="count">${String(set)}</span>` : ""}
    </summary>
    <form method="get" action="/desk" class="filters" aria-label="${say("web.narrow")}">
      ${tab === "open" ? "" : html`<input type="hidden" name="tab" value="${tab}" />`}
      ${words === "" ? "" : html`<input type="hidden" name="q" value="${words}" />`}
      ${selectsOf(filter, desk, viewer, say)}
      <div class="row">
        <button class="button primary" type="submit">${say("web.filter")}</button>
        ${set > 0 ? html`<a class="button" href="${queuePath({ tab, words, filter: noFilter })}">${say("web.clear")}</a>` : ""}
      </div>
    </form>
  </details>`;
};
