import { html } from "hono/html";
import type { Desk } from "../../../../desk/desk.ts";
import { languageTag, numberText } from "../../../../i18n/languages.ts";
import { datedMomentText } from "../../../../i18n/moment-text.ts";
import { sayIn } from "../../../../i18n/say.ts";
import type { Viewer } from "../../../../i18n/viewer.ts";
import type { Severity } from "../../../../sla/severity.ts";
import { rehearsedOutcomes, type ClockResult } from "../../../../tickets/rehearsal/rehearsal.ts";
import type { Flip, Rehearsal, RehearsalRow } from "../../../../tickets/rehearsal/tally.ts";
import { ticketName } from "../../../../tickets/ticket.ts";
import type { Markup } from "../../../render/line.ts";
import { table } from "../../../render/table.ts";

/** So many lines and clocks are listed. The command line lists more. */
const mostRows = 200;
const mostFlips = 50;

/** The desks whose names the page shows: an account that the draft removes has its name in the desk in force. */
export interface NamingDesks {
  readonly draft: Desk;
  readonly inForce: Desk;
}

const accountName = (key: string | null, { draft, inForce }: NamingDesks, viewer: Viewer): string => {
  if (key === null) return sayIn(viewer.locale)("triage.accountUnknown");
  const found = [draft, inForce].find(({ accounts }) => Object.hasOwn(accounts, key));
  return found?.accounts[key]?.name ?? key;
};

const severityName = (severity: Severity | null, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  return severity === null ? say("kind.consulting") : say(`severityLabel.${severity}`);
};

const isChanged = ({ before, after, added, gone }: RehearsalRow): boolean =>
  added > 0 || gone > 0 || rehearsedOutcomes.some((each) => before[each] !== after[each]);

type Figures = Pick<RehearsalRow, "before" | "after" | "added" | "gone">;

const noFigures: Figures = {
  before: { met: 0, breached: 0, cancelled: 0, running: 0 },
  after: { met: 0, breached: 0, cancelled: 0, running: 0 },
  added: 0,
  gone: 0,
};

const sumOf = (rows: readonly RehearsalRow[]): Figures =>
  rows.reduce((sum: Figures, row) => {
    const both = (which: "before" | "after"): RehearsalRow["before"] => ({
      met: sum[which].met + row[which].met,
      breached: sum[which].breached + row[which].breached,
      cancelled: sum[which].cancelled + row[which].cancelled,
      running: sum[which].running + row[which].running,
    });
    return {
      before: both("before"),
      after: both("after"),
      added: sum.added + row.added,
      gone: sum.gone + row.gone,
    };
  }, noFigures);

/** The cells of a line: "48 → 45", or one number where nothing changes. */
const figureCells = ({ before, after, added, gone }: Figures, viewer: Viewer): readonly Markup[] => {
  const say = sayIn(viewer.locale);
  const number = (count: number): string => numberText(count, viewer.locale);
  const change = (one: number, other: number): Markup =>
    one === other
      ? html`<td>${number(one)}</td>`
      : html`<td>
          <strong>${say("rehearsal.change", { before: number(one), after: number(other) })}</strong>
        </td>`;
  return [
    ...rehearsedOutcomes.map((each) => change(before[each], after[each])),
    html`<td>${number(added)}</td>`,
    html`<td>${number(gone)}</td>`,
  ];
};

const rowsTable = (rows: readonly RehearsalRow[], desks: NamingDesks, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const byName = new Intl.Collator(languageTag[viewer.locale], { numeric: true });
  const nameOf = ({ account }: RehearsalRow): string => accountName(account, desks, viewer);
  const changed = rows.filter(isChanged).toSorted((one, other) => byName.compare(nameOf(one), nameOf(other)));
  const heads = ["account", "severity", "clock", ...rehearsedOutcomes, "added", "gone"] as const;
  return html`<p class="hint">${say("rehearsal.outcomesAbout")}</p>
    ${table(
      { label: say("rehearsal.outcomes"), kind: "rehearsed", heads: heads.map((each) => say(`rehearsal.${each}`)) },
      [
        html`<tr>
          <th scope="row" colspan="3">${say("rehearsal.all")}</th>
          ${figureCells(sumOf(rows), viewer)}
        </tr>`,
        ...changed.slice(0, mostRows).map(
          (row) =>
            html`<tr>
              <th scope="row" dir="auto">${nameOf(row)}</th>
              <td>${severityName(row.severity, viewer)}</td>
              <td>${say(`clock.${row.clock}`)}</td>
              ${figureCells(row, viewer)}
            </tr>`,
        ),
      ],
    )}
    ${changed.length === 0 ? html`<p>${say("rehearsal.sameOutcomes")}</p>` : ""}
    ${changed.length > mostRows ? html`<p class="hint">${say("rehearsal.moreRows", { count: mostRows })}</p>` : ""}`;
};

/** What would have been met and missed instead, for each account, severity and clock that changes. */
export const outcomesView = (rows: readonly RehearsalRow[], desks: NamingDesks, viewer: Viewer): Markup =>
  html`<section class="panel">
    <h2>${sayIn(viewer.locale)("rehearsal.outcomes")}</h2>
    ${rowsTable(rows, desks, viewer)}
  </section>`;

const flipRow = (flip: Flip, desks: NamingDesks, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  const result = ({ outcome, due }: ClockResult): string =>
    say("rehearsal.result", { outcome: say(`rehearsal.${outcome}`), due: datedMomentText(due, viewer) });
  return html`<tr>
    <th scope="row"><a href="/desk/tickets/${String(flip.ticket)}">${ticketName(flip.ticket)}</a></th>
    <td dir="auto">${accountName(flip.account, desks, viewer)}</td>
    <td>${severityName(flip.severity, viewer)}</td>
    <td>${say(`clock.${flip.clock}`)}</td>
    <td>${result(flip.before)}</td>
    <td>${result(flip.after)}</td>
  </tr>`;
};

/** The clocks that would have another outcome, each with its ticket. Empty if there is none. */
export const flipsView = ({ flipped, flips }: Rehearsal, desks: NamingDesks, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  if (flipped === 0) return html``;
  const title = say("rehearsal.flips", { count: flipped, number: numberText(flipped, viewer.locale) });
  const heads = ["ticket", "account", "severity", "clock", "happened", "instead"] as const;
  return html`<section class="panel">
    <h2>${title}</h2>
    ${table(
      { label: title, heads: heads.map((each) => say(`rehearsal.${each}`)) },
      flips.slice(0, mostFlips).map((flip) => flipRow(flip, desks, viewer)),
    )}
    ${flipped > mostFlips ? html`<p class="hint">${say("rehearsal.moreFlips", { count: mostFlips })}</p>` : ""}
  </section>`;
};
