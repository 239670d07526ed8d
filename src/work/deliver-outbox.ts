import { randomUUID } from "node:crypto";
import { ticketPlaces } from "../app/questions.ts";
import type { Card } from "../chat/card.ts";
import type { Delivery } from "../chat/delivery.ts";
import { leaseMs } from "../db/lease.ts";
import { leaseOutbox, settleOutbox, type OutboxRow, type Way } from "../db/outbox-store.ts";
import { turnReminder } from "../db/reminder-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import type { Desk } from "../domain/desk.ts";
import { breach } from "../domain/ladder.ts";
import type { Audience, ReminderNotice } from "../domain/messages.ts";
import { runningClocks } from "../domain/plan.ts";
import type { Ticket } from "../domain/ticket.ts";
import { digestCard } from "../views/digest-card.ts";
import { messageCard } from "../views/message-card.ts";
import { readerFor } from "../views/reader-for.ts";
import type { TicketPlaces } from "../views/reader.ts";
import { spelledOut } from "../views/spelled-out.ts";
import type { Step, WorkDeps } from "./deps.ts";
import { reach } from "./reach.ts";
import { settleFailure } from "./settle-failure.ts";

/** How many messages one turn begins with; a mail server takes few at once. */
const batch: Readonly<Record<Way, number>> = { chat: 20, email: 5 };

/** A message that is still worth sending, with what it is about. */
interface Sendable {
  readonly row: OutboxRow;
  readonly ticket: Ticket;
  readonly places: TicketPlaces;
}

/** Sends what we owe the platforms: claim and mark, call, settle. No transaction is held across a call. */
export const deliverOutbox =
  (deps: WorkDeps, way: Way): Step =>
  async () => {
    const now = deps.now();
    const lease = { token: randomUUID(), until: now + leaseMs };
    const groups = await leaseOutbox(deps.database.db, way, now, lease, batch[way]);
    await Promise.all(groups.map((rows) => deliver(deps, rows, lease.token)));
    return groups.length;
  };

const noticeOf = ({ message }: OutboxRow): ReminderNotice | null =>
  message.type === "reminder" ? message.notice : null;

/** An answer may have come between deciding and sending: then nobody need be reminded. */
const isMoot = ({ clock, cycle, promise, step }: ReminderNotice, ticket: Ticket): boolean => {
  const running = runningClocks(ticket).find((each) => each.kind === clock && each.cycle === cycle);
  return (
    running === undefined || running.earlier.length !== promise || (running.acknowledged !== null && step < breach)
  );
};

/** One message, be it of one row or of several. */
const deliver = async (deps: WorkDeps, rows: readonly OutboxRow[], token: string): Promise<void> => {
  const sendable = (await Promise.all(rows.map((row) => stillWanted(deps, row, token)))).filter(
    (each) => each !== null,
  );
  const [first] = sendable;
  if (first === undefined) return;
  const delivery = await send(deps, first.row, sendable);
  for (const { row } of sendable) {
    if (!delivery.ok) await settleFailure(deps, row, token, delivery.failure);
    else if (
      await settleOutbox(deps.database.db, row.id, token, { status: "sent", ref: delivery.ref, settledAt: deps.now() })
    )
      await reminderReached(deps, row);
  }
};

const stillWanted = async (deps: WorkDeps, row: OutboxRow, token: string): Promise<Sendable | null> => {
  const db = deps.database.db;
  const ticket = await readTicket(db, row.ticket);
  if (ticket === null) throw new Error(`a message of no ticket: ${row.ticket}`);
  const notice = noticeOf(row);
  if (notice === null || !isMoot(notice, ticket)) return { row, ticket, places: await ticketPlaces(db, ticket.number) };
  const why = "the promise was kept meanwhile";
  if (await settleOutbox(db, row.id, token, { status: "cancelled", why, settledAt: deps.now() }))
    await turnReminder(db, row.ticket, notice, "leaving", "cancelled", deps.now());
  return null;
};

const reminderReached = async (deps: WorkDeps, row: OutboxRow): Promise<void> => {
  const notice = noticeOf(row);
  if (notice === null) return;
  const outcome = notice.passed.length === 0 ? "sent" : "fellBack";
  deps.meter.reminded(outcome);
  await turnReminder(deps.database.db, row.ticket, notice, ["leaving", "failed"], outcome, deps.now());
};

const send = async (deps: WorkDeps, first: OutboxRow, all: readonly Sendable[]): Promise<Delivery> => {
  const desk = await deps.desk.read(deps.database.db);
  const attempt = {
    key: first.digest === null ? first.key : `digest ${first.digest}`,
    doubtfulSince: first.attemptedAt ?? undefined,
  };
  return reach(deps, desk, first.target, attempt, (audience) => worded(deps, desk, all, audience));
};

const worded = (deps: WorkDeps, desk: Desk, all: readonly Sendable[], audience: Audience): Card => {
  const now = deps.now();
  const [first] = all;
  if (first === undefined) throw new Error("a message about nothing");
  const reader = readerFor(audience, first.ticket, desk);
  const items = all.flatMap(({ row, ...about }) => {
    const notice = noticeOf(row);
    return notice === null ? [] : [{ notice, ...about }];
  });
  const card =
    all.length > 1
      ? digestCard(items, desk, reader)
      : messageCard(first.row.message, first.ticket, desk, first.places, reader, now);
  return audience.kind === "email" ? spelledOut(card, reader, now) : card;
};
