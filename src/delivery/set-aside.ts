import { errorKind } from "../chat/error-kind.ts";
import type { Lease } from "../db/delivery/lease.ts";
import { settleOutboxOf, type OutboxRow } from "../db/delivery/outbox-store.ts";
import { backoff } from "./backoff.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { settleFailure } from "./settle-failure.ts";

/** After so many tries a message that cannot be made or stored is put aside, so that it is not tried for ever. */
const tryLimit = 6;

/** What the database says while it is away, full, read-only or busy: nothing about the message. */
const passes = /^SQLSTATE (?:08|25|40|53|55|57|58)|^(?:E[A-Z]+|CONN\w*|\w*TIMEOUT\w*|\w*CLOSED)$/;

/**
 * What becomes of a message where making or storing it threw an error: it is tried again, and after some tries it is given up
 * like one that a platform refuses, so that reminders go another way and staff learn of a customer's message. Where that
 * throws as well, it is only marked as failed.
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
  if (passes.test(kind) || tried < tryLimit) {
    deps.log.error(about, "outbox.failed");
    for (const { id, attemptedAt, digest } of rows)
      await settleOutboxOf(deps.database.db, [id], lease.token, {
        status: "pending",
        why: kind,
        notBefore: backoff(now, tried - 1),
        tries: passes.test(kind) ? tried - 1 : tried,
        attemptedAt,
        digest: attemptedAt === null ? null : digest,
      });
    return;
  }
  const why = `it could not be made or stored (${kind})`;
  deps.log.error(about, "outbox.set-aside");
  for (const row of rows) {
    deps.aside?.({ ticket: row.ticket, message: row.message.type });
    try {
      await settleFailure(deps, row, lease, { kind: "ourBug", why });
    } catch (again) {
      deps.log.error({ ...about, err: again }, "outbox.set-aside-unreported");
      await settleOutboxOf(deps.database.db, [row.id], lease.token, { status: "failed", why, settledAt: now });
    }
  }
};
