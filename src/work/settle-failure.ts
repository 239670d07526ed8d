import { handle } from "../app/handle.ts";
import type { DeliveryFailure } from "../chat/delivery.ts";
import { settleOutbox, type OutboxRow } from "../db/outbox-store.ts";
import { turnReminder } from "../db/reminder-store.ts";
import type { Instant } from "../domain/refs.ts";
import { backoff, doubtLimit, operatorPause } from "./backoff.ts";
import type { WorkDeps } from "./deps.ts";

/** A mail server that cannot be had keeps a reminder at most for so many tries, where there is another way to tell. */
const mailTries = 3;

/** What becomes of a message that did not arrive: later again, another way, or given up and told to staff. */
export const settleFailure = async (
  deps: WorkDeps,
  row: OutboxRow,
  token: string,
  failure: DeliveryFailure,
): Promise<void> => {
  const now = deps.now();
  const { why } = failure;
  const again = (notBefore: Instant, attemptedAt: Instant | null, tries = row.tries + 1) =>
    settleOutbox(deps.database.db, row.id, token, {
      status: "pending",
      why,
      notBefore,
      tries,
      attemptedAt,
      // What surely was not sent may go out in other company; what is in doubt stays the message it was.
      digest: attemptedAt === null ? null : row.digest,
    });
  deps.log.warn(
    { ticket: row.ticket, message: row.message.type, failure: failure.kind, why },
    "a message was not delivered",
  );
  switch (failure.kind) {
    case "waitUntil":
      await again(failure.until, row.attemptedAt, row.tries);
      return;
    case "tryAgain":
    case "installBroken":
      if (isStuckMail(row)) return giveUp(deps, row, token, "failed", why);
      await again(failure.kind === "tryAgain" ? backoff(now, row.tries) : operatorPause(now), row.attemptedAt);
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

const isStuckMail = ({ message, target, tries }: OutboxRow): boolean =>
  target.kind === "email" && message.type === "reminder" && message.notice.next.length > 0 && tries + 1 >= mailTries;

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
      digest: null,
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
