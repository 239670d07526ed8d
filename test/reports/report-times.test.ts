import { expect, test } from "vitest";
import type { Desk, Person } from "../../src/desk/desk.ts";
import { recipientsOf } from "../../src/reports/recipients.ts";
import { dueReport, periodOf, planReportTimes, type TimedReport } from "../../src/reports/report-times.ts";
import { isWorkingDay } from "../../src/sla/calendar.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const at = (text: string): number => Date.parse(text);
const iso = (when: number | undefined): string => new Date(when ?? 0).toISOString().slice(0, 16);

/** The sample desk with its usual reports, where Eva (head) reads as given. */
const deskWith = (eva: Partial<Person> = {}, reports: Partial<Desk["reports"]> = {}): Desk => ({
  ...sampleDesk,
  reports: { weekly: { day: "mon", minute: 480 }, statements: 480, alerts: true, ...reports },
  people: { ...sampleDesk.people, eva: { ...(sampleDesk.people["eva"] as Person), ...eva } },
});

const timeOf = (desk: Desk, report: TimedReport, now: number, period?: string) =>
  planReportTimes(period === undefined ? [] : [{ person: "eva", report, period, at: 0 }], desk, now).find(
    (each) => each.person === "eva" && each.report === report,
  );

/** When Eva's next digest comes, as seen on a Thursday of the year. */
const nextDigest = (desk: Desk, now: string): string => iso(timeOf(desk, "weekly", at(now))?.at);

test("the digest comes at the desk's time on the clock of the person's wall, in summer as in winter", () => {
  expect(nextDigest(deskWith(), "2026-03-26T12:00Z")).toBe("2026-03-30T06:00");
  expect(nextDigest(deskWith(), "2026-10-22T12:00Z")).toBe("2026-10-26T07:00");
  expect(nextDigest(deskWith({ timezone: "Pacific/Auckland" }), "2026-11-26T12:00Z")).toBe("2026-11-29T19:00");
  expect(nextDigest(deskWith({ timezone: "America/Sao_Paulo" }), "2026-11-26T12:00Z")).toBe("2026-11-30T11:00");
});

test("a week is from Monday to Monday in a zone, an hour shorter or longer where the clocks change", () => {
  const hours = (period: string): number => {
    const { from, to } = periodOf("weekly", period, "Europe/Madrid");
    return (to - from) / 3_600_000;
  };
  expect([hours("2026-03-23"), hours("2026-10-19"), hours("2026-11-23")]).toEqual([167, 169, 168]);
  expect(iso(periodOf("statements", "2026-10-01", "Europe/Madrid").from)).toBe("2026-09-30T22:00");
  expect(iso(periodOf("statements", "2026-12-01", "Europe/Madrid").to)).toBe("2026-12-31T23:00");
});

test.each([
  // Quiet until nine: the digest waits.
  [{ from: 22 * 60, to: 9 * 60 }, "2026-11-30T08:00"],
  [{ from: 7 * 60, to: 8 * 60 + 30 }, "2026-11-30T07:30"],
  // Quiet hours that end at eight do not delay it.
  [{ from: 22 * 60, to: 8 * 60 }, "2026-11-30T07:00"],
  // Quiet almost always.
  [{ from: 7 * 60 + 1, to: 7 * 60 }, "2026-12-01T06:00"],
] as const)("quiet hours %j move it to %s", (quiet, expected) => {
  expect(nextDigest(deskWith({ quiet }), "2026-11-26T12:00Z")).toBe(expected);
});

test("quiet hours end at the right moment in the night that has an hour twice, and in the one that lacks one", () => {
  const night = deskWith({ quiet: { from: 60, to: 150 } }, { weekly: { day: "sun", minute: 130 } });
  expect(nextDigest(night, "2026-10-22T12:00Z")).toBe("2026-10-25T00:30");
  expect(nextDigest(night, "2026-03-26T12:00Z")).toBe("2026-03-29T01:10");
});

