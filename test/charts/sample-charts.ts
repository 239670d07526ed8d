import { attainmentChart } from "../../src/charts/attainment.ts";
import type { Chart, ChartLook, ChartTheme } from "../../src/charts/chart.ts";
import { distributionChart } from "../../src/charts/distribution.ts";
import { durationCounts } from "../../src/reports/duration-edges.ts";
import { hourChart } from "../../src/charts/hours.ts";
import { chartOverTime } from "../../src/charts/over-time.ts";
import type { Locale } from "../../src/desk/desk.ts";
import { day, minute } from "../../src/sla/instant.ts";

export const lookOf = (theme: ChartTheme, locale: Locale = "en", width = 640): ChartLook => ({
  viewer: { locale, timezone: "Europe/Madrid" },
  theme,
  width,
});

/** Names that a customer could give, to break the picture, the page or the reader. */
export const hostileNames = [
  `<script>alert(1)</script>`,
  `"/><image href="https://evil.example/x.png"/>`,
  `' onload='alert(1)`,
  `]]><!-- &amp; &#x3c;`,
  `{a|rich} {b} {{name}} $t(chart.total)`,
  `url(https://evil.example) ; fill: red`,
  "x".repeat(5_000),
  "مرحبا‮evil‬ שלום",
  "🚨👨‍👩‍👧‍👦 emoji",
  "a\u0000b\u0008c\ud800d\uffff",
  "",
  "line\nline\r\nline",
] as const;

const weeks = Array.from({ length: 12 }, (_, at) => Date.UTC(2026, 7, 3) + at * 7 * day);

/** One chart of every kind, with a name in each place where a chart has one. */
export const everyChart = async (look: ChartLook, name = "Acme"): Promise<readonly Chart[]> => {
  const hours = Array.from({ length: 7 }, (_, at) => Array.from({ length: 24 }, (_each, hour) => (at * hour * 7) % 50));
  const names = [name, `${name} `, "Third"];
  const series = names.map((each, at) => ({ name: each, values: weeks.map((_, week) => (week * (at + 3)) % 11) }));
  const durations = Array.from({ length: 300 }, (_, at) => minute * (1 + ((at * 37) % 400)));
  return Promise.all([
    attainmentChart(
      {
        title: name,
        head: name,
        rows: [
          { label: name, met: 48, breached: 2, goal: 0.95 },
          { label: "Other", met: 3, breached: 3, goal: null },
          { label: "None", met: 0, breached: 0, goal: 0.9 },
        ],
      },
      look,
    ),
    chartOverTime(
      { title: name, unit: "week", starts: weeks, shape: "bars", measure: "count", series, goal: null },
      look,
    ),
    chartOverTime(
      {
        title: name,
        unit: "month",
        starts: weeks,
        shape: "lines",
        measure: "share",
        series: series.map((each) => ({
          ...each,
          values: each.values.map((value) => (value === 3 ? null : value / 11)),
        })),
        goal: 0.9,
      },
      look,
    ),
    distributionChart(
      {
        title: name,
        counts: durationCounts(durations),
        percentiles: { p50: 200 * minute, p90: 361 * minute, p95: 380 * minute },
      },
      look,
    ),
    hourChart({ title: name, measure: "count", values: hours }, look),
    hourChart(
      {
        title: name,
        measure: "share",
        values: hours.map((each) => each.map((value) => (value === 0 ? null : value / 50))),
      },
      look,
    ),
  ]);
};
