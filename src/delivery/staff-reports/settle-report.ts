import type { Lease } from "../../db/delivery/lease.ts";
import type { Desk } from "../../desk/desk.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import type { PlatformsElsewhere } from "../served-elsewhere.ts";
import type { StaffReportOutcome, StaffReportRow, WaitingReport } from "../../db/staff-reports/staff-report-store.ts";
import type { Instant } from "../../sla/instant.ts";
import { backoff, doubtLimit, doubtMs, operatorPause } from "../backoff.ts";
import { notAsked, type Sent } from "../send.ts";

/** How long (ms) chat is tried before a report goes by mail. It is no alarm, so it waits longer than a reminder. */
const chatPatienceMs = 15 * 60_000;

/** How long (ms) a report is tried in all. After that it is no news. */
const patienceMs = 7 * 24 * 60 * 60_000;

/** What the delivery of one report is given. */
export interface Surroundings {
  readonly desk: Desk;
  readonly others: PlatformsElsewhere;
  readonly lease: Lease;
  readonly hasRoom: (person: string) => boolean;
  /** Counts a message to a channel, or an edit there, if it may go now. */
  readonly takes: (channel: ChannelRef, isEdit: boolean) => boolean;
}

/** How long (ms) a report waits when its person or channel gets no more messages for a moment. */
export const fullPauseMs = 5_000;

/** A report that waits, as if it had not been claimed. */
export const waiting = (row: StaffReportRow, notBefore: Instant, why: string): WaitingReport => ({
  status: "pending",
  why,
  notBefore,
  attemptedAt: row.attemptedAt,
  tries: row.tries,
});

export const cancelledAt = (now: Instant, why: string): StaffReportOutcome => ({
  status: "cancelled",
  why,
  settledAt: now,
});

interface Settling {
  readonly now: Instant;
  /** Whether the person has an address to which Plazo can send mail. */
  readonly hasMail: boolean;
}

type Failed = Exclude<Sent, { readonly ok: true }>;

/** What becomes of a report that was not delivered: tried again, looked for, sent by mail, or given up. */
const afterFailure = (
  row: StaffReportRow,
  { failure, handOver }: Failed,
  { now, hasMail }: Settling,
): StaffReportOutcome => {
  const { why } = failure;
  const tries = row.tries + 1;
  const again: WaitingReport = { status: "pending", why, notBefore: backoff(now, tries), attemptedAt: null, tries };
  if (handOver !== undefined) return { ...again, notBefore: now, handedOver: handOver };
  if (failure === notAsked) return { ...again, notBefore: now, attemptedAt: row.attemptedAt, tries: row.tries };
  const failed: StaffReportOutcome = { status: "failed", why, settledAt: now };
  const byMail: WaitingReport | null =
    hasMail && !row.byMail ? { ...again, notBefore: now, byMail: true, tries: 0 } : null;
  const age = now - row.createdAt;
  switch (failure.kind) {
    case "waitUntil":
      return { ...again, notBefore: failure.until, tries: row.tries };
    case "doubtful": {
      const since = row.attemptedAt ?? now;
      // A report for staff is sent once more if it is not found: two do less harm than none.
      const isOver = tries >= doubtLimit && now - since >= doubtMs.staff;
      return isOver ? { ...again, tries: 0 } : { ...again, attemptedAt: since };
    }
    case "tryAgain":
      if (byMail !== null && age >= chatPatienceMs && row.tries > 0) return byMail;
      return age < patienceMs ? again : failed;
    case "installBroken":
      return byMail ?? (age < patienceMs ? { ...again, notBefore: operatorPause(now) } : failed);
    case "recipientGone":
      return byMail ?? failed;
    case "ourBug":
      return failed;
  }
};

/** The outcome of an attempt to deliver a report. */
export const outcomeOfReport = (row: StaffReportRow, sent: Sent, settling: Settling): StaffReportOutcome =>
  sent.ok ? { status: "sent", ref: sent.ref, settledAt: settling.now } : afterFailure(row, sent, settling);
