import { html } from "hono/html";
import { drawDocumentChart } from "../../documents/document-chart.ts";
import {
  cellText,
  toneOf,
  type DocumentCell,
  type DocumentColumn,
  type DocumentPart,
  type DocumentTable,
  type PrintedDocument,
} from "../../documents/document.ts";
import type { ChartTheme } from "../../charts/chart.ts";
import { languageTag } from "../../i18n/languages.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { chartFigure } from "./chart.ts";
import type { Markup } from "./line.ts";
import { table } from "./table.ts";

/** Where a document is shown. */
export interface DocumentPlace {
  /** `page`: within a page of the desk, whose colours it takes. `light`: on its own. */
  readonly theme: ChartTheme;
  /** The path of a ticket; null: tickets are names without a link. */
  readonly linkTo: ((ticket: number) => string) | null;
}

const chartWidth = 800;

const cellMarkup = (cell: DocumentCell, { linkTo }: DocumentPlace): Markup => {
  const text = cellText(cell, ticketName);
  if (typeof cell === "object" && "ticket" in cell && linkTo !== null)
    return html`<a href="${linkTo(cell.ticket)}">${text}</a>`;
  const tone = toneOf(cell);
  return tone === "plain" ? html`${text}` : html`<span class="tone-${tone}">${text}</span>`;
};

const rowMarkup = (
  cells: readonly DocumentCell[],
  columns: readonly DocumentColumn[],
  place: DocumentPlace,
  kind: "" | "sum",
): Markup =>
  html`<tr${kind === "" ? "" : html` class="sum"`}>
    ${columns.map(({ align }, at) => {
      const content = cellMarkup(cells[at] ?? "", place);
      return at === 0
        ? html`<th scope="row" dir="auto">${content}</th>`
        : html`<td dir="auto" ${align === "end" ? html` class="end"` : ""}>${content}</td>`;
    })}
  </tr>`;

const tableMarkup = ({ label, columns, rows, sum }: DocumentTable, place: DocumentPlace): Markup =>
  table(
    {
      label,
      kind: "figures",
      heads: columns.map((column) =>
        column.align === "end" ? html`<span class="end">${column.label}</span>` : column.label,
      ),
    },
    [
      ...rows.map((cells) => rowMarkup(cells, columns, place, "")),
      ...(sum === null ? [] : [rowMarkup(sum, columns, place, "sum")]),
    ],
  );

const partMarkup = async (part: DocumentPart, document: PrintedDocument, place: DocumentPlace): Promise<Markup> => {
  switch (part.part) {
    case "heading":
      return part.level === 2 ? html`<h2>${part.text}</h2>` : html`<h3>${part.text}</h3>`;
    case "paragraph":
      return html`<p dir="auto" class="tone-${part.tone}">${part.text}</p>`;
    case "note":
      return html`<p dir="auto" class="fine-print">${part.text}</p>`;
    case "list":
      return html`<ul>
        ${part.items.map((item) => html`<li dir="auto">${item}</li>`)}
      </ul>`;
    case "table":
      return tableMarkup(part, place);
    case "chart": {
      const viewer = { locale: document.locale, timezone: document.timezone };
      const chart = await drawDocumentChart(part.chart, { viewer, theme: place.theme, width: chartWidth });
      const shown = part.hasTable ? chart : { ...chart, table: { head: [], rows: [] } };
      return chartFigure(shown, viewer);
    }
  }
};

/** A document as a part of a page, in the document's own language. */
export const documentMarkup = async (document: PrintedDocument, place: DocumentPlace): Promise<Markup> => {
  const parts: Markup[] = [];
  for (const part of document.parts) parts.push(await partMarkup(part, document, place));
  return html`<article class="printed" lang="${languageTag[document.locale]}">
    <h1 dir="auto">${document.title}</h1>
    <dl>
      ${document.facts.map(
        ({ label, value }) =>
          html`<div>
            <dt>${label}</dt>
            <dd dir="auto">${value}</dd>
          </div>`,
      )}
    </dl>
    ${parts}
    <footer class="fine-print" dir="auto">${document.foot}</footer>
  </article>`;
};
