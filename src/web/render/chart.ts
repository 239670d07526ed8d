import { html, raw } from "hono/html";
import type { Chart } from "../../charts/chart.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Markup } from "./line.ts";

/**
 * A chart of the theme `page` with its figures in a table that opens on demand. The SVG stands in the page itself: it has
 * no style, which the content policy forbids, and its colours are the variables of the page.
 */
export const chartFigure = ({ svg, title, table }: Chart, viewer: Viewer): Markup => {
  const say = sayIn(viewer.locale);
  return html`<figure class="chart">
    <div class="chart-area" role="group" aria-label="${title}" tabindex="0">${raw(svg)}</div>
    ${
      table.rows.length === 0
        ? ""
        : html`<details>
            <summary class="button">${say("chart.asTable")}</summary>
            <div class="chart-area" role="group" aria-label="${say("chart.tableOf", { title })}" tabindex="0">
              <table>
                <caption class="unseen">
                  ${title}
                </caption>
                <thead>
                  <tr>
                    ${table.head.map((cell) => html`<th scope="col" dir="auto">${cell}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${table.rows.map(
                    ([name = "", ...cells]) =>
                      html`<tr>
                        <th scope="row" dir="auto">${name}</th>
                        ${cells.map((cell) => html`<td>${cell}</td>`)}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
          </details>`
    }
  </figure>`;
};
