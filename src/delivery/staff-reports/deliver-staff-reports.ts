import { randomUUID } from "node:crypto";
import { attemptOf } from "../../chat/delivery.ts";
import { errorKind, isUnavailable } from "../../chat/error-kind.ts";
import { leaseMs } from "../../db/delivery/lease.ts";
import {
  claimStaffReports,
  drawReportsAgain,
  markReportAttempt,
  settleStaffReport,
  type StaffReportOutcome,
  type StaffReportRow,
} from "../../db/staff-reports/staff-report-store.ts";
import { readUnticketed } from "../../db/messages/unticketed-store.ts";
import type { Desk, Person } from "../../desk/desk.ts";
import { plainTextTimes } from "../../i18n/spelled-out.ts";
import { staffViewer } from "../../i18n/viewer-for.ts";
import type { Step, WorkDeps } from "../../jobs/deps.ts";
import { hour, type Instant } from "../../sla/instant.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import { isOut, personOf } from "../../tickets/people.ts";
import { afterQuietHours } from "../../tickets/routes/unavailability.ts";
import { backoff } from "../backoff.ts";
import type { Limiter } from "../limiter.ts";
import { leftTo } from "../pass-on-away.ts";
import { sendFirst } from "../send.ts";
import { sendGateFor } from "../send-gate.ts";
import type { ServedElsewhere } from "../served-elsewhere.ts";
import { deliverToChannel } from "./deliver-to-channel.ts";
import { drawReport } from "./draw-report.ts";
import { cancelledAt, fullPauseMs, outcomeOfReport, waiting, type Surroundings } from "./settle-report.ts";

/** After so many tries a report that cannot be read or drawn is given up. */
const tryLimit = 6;

/** How often (ms) a report for a person who is out is looked at again, because they may come back early. */
const outLookMs = 6 * hour;

interface Sending {
  readonly limiter: Limiter;
  readonly elsewhere: ServedElsewhere;
  /** Resolves when the next message may be worked on: requests that wait for an answer come first. */
  readonly calm: () => Promise<void>;
}

/** When a person may be told, at the earliest: they are in, and it is not in their quiet hours. */
const availableFrom = (person: Person, now: Instant, desk: Desk): Instant =>
  isOut(person, now)
    ? Math.min(afterQuietHours(person, person.outUntil, desk), now + outLookMs)
    : afterQuietHours(person, now, desk);

/** Delivers one report, or says why not now, or not any more. Null: another process has it. */
const deliver = async (
  deps: WorkDeps,
  row: StaffReportRow,
  { desk, others, lease, hasRoom, takes }: Surroundings,
): Promise<StaffReportOutcome | null> => {
  const now = deps.now();
  if (row.about instanceof Error) throw row.about;
  if ("channel" in row.about) return deliverToChannel(deps, row, row.about, { desk, others, lease, takes });
  const person = personOf(desk, row.person);
  if (person === null) return cancelledAt(now, "the person is not on the desk any more");
  const from = availableFrom(person, now, desk);
  // A report whose outcome is in doubt may have arrived; it is only looked for.
  if (from > now && row.attemptedAt === null)
    return waiting(row, from, "the person is out, or it is in their quiet hours");
  const drawn = await drawReport(row.about, { deps, desk, person });
  if ("over" in drawn) return cancelledAt(now, drawn.over);
  if (!row.byMail && !hasRoom(person.key))
    return waiting(row, now + fullPauseMs, "the person gets too many messages now");
  if (!(await markReportAttempt(deps.database.db, row, lease, now))) return null;
  const key = `report ${row.subject} ${row.person}${row.byMail ? " by mail" : ""}`;
  const sent = await sendFirst(
    {
      deps,
      desk,
      attempt: attemptOf(key, row.attemptedAt),
      lease,
      writtenFor: null,
      render: ({ kind }) =>
        kind === "email" ? plainTextTimes(drawn.card, staffViewer(desk, person.key), now) : drawn.card,
      others,
      handedOver: row.handedOver,
    },
    { kind: row.byMail ? "email" : "person", person: person.key },
  );
  if (!sent.ok) deps.log.warn({ report: row.id, failure: sent.failure.kind, err: sent.failure.why }, "report.retry");
  return outcomeOfReport(row, sent, { now: deps.now(), hasMail: person.email !== null && deps.ports.has("email") });
};

/** Shows a report anew if what it is about was decided while it was being sent. */
const showIfDecided = async (
  { database: { db }, now }: WorkDeps,
  row: StaffReportRow,
  drawnAt: Instant,
): Promise<void> => {
  if (row.about instanceof Error || row.about.kind !== "unticketed") return;
  const { endedAt } = (await readUnticketed(db, row.about.unticketed)) ?? { endedAt: null };
  if (endedAt !== null && endedAt >= drawnAt) await drawReportsAgain(db, row.subject, now());
};

/** What becomes of a report whose reading or drawing threw an error. */
const afterError = (row: StaffReportRow, error: unknown, now: Instant): StaffReportOutcome => {
  const kind = errorKind(error);
  const tries = row.tries + (isUnavailable(kind) ? 0 : 1);
  return tries < tryLimit
    ? { ...waiting(row, backoff(now, tries), kind), tries }
    : { status: "failed", why: kind, settledAt: now };
};

/**
 * Sends the next report to its person: claim, draw, mark the attempt, call the platform, settle. The rules are those of the
 * outbox; no ticket is behind it, so nothing is recorded in a history.
 */
export const deliverStaffReports =
  (deps: WorkDeps, { limiter, elsewhere, calm }: Sending): Step =>
  async () => {
    const { db } = deps.database;
    const desk = await deps.desk.read(db);
    const others = await elsewhere();
    await calm();
    const now = deps.now();
    const lease = { token: randomUUID(), until: now + leaseMs };
    const [row] = await claimStaffReports(db, {
      now,
      lease,
      limit: 1,
      leftToOthers: leftTo(others, desk, deps.ports),
    });
    if (row === undefined) return 0;
    const gate = sendGateFor(deps, { desk, limiter });
    const hasRoom = (person: string): boolean => gate.take({ kind: "person", person }, null, false);
    const takes = (channel: ChannelRef, isEdit: boolean): boolean =>
      isEdit ? limiter.takeCard(channel, true, false) : limiter.take(channel, false);
    const outcome = await deliver(deps, row, { desk, others, lease, hasRoom, takes }).catch((error: unknown) => {
      deps.log.error({ err: error, report: row.id }, "report.failed");
      return afterError(row, error, deps.now());
    });
    if (outcome === null) return 1;
    if (outcome.status === "failed") deps.log.error({ report: row.id, err: outcome.why }, "report.given-up");
    await settleStaffReport(db, row.id, lease, outcome);
    if (outcome.status === "sent") await showIfDecided(deps, row, now);
    return 1;
  };
