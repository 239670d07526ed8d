import { randomUUID } from "node:crypto";
import { handle } from "../app/handle.ts";
import { ticketPlaces } from "../app/questions.ts";
import type { Delivery, DeliveryFailure } from "../chat/delivery.ts";
import { leaseMs } from "../db/lease.ts";
import { leaseOutbox, settleOutbox, type OutboxOutcome, type OutboxRow } from "../db/outbox-store.ts";
import { turnReminder } from "../db/reminder-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import type { ReminderNotice } from "../domain/messages.ts";
import { breach } from "../domain/ladder.ts";
import { runningClocks } from "../domain/plan.ts";
import type { Instant } from "../domain/refs.ts";
import type { Ticket } from "../domain/ticket.ts";
import { messageCard } from "../views/message-card.ts";
import { readerFor } from "../views/reader-for.ts";
import { backoff, doubtLimit, operatorPause } from "./backoff.ts";
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
    await Promise.all(rows.map((row) => deliver(deps, row, lease.token)));
    return rows.length;
  };

/** An answer may have come between deciding and sending: then nobody need be reminded. */
const isMoot = ({ clock, cycle, promise, step }: ReminderNotice, ticket: Ticket): boolean => {
  const running = runningClocks(ticket).find((each) => each.kind === clock && each.cycle === cycle);
  return (
    running === undefined || running.earlier.length !== promise || (running.acknowledged !== null && step < breach)
  );
};

const deliver = async (deps: WorkDeps, row: OutboxRow, token: string): Promise<void> => {
  const db = deps.database.db;
  const ticket = await readTicket(db, row.ticket);
  if (ticket === null) throw new Error(`a message of no ticket: ${row.ticket}`);
  const settle = (outcome: OutboxOutcome) => settleOutbox(db, row.id, token, outcome);
  const notice = row.message.type === "reminder" ? row.message.notice : null;
  if (notice !== null && isMoot(notice, ticket)) {
    if (await settle({ status: "cancelled", why: "the promise was kept meanwhile", settledAt: deps.now() }))
      await turnReminder(db, row.ticket, notice, "leaving", "cancelled", deps.now());
    return;
  }
  const delivery = await send(deps, row, ticket);
  if (!delivery.ok) return settleFailure(deps, row, token, delivery.failure);
  if ((await settle({ status: "sent", ref: delivery.ref, settledAt: deps.now() })) && notice !== null)
    await reminderReached(deps, row.ticket, notice);
};

const reminderReached = async (deps: WorkDeps, ticket: number, notice: ReminderNotice): Promise<void> => {
  const outcome = notice.passed.length === 0 ? "sent" : "fellBack";
  deps.meter.reminded(outcome);
  await turnReminder(deps.database.db, ticket, notice, "leaving", outcome, deps.now());
};

const send = async (deps: WorkDeps, row: OutboxRow, ticket: Ticket): Promise<Delivery> => {
  const desk = await deps.desk.read(deps.database.db);
  const places = await ticketPlaces(deps.database.db, ticket.number);
  return reach(deps, desk, row.target, { key: row.key, doubtfulSince: row.attemptedAt ?? undefined }, (audience) =>
    messageCard(row.message, ticket, desk, places, readerFor(audience, ticket, desk), deps.now()),
  );
};

const settleFailure = async (
  deps: WorkDeps,
  row: OutboxRow,
  token: string,
  failure: DeliveryFailure,
): Promise<void> => {
  const now = deps.now();
  const { why } = failure;
  const again = (notBefore: Instant, attemptedAt: Instant | null, tries = row.tries + 1) =>
    settleOutbox(deps.database.db, row.id, token, { status: "pending", why, notBefore, tries, attemptedAt });
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
    case "doubtful":
      if (row.tries < doubtLimit) await again(backoff(now, row.tries), row.attemptedAt ?? now);
      // A second reminder is a nuisance, a missing one a broken promise; anybody's words are never said twice.
      else if (row.message.type === "reminder") await again(backoff(now, row.tries), null, 0);
      else await giveUp(deps, row, token, "unknown", why);
      return;
    case "recipientGone":
    case "ourBug":
      await giveUp(deps, row, token, "failed", why);
  }
};

/** A reminder takes the next rung; words for the customer follow them to a direct message, or staff are told. */
const giveUp = async (
  deps: WorkDeps,
  row: OutboxRow,
  token: string,
  status: "failed" | "unknown",
  why: string,
): Promise<void> => {
  const at = deps.now();
  const clock = { kind: "clock" } as const;
  if (row.message.type === "reminder") {
    const { notice } = row.message;
    if (!(await settleOutbox(deps.database.db, row.id, token, { status, why, settledAt: at }))) return;
    const outcome = await handle(deps, {
      key: `fall back ${row.key}`,
      number: row.ticket,
      command: { type: "fallBack", by: clock, at, notice, why },
    });
    const isLast = outcome.ok && outcome.events.some((event) => event.type === "fellBack" && event.next === null);
    if (isLast) deps.meter.reminded("failed");
    if (isLast) await turnReminder(deps.database.db, row.ticket, notice, "leaving", "failed", at);
    return;
  }
  if (status === "failed" && (await followed(deps, row, why, at))) {
    await settleOutbox(deps.database.db, row.id, token, {
      status: "pending",
      why,
      notBefore: at,
      tries: 0,
      attemptedAt: null,
    });
    return;
  }
  deps.log.error({ ticket: row.ticket, message: row.message.type, why }, "a message will not arrive");
  if (!(await settleOutbox(deps.database.db, row.id, token, { status, why, settledAt: at }))) return;
  if (isForCustomer(row)) {
    const what = row.message.type === "reply" ? row.message.text : "";
    const command = { type: "reportUndelivered", by: clock, at, what, why, certain: status === "failed" } as const;
    await handle(deps, { key: `undelivered ${row.key}`, number: row.ticket, command });
  }
};

const isForCustomer = ({ message }: OutboxRow): boolean =>
  message.type === "reply" ||
  message.type === "severityChanged" ||
  message.type === "updatePromised" ||
  message.type === "statusChanged";

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
