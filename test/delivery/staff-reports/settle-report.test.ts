import { expect, test } from "vitest";
import type { DeliveryFailure } from "../../../src/chat/delivery.ts";
import type { StaffReportRow } from "../../../src/db/staff-reports/staff-report-store.ts";
import { outcomeOfReport } from "../../../src/delivery/staff-reports/settle-report.ts";
import { notAsked } from "../../../src/delivery/send.ts";
import { minutes, monday } from "../../support/given.ts";

const row: StaffReportRow = {
  id: 1,
  subject: "weekly 2026-01-05",
  person: "eva",
  about: { kind: "weekly", period: "2026-01-05", plannedFor: monday },
  byMail: false,
  createdAt: monday,
  notBefore: monday,
  attemptedAt: null,
  tries: 0,
  handedOver: null,
  ref: null,
  shown: null,
};
const outcome = (
  failure: DeliveryFailure,
  changes: Partial<StaffReportRow> = {},
  given = { now: monday, hasMail: true },
) => outcomeOfReport({ ...row, ...changes }, { ok: false, failure }, given);
const later = (passed: number, hasMail = true) => ({ now: monday + passed * minutes, hasMail });
const weeks = 7 * 24 * 60;

test("a delivered report is sent", () => {
  const ref = { channel: "slack:D1", id: "1" } as const;
  expect(outcomeOfReport(row, { ok: true, ref }, later(0))).toEqual({ status: "sent", ref, settledAt: monday });
});

test("a person who cannot be reached in chat gets a mail at once; without one, or by mail already, it is given up", () => {
  for (const kind of ["recipientGone", "installBroken"] as const)
    expect(outcome({ kind, why: "no" })).toMatchObject({
      status: "pending",
      byMail: true,
      tries: 0,
      notBefore: monday,
    });
  expect(outcome({ kind: "recipientGone", why: "no" }, {}, later(0, false))).toMatchObject({
    status: "failed",
    why: "no",
  });
  expect(outcome({ kind: "recipientGone", why: "no" }, { byMail: true })).toMatchObject({ status: "failed" });
  expect(outcome({ kind: "ourBug", why: "no" })).toMatchObject({ status: "failed" });
});

test("what only the operator can mend is tried for a week", () => {
  const broken = { kind: "installBroken", why: "token" } as const;
  expect(outcome(broken, {}, later(1, false))).toMatchObject({ status: "pending", notBefore: monday + 1.5 * minutes });
  expect(outcome(broken, {}, later(weeks, false))).toMatchObject({ status: "failed" });
});

test("a temporary failure is tried again, after a quarter of an hour by mail, and without mail for a week", () => {
  const away = { kind: "tryAgain", why: "away" } as const;
  expect(outcome(away)).toMatchObject({ status: "pending", tries: 1, notBefore: monday + 2_000 });
  expect(outcome(away, { tries: 9 }, later(14))).not.toHaveProperty("byMail");
  expect(outcome(away, { tries: 9 }, later(15))).toMatchObject({ byMail: true });
  expect(outcome(away, { tries: 9 }, later(15, false))).not.toHaveProperty("byMail");
  expect(outcome(away, { tries: 9 }, later(weeks, false))).toMatchObject({ status: "failed" });
  // It waited for the end of an absence: the first try may not be the last.
  expect(outcome(away, {}, later(60))).not.toHaveProperty("byMail");
});

test("a limit and a claim that ran out count as no try", () => {
  expect(outcome({ kind: "waitUntil", until: monday + 9, why: "limit" }, { tries: 3 })).toMatchObject({
    tries: 3,
    notBefore: monday + 9,
  });
  expect(outcome(notAsked, { tries: 3, attemptedAt: monday - 5 })).toMatchObject({ tries: 3, attemptedAt: monday - 5 });
});

test("a doubtful outcome is looked for, six times and a minute at least, and then sent again", () => {
  const doubt = { kind: "doubtful", why: "no answer" } as const;
  expect(outcome(doubt)).toMatchObject({ status: "pending", attemptedAt: monday, tries: 1 });
  expect(outcome(doubt, { attemptedAt: monday, tries: 5 }, later(0.5))).toMatchObject({ attemptedAt: monday });
  expect(outcome(doubt, { attemptedAt: monday, tries: 2 }, later(5))).toMatchObject({ attemptedAt: monday });
  expect(outcome(doubt, { attemptedAt: monday, tries: 5 }, later(1))).toMatchObject({ attemptedAt: null, tries: 0 });
});

test("another process tries the platform that this one lacks", () => {
  const handOver = { next: "discord:7", failed: [] } as const;
  const sent = { ok: false, failure: { kind: "recipientGone", why: "no" }, handOver } as const;
  expect(outcomeOfReport(row, sent, later(0))).toMatchObject({ status: "pending", handedOver: handOver });
});
