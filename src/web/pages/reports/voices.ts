import { html } from "hono/html";
import { countChange, scopeName } from "../../../features/report/index.ts";
import { oneLine } from "../../../i18n/excerpt.ts";
import { numberText } from "../../../i18n/languages.ts";
import { datedMomentText } from "../../../i18n/moment-text.ts";
import { sayIn } from "../../../i18n/say.ts";
import { ticketsBehind } from "../../../reports/behind.ts";
import { scores } from "../../../tickets/ticket-records.ts";
import { ticketName } from "../../../tickets/ticket.ts";
import type { Markup } from "../../render/line.ts";
import { table } from "../../render/table.ts";
import { countFigure, type ReportView } from "./figures.ts";

const titleShown = 80;

/** How customers rated the support, with their newest comments. */
export const ratingsPart = (view: ReportView): Markup => {
  const { report, viewer } = view;
  const say = sayIn(viewer.locale);
  const { scores: counts, comments } = report.ratings;
  const given = scores.reduce((sum, score) => sum + counts.now[score], 0);
  if (given === 0) return html`<p>${say("report.noRatings")}</p>`;
  return html`${table(
    {
      label: say("report.ratings"),
      heads: [say("report.score"), say("report.ratings"), say("report.change")],
      kind: "figures",
    },
    scores.map(
      (score) =>
        html`<tr>
          <th scope="row">${say(`rating.score.${score}`)}</th>
          <td class="number">${countFigure(counts.now[score], ticketsBehind(report, { of: "rated", score }), view)}</td>
          <td class="number change">
            ${countChange({ now: counts.now[score], before: counts.before[score] }, viewer)}
          </td>
        </tr>`,
    ),
  )}
  ${
    comments.length === 0
      ? ""
      : html`<h3>${say("report.comments")}</h3>
          <ul class="comments">
            ${comments.map(
              (each) =>
                html`<li>
                  <p class="about">
                    <strong>${say(`rating.score.${each.score}`)}</strong>
                    <a href="/desk/tickets/${each.ticket}" dir="auto"
                      >${ticketName(each.ticket)} · ${oneLine(each.title, titleShown)}</a
                    >
                    <span dir="auto">${scopeName("account", each.account, view)}</span>
                    <span>${datedMomentText(each.at, viewer)}</span>
                  </p>
                  <blockquote dir="auto">${each.comment}</blockquote>
                </li>`,
            )}
          </ul>`
  }`;
};

/** Only pages of the web are opened: an address that the desk file names may be anything. */
const articleLink = (url: string): Markup =>
  /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noreferrer">${url}</a>` : html`${url}`;

/** The articles that were shown before tickets, and those that solved problems without one. */
export const articlesPart = (view: ReportView): Markup => {
  const { report, viewer } = view;
  const say = sayIn(viewer.locale);
  const { shown, solved } = report.articles;
  return html`<h3>${say("report.articlesShown")}</h3>
    ${
      shown.length === 0
        ? html`<p>${say("report.noArticles")}</p>`
        : table(
            {
              label: say("report.articlesShown"),
              heads: [say("report.article"), say("report.tickets")],
              kind: "figures",
            },
            shown.map(
              ({ title, tickets }) =>
                html`<tr>
                  <th scope="row" dir="auto">${title}</th>
                  <td class="number">
                    ${countFigure(tickets, ticketsBehind(report, { of: "articles", title }), view)}
                  </td>
                </tr>`,
            ),
          )
    }
    ${
      solved.length === 0
        ? ""
        : html`<h3>${say("report.articlesSolved")}</h3>
            <p>${say("report.articlesSolvedAbout")}</p>
            ${table(
              {
                label: say("report.articlesSolved"),
                heads: [say("report.article"), say("report.timesSolved"), say("report.lastTime")],
                kind: "figures",
              },
              solved.map(
                ({ url, times, lastAt }) =>
                  html`<tr>
                    <th scope="row" dir="auto">${articleLink(url)}</th>
                    <td class="number">${numberText(times, viewer.locale)}</td>
                    <td>${datedMomentText(lastAt, viewer)}</td>
                  </tr>`,
              ),
            )}`
    }`;
};
