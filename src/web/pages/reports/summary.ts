import { html } from "hono/html";
import { countChange, lengthBefore, lengthText, shareChange, shareMet } from "../../../features/report/index.ts";
import { shareOf, shareText } from "../../../charts/chart.ts";
import { sayIn } from "../../../i18n/say.ts";
import { clocksBehind, ticketsBehind } from "../../../reports/behind.ts";
import { judged, timesOfFirstAnswers } from "../../../reports/make-report.ts";
import type { ScoreCounts } from "../../../reports/report.ts";
import type { Markup } from "../../render/line.ts";
import { countFigure, figure, type ReportView } from "./figures.ts";

interface Tile {
  readonly label: string;
  readonly figure: Markup;
  /** How it changed; null: there is nothing to compare with. */
  readonly change: string | null;
}

const tile = ({ label, figure: value, change }: Tile): Markup =>
  html`<div class="tile">
    <dt>${label}</dt>
    <dd class="value">${value}</dd>
    ${change === null ? "" : html`<dd class="change">${change}</dd>`}
  </div>`;

const rated = ({ good, ok, bad }: ScoreCounts): number => good + ok + bad;

/** The most important figures, each with the one of the period before. */
export const summary = (view: ReportView): Markup => {
  const { report, viewer } = view;
  const { clocks, flow, reopening, ratings, backlog } = report;
  const say = sayIn(viewer.locale);
  const text = (share: number | null): string => shareText(share, viewer.locale);
  const met = { now: shareMet(clocks.now), before: shareMet(clocks.before) };
  const first = timesOfFirstAnswers(report);
  const again = {
    now: shareOf(reopening.now.inVain, reopening.now.closed),
    before: shareOf(reopening.before.inVain, reopening.before.closed),
  };
  const good = {
    now: shareOf(ratings.scores.now.good, rated(ratings.scores.now)),
    before: shareOf(ratings.scores.before.good, rated(ratings.scores.before)),
  };
  const unresolved = backlog.reduce((sum, { open, waiting }) => sum + open + waiting, 0);
  const moment = (of: "opened" | "closed" | "closedInVain" | "rated") => ticketsBehind(report, { of, score: null });
  const breached = { now: clocks.now.breached, before: clocks.before.breached };
  const tiles: readonly Tile[] = [
    {
      label: say("report.inTime"),
      figure: figure(text(met.now), judged(clocks.now), clocksBehind(report, { choice: { outcome: "ended" } }), view),
      change: shareChange(met, viewer),
    },
    {
      label: say("report.missed"),
      figure: countFigure(breached.now, clocksBehind(report, { choice: { outcome: "breached" } }), view),
      change: countChange(breached, viewer),
    },
    {
      label: say("report.firstAnswer"),
      figure: figure(
        lengthText(first?.used.now.p50 ?? null, viewer),
        first?.ended.now ?? 0,
        clocksBehind(report, { choice: { clock: "firstResponse", outcome: "ended" }, order: "used" }),
        view,
      ),
      change: lengthBefore(first?.used.before.p50 ?? null, viewer),
    },
    {
      label: say("report.list.opened"),
      figure: countFigure(flow.total.now.opened, moment("opened"), view),
      change: countChange({ now: flow.total.now.opened, before: flow.total.before.opened }, viewer),
    },
    {
      label: say("report.list.closed"),
      figure: countFigure(flow.total.now.closed, moment("closed"), view),
      change: countChange({ now: flow.total.now.closed, before: flow.total.before.closed }, viewer),
    },
    {
      label: say("report.reopening"),
      figure: figure(text(again.now), reopening.now.inVain, moment("closedInVain"), view),
      change: shareChange(again, viewer),
    },
    {
      label: say("report.backlogNow"),
      figure: countFigure(unresolved, ticketsBehind(report, { of: "backlog", status: null, age: null }), view),
      change: null,
    },
    {
      label: `${say("report.ratings")}: ${say("rating.score.good")}`,
      figure: figure(text(good.now), rated(ratings.scores.now), moment("rated"), view),
      change: shareChange(good, viewer),
    },
  ];
  return html`<section aria-labelledby="summary">
    <h2 id="summary">${say("report.summary")}</h2>
    <dl class="tiles">${tiles.map(tile)}</dl>
  </section>`;
};
