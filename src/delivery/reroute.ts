import { executeWith } from "../tickets/execute/execute.ts";
import type { Lease } from "../db/delivery/lease.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import { settleOutbox } from "../db/delivery/outbox-store.ts";
import type { Desk } from "../desk/desk.ts";
import { clockOf, noticeAround } from "../features/reminders/index.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/**
 * Sends a waiting reminder to the next available person, if its recipient became unavailable after it was decided.
 * True if the row is settled and must not be sent. A reminder whose outcome is in doubt may have reached its recipient, so
 * it stays theirs.
 */
export const reroute = async (
  deps: WorkDeps,
  { id, message, attemptedAt }: OutboxRow,
  { ticket, desk, lease: { token } }: { readonly ticket: Ticket; readonly desk: Desk; readonly lease: Lease },
): Promise<boolean> => {
  if (message.type !== "reminder" || attemptedAt !== null) return false;
  const { notice } = message;
  const clock = clockOf(notice, ticket);
  const at = deps.now();
  if (clock === undefined || noticeAround(notice, { calendar: clock.target.calendar, ticket, desk, at }) === null)
    return false;
  const command = { type: "reroute", by: { kind: "clock" }, at, notice } as const;
  const settled = {
    status: "cancelled",
    why: "the recipient became unavailable",
    settledAt: at,
    attemptedAt: null,
  } as const;
  // In the same transaction: otherwise a retry would record the new recipient twice.
  const done = await executeWith(deps, { key: null, number: ticket.number, command }, async (tx) =>
    (await settleOutbox(tx, id, token, settled)) ? null : { rollback: "leaseLost" },
  );
  return "rollback" in done || done.commit.ok;
};
