import { createHash } from "node:crypto";
import type { Card } from "../../chat/card.ts";
import { attemptOf } from "../../chat/delivery.ts";
import {
  forgetReportMessage,
  markReportAttempt,
  type StaffReportOutcome,
  type StaffReportRow,
} from "../../db/staff-reports/staff-report-store.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import type { TriageReport, WelcomeReport } from "../../reports/staff-report.ts";
import { platformOf, type ChannelRef } from "../../tickets/refs.ts";
import { sendFirst, type Sent } from "../send.ts";
import { drawForTriage, drawWelcome, type DrawnReport } from "./draw-report.ts";
import { cancelledAt, fullPauseMs, outcomeOfReport, waiting, type Surroundings } from "./settle-report.ts";

/** How often (ms) Plazo looks whether it may write in a customer's channel where it could not. */
const mayWritePauseMs = 15 * 60_000;

type Around = Omit<Surroundings, "hasRoom">;

/** What a message shows, in few characters. */
const digestOf = (card: Card): string => createHash("sha256").update(JSON.stringify(card)).digest("hex");

/** Posts the card in a channel, or shows it in the message of an earlier report. Null: another process has the report. */
const send = async (
  deps: WorkDeps,
  row: StaffReportRow,
  { card, channel }: { readonly card: Card; readonly channel: ChannelRef },
  { desk, others, lease }: Around,
): Promise<Sent | null> => {
  const { ref } = row;
  if (!(await markReportAttempt(deps.database.db, row, lease, deps.now()))) return null;
  const attempt = attemptOf(`report ${row.subject} ${channel}`, row.attemptedAt);
  const sending = { deps, desk, attempt, lease, writtenFor: null, render: () => card, others, handedOver: null };
  const sent = await sendFirst(sending, ref === null ? { kind: "channel", channel } : { kind: "message", ref });
  if (!sent.ok) deps.log.warn({ report: row.id, failure: sent.failure.kind, err: sent.failure.why }, "report.retry");
  return sent;
};

/** Whether the failure means that the channel, or the message that was posted there, is not there for the bot. */
const isGone = (sent: Sent): boolean => !sent.ok && sent.failure.kind === "recipientGone";

const toTriage = async (
  deps: WorkDeps,
  row: StaffReportRow,
  about: TriageReport,
  around: Around,
): Promise<StaffReportOutcome | null> => {
  const { channel } = about;
  const { desk } = around;
  const now = deps.now();
  const drawn: DrawnReport = desk.channels.triage.includes(channel)
    ? await drawForTriage(about, { deps, desk, isPosted: row.ref !== null })
    : { over: "the channel is no triage channel any more" };
  if ("over" in drawn) return cancelledAt(now, drawn.over);
  if (!around.takes(channel, row.ref !== null))
    return waiting(row, now + fullPauseMs, "the channel gets too many messages now");
  const sent = await send(deps, row, { card: drawn.card, channel }, around);
  if (sent === null) return null;
  if (row.ref !== null && isGone(sent)) return cancelledAt(deps.now(), "its message is not there any more");
  return outcomeOfReport(row, sent, { now: deps.now(), hasMail: false });
};

/** Keeps the message in a customer's channel. Where the bot may not write yet, it looks again later. */
const toCustomers = async (
  deps: WorkDeps,
  row: StaffReportRow,
  { channel }: WelcomeReport,
  around: Around,
): Promise<StaffReportOutcome | null> => {
  const now = deps.now();
  const drawn = drawWelcome(channel, around.desk);
  if ("over" in drawn) return cancelledAt(now, drawn.over);
  const { card } = drawn;
  const shown = digestOf(card);
  if (row.ref !== null && row.shown === shown) return { status: "sent", ref: row.ref, settledAt: now };
  const later = waiting(row, now + mayWritePauseMs, "the bot may not write in the channel");
  const mayPost = row.ref !== null || ((await deps.ports.get(platformOf(channel))?.canPost?.(channel)) ?? true);
  if (!mayPost) return later;
  if (!around.takes(channel, row.ref !== null))
    return waiting(row, now + fullPauseMs, "the channel gets too many messages now");
  const sent = await send(deps, row, { card, channel }, around);
  if (sent === null) return null;
  if (isGone(sent) && row.ref === null) return { ...later, attemptedAt: null };
  if (isGone(sent)) {
    await forgetReportMessage(deps.database.db, row.id, around.lease);
    return { ...waiting(row, now, "its message was deleted"), attemptedAt: null };
  }
  const outcome = outcomeOfReport(row, sent, { now: deps.now(), hasMail: false });
  return outcome.status === "sent" ? { ...outcome, shown } : outcome;
};

/** Posts a report in its channel, or shows it anew where it was posted. */
export const deliverToChannel = (
  deps: WorkDeps,
  row: StaffReportRow,
  about: TriageReport | WelcomeReport,
  around: Around,
): Promise<StaffReportOutcome | null> =>
  about.kind === "welcome" ? toCustomers(deps, row, about, around) : toTriage(deps, row, about, around);
