import { randomUUID } from "node:crypto";
import { handle } from "../app/handle.ts";
import { ticketPlaces } from "../app/questions.ts";
import type { Delivery, DeliveryFailure } from "../chat/delivery.ts";
import { readCard, showAgain } from "../db/card-store.ts";
import { leaseMs, type Lease } from "../db/lease.ts";
import { holdOutbox, leaseOutbox, settleOutbox, type OutboxOutcome, type OutboxRow } from "../db/outbox-store.ts";
import { turnReminder } from "../db/reminder-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import type { ReminderStatus } from "../db/rows.ts";
import type { ReminderNotice } from "../domain/messages.ts";
import type { Desk } from "../domain/desk.ts";
import { breach, runningClocks } from "../domain/plan.ts";
import type { Instant } from "../domain/refs.ts";
import type { Ticket } from "../domain/ticket.ts";
import { messageCard } from "../views/message-card.ts";
import { readerFor } from "../views/reader-for.ts";
import { backoff, doubtLimit, doubtMs, operatorPause } from "./backoff.ts";
import type { Step, WorkDeps } from "./deps.ts";
import { reach } from "./reach.ts";

const batch = 20;

/** Sends what we owe the platforms: claim and mark, call, settle. No transaction is held across a call. */
export const deliverOutbox =
  (deps: WorkDeps): Step =>
  async () => {
    const now = deps.now();
    const lease = { token: randomUUID(), until: now + leaseMs };
    const rows = await leaseOutbox(deps.database.db, now, lease, batch);
    if (rows.length === 0) return 0;
    const desk = await deps.desk.read(deps.database.db);
    await Promise.all(rows.map((row) => deliver(deps, desk, row, lease)));
    return rows.length;
  };

/** An answer may have come between deciding and sending: then nobody need be reminded. */
const isMoot = ({ clock, cycle, promise, step }: ReminderNotice, ticket: Ticket): boolean => {
  const running = runningClocks(ticket).find((each) => each.kind === clock && each.cycle === cycle);
  return (
    running === undefined || running.earlier.length !== promise || (running.acknowledged !== null && step < breach)
  );
};

const deliver = async (deps: WorkDeps, desk: Desk, row: OutboxRow, lease: Lease): Promise<void> => {
  const db = deps.database.db;
  const ticket = await readTicket(db, row.ticket);
  if (ticket === null) throw new Error(`a message of no ticket: ${row.ticket}`);
  const notice = row.message.type === "reminder" ? row.message.notice : null;
  if (notice !== null && isMoot(notice, ticket)) {
    const why = "the promise was kept meanwhile";
    await conclude(deps, row, lease, { status: "cancelled", why, settledAt: deps.now() }, "cancelled");
    return;
  }
  const delivery = await send(deps, desk, row, ticket, lease);
  if (!delivery.ok) return settleFailure(deps, row, lease, delivery.failure);
  const reached = notice?.hop === 0 ? "sent" : "fellBack";
  const sent = { status: "sent", ref: delivery.ref, settledAt: deps.now() } as const;
  if ((await conclude(deps, row, lease, sent, reached)) && notice !== null) deps.meter.reminded(reached);
};

/** The message and the reminder step it is about, where it is, both or neither. False where the claim was lost meanwhile. */
const conclude = (
  { database }: WorkDeps,
  { id, ticket, message }: OutboxRow,
  { token }: Lease,
  outcome: Extract<OutboxOutcome, { settledAt: Instant }>,
  step: ReminderStatus,
): Promise<boolean> =>
  database.db.transaction(async (tx) => {
    if (!(await settleOutbox(tx, id, token, outcome))) return false;
    if (message.type === "reminder") await turnReminder(tx, ticket, message.notice, "leaving", step, outcome.settledAt);
    return true;
  });

const send = async (deps: WorkDeps, desk: Desk, row: OutboxRow, ticket: Ticket, lease: Lease): Promise<Delivery> => {
  const places = await ticketPlaces(deps.database.db, ticket.number);
  return reach(
    deps,
    desk,
    row.target,
    { key: row.key, doubtfulSince: row.attemptedAt ?? undefined },
    lease,
    (audience) => messageCard(row.message, ticket, desk, places, readerFor(audience, ticket, desk), deps.now()),
  );
};

