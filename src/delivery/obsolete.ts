import type { Desk } from "../desk/desk.ts";
import type { ReminderNotification } from "../tickets/routes/notification-route.ts";
import { executeWith } from "../tickets/execute/execute.ts";
import type { Lease } from "../db/delivery/lease.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import { cancelStep } from "../db/delivery/outbox-store.ts";
import { setReminderStatus, wasStepDelivered } from "../db/reminder-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import { whyObsolete } from "../features/reminders/index.ts";
import { accountOfUser, isOwnTicket } from "../tickets/principal.ts";
import { isStillOpen } from "../tickets/routes/paging.ts";
import { inactivityOf, type Ticket } from "../tickets/ticket.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/**
 * What to do with a reminder whose clock is paused. `requeued`: the step was put back and comes again when the clock
 * resumes; the row is settled. `drop`: a person was notified of this step before, so the rest is not worth sending.
 * `send`: the clock resumed in the meantime.
 */
export const requeue = async (
  deps: WorkDeps,
  { id, ticket }: OutboxRow,
  notice: ReminderNotification,
  { token }: Lease,
): Promise<"requeued" | "drop" | "send"> => {
  const { db } = deps.database;
  if (await wasStepDelivered(db, ticket, notice)) return "drop";
  const at = deps.now();
  const command = { type: "requeue", by: { kind: "clock" }, at, notice } as const;
  // In the same transaction: as soon as the event is saved, a resumed clock owes the same message again.
  const done = await executeWith(deps, { key: null, number: ticket, command }, async (tx) => {
    if (!(await cancelStep(tx, { id, ticket, notice }, token, at))) return { rollback: "leaseLost" };
    await setReminderStatus(tx, { steps: [{ ticket, key: notice }], from: ["sending"], to: "cancelled", now: at });
    return null;
  });
  if ("commit" in done && done.commit.ok) return "requeued";
  const now = await readTicket(db, ticket);
  return now !== null && whyObsolete(notice, now) === "stands" ? "drop" : "send";
};

/** Whether a nudge is out of date: the customer wrote after it was made, or the ticket no longer waits for them. */
const isNudgeOver = ({ createdAt }: OutboxRow, ticket: Ticket): boolean =>
  inactivityOf(ticket)?.nudged !== true || (ticket.lastCustomerMessage?.at ?? 0) >= createdAt;

/**
 * Why a message that is still to be sent must not be sent any more; null if it must. A contact may have lost the right to
 * read the ticket since.
 */
export const obsoleteBecause = (row: OutboxRow, ticket: Ticket, desk: Desk): string | null => {
  const { message, target } = row;
  if (target.kind === "contact" && !isOwnTicket(target.user, accountOfUser(target.user, desk), ticket, desk))
    return "the contact may no longer read the ticket";
  switch (message.type) {
    case "reminder":
      return whyObsolete(message.notice, ticket) === null ? null : "the target was met, or its clock is paused";
    case "assigneeNotice":
      return ticket.assignee === (message.instead ?? message.person) ? null : "the ticket has another assignee";
    case "assigned":
      return ticket.assignee === message.person ? null : "the ticket has another assignee";
    case "page":
      return isStillOpen(message.page, ticket) ? null : "the page is over";
    case "nudged":
      return isNudgeOver(row, ticket) ? "the customer wrote, or the wait is over" : null;
    default:
      return null;
  }
};
