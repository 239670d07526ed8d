import { outbox } from "../schema/delivery-schema.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Tx } from "../connection/handle.ts";
import { and, eq, gt, or, sql } from "../schema/orm.ts";

/** Returns whether this person was notified of this ticket since then. */
export const wasNotified = async (tx: Tx, ticket: number, person: string, since: Instant): Promise<boolean> => {
  const [row] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.ticket, ticket),
        gt(outbox.createdAt, since),
        or(
          sql`${outbox.message}->'mention'->>'person' = ${person}`,
          and(sql`${outbox.message}->>'type' = 'assigneeNotice'`, sql`${outbox.message}->>'person' = ${person}`),
        ),
      ),
    )
    .limit(1);
  return row !== undefined;
};
