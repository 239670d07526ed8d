import { errorKind, isUnavailable } from "../chat/error-kind.ts";
import type { Lease } from "../db/delivery/lease.ts";
import type { OutboxRow, UnreadableMessage } from "../db/delivery/outbox-row.ts";
import { settleOutbox, settleOutboxOf } from "../db/delivery/outbox-store.ts";
import { backoff } from "./backoff.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { reportUndelivered, settleFailure } from "./settle-failure.ts";

/** After so many tries a message that cannot be rendered or saved is given up. */
const tryLimit = 6;

/**
 * Settles a message whose rendering or saving threw an error. It is tried again, and after some tries given up like a
 * refused one, so that reminders take their next recipient and staff learn of a customer's message. If giving up throws
 * as well, the row is only marked as failed.
 */
export const setAside = async (
  deps: WorkDeps,
  rows: readonly OutboxRow[],
  lease: Lease,
  error: unknown,
): Promise<void> => {
  const kind = errorKind(error);
  const now = deps.now();
  const tried = Math.max(...rows.map(({ tries }) => tries)) + 1;
  const [first] = rows;
  const about = { err: error, ticket: first?.ticket, message: first?.message.type, tries: tried };
  if (isUnavailable(kind) || tried < tryLimit) {
    deps.log.error(about, "outbox.failed");
    for (const { id, attemptedAt, digest } of rows)
      await settleOutboxOf(deps.database.db, [id], lease.token, {
        status: "pending",
        why: kind,
        notBefore: backoff(now, tried - 1),
        tries: isUnavailable(kind) ? tried - 1 : tried,
        attemptedAt,
        digest: attemptedAt === null ? null : digest,
      });
    return;
  }
  const why = `it could not be rendered or saved (${kind})`;
  deps.log.error(about, "outbox.set-aside");
  for (const row of rows) {
    deps.onSetAside?.({ ticket: row.ticket, message: row.message.type });
    try {
      await settleFailure(deps, row, { lease, failure: { kind: "ourBug", why } });
    } catch (again) {
      deps.log.error({ ...about, err: again }, "outbox.set-aside-unreported");
      await settleOutboxOf(deps.database.db, [row.id], lease.token, { status: "failed", why, settledAt: now });
    }
  }
};

/**
 * Settles a message that this version of Plazo cannot read. It is tried again, because a newer version may run beside
 * this one, and given up after as many tries as one that cannot be rendered. It leaves its digest, which goes out without
 * it.
 */
export const setUnreadableAside = async (deps: WorkDeps, row: UnreadableMessage, lease: Lease): Promise<void> => {
  const { id, ticket, type, digest, attemptedAt, unreadable } = row;
  const now = deps.now();
  const tried = row.tries + 1;
  const about = { err: unreadable, ticket, message: type, tries: tried };
  const kind = errorKind(unreadable);
  if (tried < tryLimit) {
    deps.log.error(about, "outbox.failed");
    await settleOutbox(deps.database.db, id, lease.token, {
      status: "pending",
      why: kind,
      notBefore: backoff(now, row.tries),
      tries: tried,
      attemptedAt: digest === null ? attemptedAt : null,
      digest: null,
    });
    return;
  }
  const why = `it could not be read (${kind})`;
  deps.log.error(about, "outbox.set-aside");
  deps.onSetAside?.({ ticket, message: type });
  try {
    await reportUndelivered(deps, row, { text: "", why, certain: true, audience: null, author: null });
  } catch (again) {
    deps.log.error({ ...about, err: again }, "outbox.set-aside-unreported");
  }
  await settleOutbox(deps.database.db, id, lease.token, { status: "failed", why, settledAt: now });
};
