import { execute } from "../tickets/execute/execute.ts";
import type { Tx } from "../db/connection/handle.ts";
import type { Lease } from "../db/delivery/lease.ts";
import { cancelStep, type OutboxRow } from "../db/delivery/outbox-store.ts";
import { turnReminders, wasTold } from "../db/reminder-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import type { ReminderNotification } from "../features/reminders/messages.ts";
import { whyObsolete } from "../features/reminders/obsolete.ts";
import type { WorkDeps } from "../jobs/deps.ts";

const lost = new Error("the claim was lost");

/**
 * What becomes of a reminder whose clock stands still: nobody is told of its step now, and it comes again when the clock goes on
 * (`held`, settled already). Where somebody was told of the step before, the rest of it is not worth telling (`drop`). Where
 * the clock went on meanwhile, it is to be told after all (`tell`).
 */
export const requeue = async (
  deps: WorkDeps,
  { id, ticket }: OutboxRow,
  notice: ReminderNotification,
  { token }: Lease,
): Promise<"held" | "drop" | "tell"> => {
  const { db } = deps.database;
  if (await wasTold(db, ticket, notice)) return "drop";
  const at = deps.now();
  const command = { type: "requeue", by: { kind: "clock" }, at, notice } as const;
  // With the fact or not at all: as soon as the clock goes on the same message is owed again.
  const also = async (tx: Tx): Promise<void> => {
    if (!(await cancelStep(tx, { id, ticket, notice }, token, at))) throw lost;
    await turnReminders(tx, [{ ticket, key: notice }], ["leaving"], "cancelled", at);
  };
  try {
    if ((await execute(deps, { key: null, number: ticket, command }, also)).ok) return "held";
  } catch (error) {
    if (error !== lost) throw error;
  }
  const now = await readTicket(db, ticket);
  return now !== null && whyObsolete(notice, now) === "stands" ? "drop" : "tell";
};
