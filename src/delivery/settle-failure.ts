import type { Instant } from "../sla/instant.ts";
import { execute, executeWith } from "../tickets/execute/execute.ts";
import { type DeliveryFailure, otherReaders, reasonForStaff } from "../chat/delivery.ts";
import { readCard, readCards, showAgain } from "../db/delivery/card-store.ts";
import { leaseMs, type Lease } from "../db/delivery/lease.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import {
  extendOutboxLease,
  addToOutbox,
  settleIfUnchanged,
  settleOutbox,
  type OutboxOutcome,
} from "../db/delivery/outbox-store.ts";
import type { Notification } from "../tickets/effect.ts";
import type { Place } from "../tickets/refs.ts";
import type { MessageAuthor } from "../tickets/thread/thread-message.ts";
import { backoff, doubtLimit, doubtMs, operatorPause, patienceMs, triedSince } from "./backoff.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { notAsked } from "./send.ts";

/** How often e-mail is tried while the mail server fails, if there is another recipient. */
const mailTries = 3;

/**
 * Decides what becomes of a message that did not arrive: try again, take the next recipient, or give up and notify the
 * staff. `tried` is the largest number of tries in its group, so that the whole group is tried again together.
 */
export const settleFailure = async (
  deps: WorkDeps,
  row: OutboxRow,
  {
    lease,
    failure,
    tried = row.tries,
  }: { readonly lease: Lease; readonly failure: DeliveryFailure; readonly tried?: number },
): Promise<void> => {
  const now = deps.now();
  const why = reasonForStaff(failure);
  const again = (notBefore: Instant, attemptedAt: Instant | null, tries = tried + 1) =>
    settleOutbox(deps.database.db, row.id, lease.token, {
      status: "pending",
      why,
      notBefore,
      tries,
      attemptedAt,
      // A message that certainly was not sent may join another digest. A doubtful one keeps its digest.
      digest: attemptedAt === null ? null : row.digest,
    });
  deps.log.warn(
    { ticket: row.ticket, message: row.message.type, failure: failure.kind, err: failure.why },
    "outbox.retry",
  );
  switch (failure.kind) {
    case "waitUntil":
      await again(failure.until, row.attemptedAt, row.tries);
      return;
    case "tryAgain":
    case "installBroken":
      // A process that stalled has asked no platform, so this says nothing about the recipient.
      if (failure !== notAsked && isTimeForNext(row, failure.kind, now))
        return giveUp(deps, row, { lease, status: "failed", failure });
      await again(failure.kind === "tryAgain" ? backoff(now, tried) : operatorPause(now), row.attemptedAt);
      return;
    case "doubtful": {
      const since = row.attemptedAt ?? now;
      const patience = isForCustomer(row) ? doubtMs.customer : doubtMs.staff;
      if (tried < doubtLimit || now - since < patience) await again(backoff(now, tried), since);
      // Staff messages are sent again, because a duplicate is harmless. A customer message is never sent twice.
      else if (isForCustomer(row)) await giveUp(deps, row, { lease, status: "unknown", failure });
      else await again(backoff(now, tried), null, 0);
      return;
    }
    case "recipientGone":
      if (await waitsForTriage(deps, row)) await again(operatorPause(now), row.attemptedAt);
      else await giveUp(deps, row, { lease, status: "failed", failure });
      return;
    case "ourBug":
      await giveUp(deps, row, { lease, status: "failed", failure });
  }
};

/**
 * Returns whether the next recipient is due instead of another try. That is at once if only the operator can fix the
 * failure.
 */
const isTimeForNext = (
  { message, target, tries, notBefore, attemptedAt }: OutboxRow,
  kind: "tryAgain" | "installBroken",
  now: Instant,
): boolean => {
  if ((recipientsLeft(message) ?? 0) === 0) return false;
  const isMail = target.kind === "email";
  // A doubtful message is looked for before another recipient gets it. A mailbox cannot be searched.
  if (attemptedAt !== null && !isMail) return now - attemptedAt >= doubtMs.staff;
  if (kind === "installBroken") return true;
  return isMail ? tries + 1 >= mailTries : now - triedSince(notBefore, tries, now) >= patienceMs;
};

/** How many other recipients there are; null if the message has a single target. */
const recipientsLeft = (message: OutboxRow["message"]): number | null => {
  if (message.type === "reminder") return message.notice.next.length;
  return message.type === "page" ? message.page.next.length : null;
};

/**
 * Gives a message up. A reminder or a page takes its next recipient. A customer message follows the conversation to a
 * direct message, or staff are notified. This runs before the message is settled: if the process ends in between, both
 * are repeated, and the commands are known by their keys.
 */
