import type { Lease } from "../db/delivery/lease.ts";
import type { OutboxRow } from "../db/delivery/outbox-row.ts";
import { settleOutboxOf } from "../db/delivery/outbox-store.ts";
import type { HandedOver } from "../db/schema/rows.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/** Gives the rows of one message back. A process that can send to `next` claims them. */
export const handOver = async (
  { database, now }: Pick<WorkDeps, "database" | "now">,
  rows: readonly OutboxRow[],
  { token }: Lease,
  handedOver: HandedOver,
): Promise<void> => {
  await settleOutboxOf(
    database.db,
    rows.map(({ id }) => id),
    token,
    {
      status: "pending",
      why: handedOver.failed.map(({ forStaff }) => forStaff).join("; "),
      notBefore: now(),
      tries: 0,
      attemptedAt: null,
      digest: null,
      handedOver,
    },
  );
};
