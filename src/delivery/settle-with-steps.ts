import type { ReminderNotification } from "../tickets/routes/notification-route.ts";
import type { Instant } from "../sla/instant.ts";
import type { Lease } from "../db/delivery/lease.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import { settleOutboxOf, type OutboxOutcome } from "../db/delivery/outbox-store.ts";
import { setReminderStatus } from "../db/reminder-store.ts";
import type { ReminderStatus } from "../db/schema/rows.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/** The reminder that a row carries; null for another message. */
export const noticeOf = ({ message }: OutboxRow): ReminderNotification | null =>
  message.type === "reminder" ? message.notice : null;

interface Settlement {
  readonly lease: Lease;
  readonly outcome: Extract<OutboxOutcome, { settledAt: Instant }>;
  readonly step: ReminderStatus;
}

/** Settles messages and their reminder steps in one transaction. Returns the rows whose lease was not lost. */
export const settleWithSteps = (
  { database }: WorkDeps,
  rows: readonly OutboxRow[],
  { lease, outcome, step }: Settlement,
): Promise<ReadonlySet<number>> =>
  database.db.transaction(async (tx) => {
    const ids = rows.map(({ id }) => id);
    const ours = await settleOutboxOf(tx, ids, lease.token, outcome);
    const from: readonly ReminderStatus[] = step === "cancelled" ? ["sending"] : ["sending", "failed"];
    const steps = rows.flatMap((row) => {
      const key = noticeOf(row);
      return key === null || !ours.has(row.id) ? [] : [{ ticket: row.ticket, key }];
    });
    await setReminderStatus(tx, { steps, from, to: step, now: outcome.settledAt });
    return ours;
  });