test("the first digest of a new person is the next one that comes", () => {
  const monday = at("2026-11-30T09:00Z");
  expect(timeOf(deskWith(), "weekly", monday)).toMatchObject({ period: "2026-11-23", at: at("2026-12-07T07:00Z") });
  expect(timeOf(deskWith(), "weekly", at("2026-11-30T06:59Z"))).toMatchObject({ period: "2026-11-16" });
});

test("after an absence of the desk the last missed week alone is due", () => {
  const desk = deskWith();
  const missed = timeOf(desk, "weekly", at("2026-11-26T12:00Z"), "2026-10-26");
  expect(iso(missed?.at)).toBe("2026-11-09T07:00");
  expect(missed === undefined ? null : dueReport(missed, desk, at("2026-11-26T12:00Z"))).toEqual({
    period: "2026-11-16",
    plannedFor: at("2026-11-23T07:00Z"),
    next: at("2026-11-30T07:00Z"),
  });
});

test("an earlier hour brings no second digest, and a later one loses none", () => {
  const given = { person: "eva", report: "weekly", period: "2026-11-16", at: at("2026-11-30T07:00Z") } as const;
  const monday = at("2026-11-30T06:30Z");
  const early = dueReport(given, deskWith({}, { weekly: { day: "mon", minute: 7 * 60 } }), monday);
  expect(early).toMatchObject({ period: "2026-11-23" });
  expect(dueReport({ ...given, period: "2026-11-23" }, deskWith(), at("2026-11-30T07:00Z"))).toBeNull();
  const later = deskWith({}, { weekly: { day: "wed", minute: 600 } });
  expect(dueReport(given, later, at("2026-11-30T07:00Z"))).toBeNull();
  expect(timeOf(later, "weekly", at("2026-11-30T07:00Z"), "2026-11-16")?.at).toBe(at("2026-12-02T09:00Z"));
});

test("drafts are due on the first working day after the month", () => {
  const due = (desk: Desk, period: string): string => iso(timeOf(desk, "statements", at("2026-06-11Z"), period)?.at);
  // 1 August 2026 is a Saturday; the sample desk's office is closed on Sundays.
  expect(due(deskWith(), "2026-06-01")).toBe(
    isWorkingDay("2026-08-01", Object.values(sampleDesk.calendars)) ? "2026-08-01T06:00" : "2026-08-03T06:00",
  );
  const always = { ...deskWith(), calendars: { always: { name: "always", open: "always" } as const } };
  expect(due(always, "2026-06-01")).toBe("2026-08-03T06:00");
  expect(due(always, "2026-11-01")).toBe("2027-01-01T07:00");
});

test("holidays are no working days, and a calendar decides which days of the week are", () => {
  const hours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [{ from: 540, to: 1_080 }] };
  const sundays = { name: "sundays", open: "hours", timezone: "Asia/Riyadh", hours } as const;
  const calendars = [{ ...sundays, holidays: ["2026-11-08"], exceptions: { "2026-11-10": [{ from: 0, to: 60 }] } }];
  const days = ["2026-11-01", "2026-11-06", "2026-11-08", "2026-11-10"];
  expect(days.map((date) => isWorkingDay(date, calendars))).toEqual([true, false, false, true]);
});

test("reports go to heads and to managers of accounts who can be reached and want them", () => {
  const keys = (desk: Desk): readonly string[] => recipientsOf(desk).map(({ key }) => key);
  expect(keys(deskWith())).toEqual(["ana", "eva"]);
  expect(keys(deskWith({ reports: false }))).toEqual(["ana"]);
  expect(keys(deskWith({ identities: [], email: null }))).toEqual(["ana"]);
  expect(keys(deskWith({ identities: [], email: "eva@example.com" }))).toEqual(["ana", "eva"]);
  const off = deskWith({}, { weekly: null, statements: null });
  expect(planReportTimes([], off, at("2026-11-26T12:00Z"))).toEqual([]);
});
