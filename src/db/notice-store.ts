import type { Instant } from "../domain/refs.ts";
import type { Tx } from "./handle.ts";
import { and, eq, gt, or, sql } from "./orm.ts";
import { outbox } from "./schema.ts";

/** Whether this person was notified of this ticket since then. */
export const wasNotified = async (tx: Tx, ticket: number, person: string, since: Instant): Promise<boolean> => {
  const [row] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.ticket, ticket),
        gt(outbox.createdAt, since),
        or(
          sql`${outbox.message}->'rings'->>'person' = ${person}`,
          and(sql`${outbox.message}->>'type' = 'assigneeNotice'`, sql`${outbox.message}->>'person' = ${person}`),
        ),
      ),
    )
    .limit(1);
  return row !== undefined;
};