const settleFailure = async (deps: WorkDeps, row: OutboxRow, lease: Lease, failure: DeliveryFailure): Promise<void> => {
  const now = deps.now();
  const { why } = failure;
  const again = (notBefore: Instant, attemptedAt: Instant | null, tries = row.tries + 1) =>
    settleOutbox(deps.database.db, row.id, lease.token, { status: "pending", why, notBefore, tries, attemptedAt });
  deps.log.warn(
    { ticket: row.ticket, message: row.message.type, failure: failure.kind, why },
    "a message was not delivered",
  );
  switch (failure.kind) {
    case "waitUntil":
      await again(failure.until, row.attemptedAt, row.tries);
      return;
    case "tryAgain":
      await again(backoff(now, row.tries), row.attemptedAt);
      return;
    case "installBroken":
      await again(operatorPause(now), row.attemptedAt);
      return;
    case "doubtful": {
      const since = row.attemptedAt ?? now;
      const patience = isForCustomer(row) ? doubtMs.words : doubtMs.others;
      if (row.tries < doubtLimit || now - since < patience) await again(backoff(now, row.tries), since);
      // What the team reads twice is a nuisance, what it never reads a broken promise; a customer is never told twice.
      else if (isForCustomer(row)) await giveUp(deps, row, lease, "unknown", why);
      else await again(backoff(now, row.tries), null, 0);
      return;
    }
    case "recipientGone":
      if (await waitsForTriage(deps, row)) await again(operatorPause(now), row.attemptedAt);
      else await giveUp(deps, row, lease, "failed", why);
      return;
    case "ourBug":
      await giveUp(deps, row, lease, "failed", why);
  }
};

/**
 * A reminder takes the next rung; words for the customer follow them to a direct message, or staff are told. What follows
 * is done before the message is settled: should this process end in between, another does both again, and what was done
 * already is known by its key.
 */
const giveUp = async (
  deps: WorkDeps,
  row: OutboxRow,
  { token }: Lease,
  status: "failed" | "unknown",
  why: string,
): Promise<void> => {
  const at = deps.now();
  const settle = (outcome: OutboxOutcome) => settleOutbox(deps.database.db, row.id, token, outcome);
  if (!(await holdOutbox(deps.database.db, row.id, { token, until: at + leaseMs }))) return;
  const clock = { kind: "clock" } as const;
  if (row.message.type === "reminder") {
    const { notice } = row.message;
    const command = { type: "fallBack", by: clock, at, notice, why } as const;
    const outcome = await handle(deps, { key: `fall back ${row.key}`, number: row.ticket, command });
    if (outcome.ok && outcome.events.some((event) => event.type === "fellBack" && event.next === null))
      deps.meter.reminded("failed");
  } else if (status === "failed" && (await followed(deps, row, why, at))) {
    await settle({ status: "pending", why, notBefore: at, tries: 0, attemptedAt: null });
    return;
  } else {
    deps.log.error({ ticket: row.ticket, message: row.message.type, why }, "a message will not arrive");
    if (isForCustomer(row)) {
      const what = row.message.type === "reply" ? row.message.text : "";
      const command = { type: "reportUndelivered", by: clock, at, what, why, certain: status === "failed" } as const;
      await handle(deps, { key: `undelivered ${row.key}`, number: row.ticket, command });
    }
  }
  await settle({ status, why, settledAt: at });
};

/**
 * Triage's cards are posted until their channel takes them, and what was to be said below them waits for that; only
 * reminders find another way. The card shows itself again, so that one which is gone is noticed.
 */
const waitsForTriage = async (
  { database: { db } }: WorkDeps,
  { ticket, target, message }: OutboxRow,
): Promise<boolean> => {
  if (message.type === "reminder" || target.kind !== "card") return false;
  if ((await readCard(db, target.card))?.side !== "triage") return false;
  await showAgain(db, ticket);
  return true;
};

const isForCustomer = ({ message }: OutboxRow): boolean =>
  message.type === "reply" || message.type === "severityChanged" || message.type === "statusChanged";

/** Whether the conversation moved, and this message with it. */
const followed = async (deps: WorkDeps, row: OutboxRow, why: string, at: Instant): Promise<boolean> => {
  if (!isForCustomer(row) || row.target.kind !== "card") return false;
  const outcome = await handle(deps, {
    key: null,
    number: row.ticket,
    command: { type: "moveConversation", by: { kind: "clock" }, at, why },
  });
  return outcome.ok;
};
