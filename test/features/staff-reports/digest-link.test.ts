import { expect, test } from "vitest";
import { weeklyDigestCard } from "../../../src/features/staff-reports/index.ts";
import { sampleDesk } from "../../support/sample-desk.ts";

test("the link of a digest names the days of its week, so that it means the same a month later", () => {
  const card = weeklyDigestCard(
    {
      period: { from: Date.parse("2026-11-22T23:00:00Z"), to: Date.parse("2026-11-29T23:00:00Z") },
      clocks: [{ clock: "firstResponse", week: { met: 1, breached: 0 }, before: { met: 0, breached: 0 } }],
      breaches: [],
      breachCount: 0,
      waiting: [],
      atRisk: [],
      scores: { good: 0, ok: 0, bad: 0 },
      comments: [],
    },
    { role: "head", plannedFor: Date.parse("2026-11-30T07:00:00Z") },
    {
      desk: sampleDesk,
      viewer: { locale: "en", timezone: "Europe/Madrid" },
      urlOf: (path) => `https://desk.example.com${path}`,
      now: Date.parse("2026-11-30T07:00:00Z"),
    },
  );
  const links = card.parts.flatMap((part) =>
    part.part === "text" ? part.lines.flat().flatMap((span) => (span.t === "link" ? [span.url] : [])) : [],
  );
  expect(links).toContain("https://desk.example.com/desk/reports?period=2026-11-23..2026-11-29");
});