const giveUp = async (
  deps: WorkDeps,
  claimed: OutboxRow,
  {
    lease,
    status,
    failure,
  }: { readonly lease: Lease; readonly status: "failed" | "unknown"; readonly failure: DeliveryFailure },
): Promise<void> => {
  const at = deps.now();
  const why = reasonForStaff(failure);
  const { token } = lease;
  const row = await extendOutboxLease(deps.database.db, claimed.id, { token, until: at + leaseMs });
  if (row === null) return;
  const settle = (outcome: OutboxOutcome) => settleOutbox(deps.database.db, row.id, token, outcome);
  const clock = { kind: "clock" } as const;
  // A message that is owed again may fail again, so its time is part of the key.
  const key = `fall back ${row.key} ${row.createdAt}`;
  if (row.message.type === "reminder") {
    const { notice } = row.message;
    const command = { type: "takeFallback", by: clock, at, notice, why } as const;
    // In the same transaction: another route may join this row now and add its recipients to it.
    const done = await executeWith(deps, { key, number: row.ticket, command }, async (tx) =>
      (await settleIfUnchanged(tx, row, token, { status, why, settledAt: at })) ? null : { rollback: "changed" },
    );
    if ("rollback" in done) return giveUp(deps, row, { lease, status, failure });
    const outcome = done.commit;
    if (outcome.ok && outcome.events.some((event) => event.type === "fallbackTaken" && event.next === null))
      deps.metrics.reminded("failed");
  } else if (row.message.type === "page") {
    const command = { type: "pageNext", by: clock, at, page: row.message.page, why } as const;
    await execute(deps, { key, number: row.ticket, command });
  } else if (row.message.type === "assigned") {
    await notifyTriage(deps, row, {
      type: "assigneeNotNotified",
      person: row.message.person,
      why: { is: "failed", error: why },
    });
  } else if (row.target.kind === "contact") {
    // The message itself was delivered, and the contact reads it on the ticket's page.
    deps.log.error({ ticket: row.ticket, message: row.message.type, err: failure.why }, "outbox.given-up");
  } else if (status === "failed" && (await movedWithConversation(deps, row, why, at))) {
    await settle({ status: "pending", why, notBefore: at, tries: 0, attemptedAt: null, digest: null });
    return;
  } else {
    deps.log.error({ ticket: row.ticket, message: row.message.type, err: failure.why }, "outbox.given-up");
    await reportUndelivered(
      deps,
      { ...row, type: row.message.type },
      {
        ...writtenIn(row),
        why,
        certain: status === "failed",
        author: null,
      },
    );
  }
  await settle({ status, why, settledAt: at });
};

const writtenIn = ({ message }: OutboxRow): { readonly text: string; readonly audience: Place | null } =>
  message.type === "reply" ? { text: message.text, audience: message.audience } : { text: "", audience: null };

/** Gives a message back to its author that other people would read. It stays undelivered until staff send it again. */
export const withhold = async (deps: WorkDeps, claimed: OutboxRow, { token }: Lease): Promise<void> => {
  const at = deps.now();
  const row = await extendOutboxLease(deps.database.db, claimed.id, { token, until: at + leaseMs });
  if (row === null) return;
  const author = row.message.type === "reply" ? row.message.author : null;
  const report = { ...writtenIn(row), why: otherReaders, certain: true, author };
  await reportUndelivered(deps, { ...row, type: row.message.type }, report);
  await settleOutbox(deps.database.db, row.id, token, { status: "failed", why: otherReaders, settledAt: at });
};

/** Posts a message below the ticket's triage cards instead, once. */
const notifyTriage = async (
  { database, now }: WorkDeps,
  { key, ticket }: OutboxRow,
  message: Notification,
): Promise<void> => {
  const cards = (await readCards(database.db, ticket)).filter(({ side }) => side === "triage");
  const added = cards.map(({ id }) => ({
    key: `instead of ${key} card ${id}`,
    ticket,
    target: { kind: "card", card: id } as const,
    message,
    lane: `card ${id}`,
    urgency: 1 as const,
  }));
  await database.db.transaction((tx) => addToOutbox(tx, added, now()));
};

/**
 * Returns whether a message waits for its staff card. Staff cards are tried until their channel accepts them; only
 * reminders and pages go to another recipient. The card is edited again, so that a deleted one is noticed.
 */
const waitsForTriage = async (
  { database: { db } }: WorkDeps,
  { ticket, target, message }: OutboxRow,
): Promise<boolean> => {
  if (recipientsLeft(message) !== null || target.kind !== "card") return false;
  const side = (await readCard(db, target.card))?.side;
  if (side !== "triage" && side !== "tech") return false;
  await showAgain(db, ticket);
  return true;
};

const typesForCustomer: ReadonlySet<string> = new Set<Notification["type"]>([
  "reply",
  "severityChanged",
  "targetsMoved",
  "updatePromised",
  "pageDelivered",
  "continuesIn",
  "statusChanged",
  "nudged",
]);

const isForCustomer = ({ message }: OutboxRow): boolean => typesForCustomer.has(message.type);

/** Tells the staff about a message that did not reach the customer, once. */
export const reportUndelivered = async (
  deps: WorkDeps,
  { key, ticket, type }: { readonly key: string; readonly ticket: number; readonly type: string },
  report: {
    readonly text: string;
    readonly why: string;
    readonly certain: boolean;
    readonly audience: Place | null;
    readonly author: MessageAuthor | null;
  },
): Promise<void> => {
  if (!typesForCustomer.has(type)) return;
  const by = { kind: "clock" } as const;
  const command = { type: "reportUndelivered", by, at: deps.now(), key, ...report } as const;
  await execute(deps, { key: `undelivered ${key}`, number: ticket, command });
};

/** Moves the conversation. Returns whether it moved, and this message with it. */
const movedWithConversation = async (deps: WorkDeps, row: OutboxRow, why: string, at: Instant): Promise<boolean> => {
  if (!isForCustomer(row) || row.target.kind !== "card") return false;
  const outcome = await execute(deps, {
    key: null,
    number: row.ticket,
    command: { type: "moveConversation", by: { kind: "clock" }, at, why },
  });
  return outcome.ok;
};
