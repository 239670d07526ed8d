import { html } from "hono/html";
import { flowPartName } from "../../../features/report/index.ts";
import { shareOf, shareText } from "../../../charts/chart.ts";
import { numberText } from "../../../i18n/languages.ts";
import { sayIn } from "../../../i18n/say.ts";
import { ticketsBehind } from "../../../reports/behind.ts";
import type { Period } from "../../../reports/period.ts";
import { backlogAges } from "../../../reports/ticket-list.ts";
import type { Markup } from "../../render/line.ts";
import { table } from "../../render/table.ts";
import { countFigure, type ReportView } from "./figures.ts";

/** How many tickets were opened, closed and opened again in each part of the period. */
export const flowTable = (view: ReportView): Markup => {
  const { report, viewer } = view;
  const { unit, parts, total } = report.flow;
  const say = sayIn(viewer.locale);
  const kinds = ["opened", "closed", "reopened"] as const;
  const cells = (counts: Readonly<Record<(typeof kinds)[number], number>>, period?: Period): readonly Markup[] =>
    kinds.map(
      (of) =>
        html`<td class="number">
          ${countFigure(counts[of], ticketsBehind(report, { of, score: null }, period), view)}
        </td>`,
    );
  return table(
    {
      label: say("report.flow"),
      heads: [say(`report.part.${unit}`), ...kinds.map((each) => say(`report.${each}`))],
      kind: "figures",
    },
    [
      ...parts.map(
        (part) =>
          html`<tr>
            <th scope="row">${flowPartName(part, report, viewer)}</th>
            ${cells(part, { from: part.from, to: part.to })}
          </tr>`,
      ),
      html`<tr class="sum">
        <th scope="row">${say("report.total")}</th>
        ${cells(total.now)}
      </tr>`,
    ],
  );
};

/** How often closed tickets were opened again. */
export const reopeningLine = (view: ReportView): Markup => {
  const { report, viewer } = view;
  const { closed, inVain } = report.reopening.now;
  const say = sayIn(viewer.locale);
  if (closed === 0) return html``;
  return html`<p>
    ${say("report.reopeningOf", {
      inVain: numberText(inVain, viewer.locale),
      closed: numberText(closed, viewer.locale),
      share: shareText(shareOf(inVain, closed), viewer.locale),
    })}
    ${countFigure(inVain, ticketsBehind(report, { of: "closedInVain", score: null }), view)}
  </p>`;
};

/** The unresolved tickets of now, by age and status. */
export const backlogTable = (view: ReportView): Markup => {
  const { report, viewer } = view;
  const say = sayIn(viewer.locale);
  const sum = (status: "open" | "waiting"): number => report.backlog.reduce((all, each) => all + each[status], 0);
  if (sum("open") + sum("waiting") === 0) return html`<p>${say("report.noBacklog")}</p>`;
  const cells = (counts: { readonly open: number; readonly waiting: number }, age: number | null): Markup => {
    const cell = (count: number, status: "open" | "waiting" | null): Markup =>
      html`<td class="number">${countFigure(count, ticketsBehind(report, { of: "backlog", status, age }), view)}</td>`;
    return html`${cell(counts.open, "open")}${cell(counts.waiting, "waiting")}${cell(counts.open + counts.waiting, null)}`;
  };
  return table(
    {
      label: say("report.backlog"),
      heads: [say("report.age"), say("status.open"), say("status.waiting"), say("report.total")],
      kind: "figures",
    },
    [
      ...backlogAges.map((_, age) => {
        const counts = report.backlog[age] ?? { open: 0, waiting: 0 };
        // There are as many sentences as ages.
        return html`<tr>
          <th scope="row">${say(`report.age.${age as 0 | 1 | 2 | 3 | 4}`)}</th>
          ${cells(counts, age)}
        </tr>`;
      }),
      html`<tr class="sum">
        <th scope="row">${say("report.total")}</th>
        ${cells({ open: sum("open"), waiting: sum("waiting") }, null)}
      </tr>`,
    ],
  );
};
