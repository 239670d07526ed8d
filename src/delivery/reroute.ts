import { execute } from "../tickets/execute/execute.ts";
import type { Tx } from "../db/connection/handle.ts";
import type { Lease } from "../db/delivery/lease.ts";
import { settleOutbox, type OutboxRow } from "../db/delivery/outbox-store.ts";
import type { Desk } from "../desk/desk.ts";
import { clockOf } from "../features/reminders/obsolete.ts";
import { noticeAround } from "../features/reminders/reminder-notifications.ts";
import type { Ticket } from "../tickets/ticket.ts";
import type { WorkDeps } from "../jobs/deps.ts";

const lost = new Error("the claim was lost");

/**
 * Gives a reminder that waits to whoever is there, where the person it is for went away since it was decided. True where it is not
 * to be sent any more. One in doubt may have reached them, and stays theirs.
 */
export const reroute = async (
  deps: WorkDeps,
  { id, message, attemptedAt }: OutboxRow,
  ticket: Ticket,
  desk: Desk,
  { token }: Lease,
): Promise<boolean> => {
  if (message.type !== "reminder" || attemptedAt !== null) return false;
  const { notice } = message;
  const clock = clockOf(notice, ticket);
  const at = deps.now();
  if (clock === undefined || noticeAround(notice, clock.target.calendar, ticket, desk, at) === null) return false;
  const command = { type: "reroute", by: { kind: "clock" }, at, notice } as const;
  const settled = { status: "cancelled", why: "they are away by now", settledAt: at, attemptedAt: null } as const;
  // With the fact or not at all: told again, it would stand in the history twice.
  const also = async (tx: Tx): Promise<void> => {
    if (!(await settleOutbox(tx, id, token, settled))) throw lost;
  };
  try {
    return (await execute(deps, { key: null, number: ticket.number, command }, also)).ok;
  } catch (error) {
    if (error !== lost) throw error;
    return true;
  }
};
