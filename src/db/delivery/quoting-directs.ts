import type { MessageRef } from "../../chat/card.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Notification } from "../../tickets/effect.ts";
import type { Database, Tx } from "../connection/handle.ts";
import { isOneOf } from "../many-values.ts";
import { outbox } from "../schema/delivery-schema.ts";
import { and, asc, desc, eq, gte, isNull, or, sql } from "../schema/orm.ts";
import { asOutboxRow } from "./outbox-row.ts";

/** The clocks of a platform and of this process may differ by this much (ms). */
const clockMarginMs = 60_000;

/** A direct message to a person, as a row of the outbox. */
export interface DirectRow {
  readonly id: number;
  readonly person: string;
}

/**
 * The direct messages about a ticket that may quote a message from this time on, newest first. A pending one counts: a
 * process may have read the text already. A digest quotes no message.
 */
export const directsThatMayQuote = (tx: Tx, ticket: number, since: Instant): Promise<readonly DirectRow[]> =>
  tx
    .select({ id: outbox.id, person: sql<string>`${outbox.target}->>'person'` })
    .from(outbox)
    .where(
      and(
        eq(outbox.ticket, ticket),
        sql`${outbox.target}->>'kind' = 'person'`,
        sql`${outbox.message}->>'type' <> 'directChanged'`,
        isNull(outbox.digest),
        or(eq(outbox.status, "pending"), and(eq(outbox.status, "sent"), gte(outbox.settledAt, since - clockMarginMs))),
      ),
    )
    .orderBy(desc(outbox.id));

/**
 * Returns those of the lanes with a row that no process has begun. The rows stay locked, so that none begins before the
 * caller commits. A row that another transaction has locked counts as begun: to wait for it could be a deadlock, because
 * that transaction may wait for this ticket.
 */
export const lanesNotBegun = async (tx: Tx, lanes: readonly string[]): Promise<ReadonlySet<string>> => {
  if (lanes.length === 0) return new Set();
  const rows = await tx
    .select({ lane: outbox.lane })
    .from(outbox)
    .where(and(isOneOf(sql`${outbox.lane}`, lanes), eq(outbox.status, "pending"), isNull(outbox.lease)))
    .orderBy(asc(outbox.id))
    .for("update", { skipLocked: true });
  return new Set(rows.map(({ lane }) => lane));
};

/** A direct message that was sent. */
export interface SentDirect {
  readonly ref: MessageRef;
  readonly message: Notification;
  readonly createdAt: Instant;
}

/**
 * A direct message and where it was sent. `underWay`: an attempt is being made, or its outcome is in doubt. Null if there
 * is nothing to edit: it was not sent, or it is sent later with the current text. Throws UnreadableJson.
 */
export const readDirect = async (db: Database, id: number): Promise<SentDirect | "underWay" | null> => {
  const [stored] = await db.select().from(outbox).where(eq(outbox.id, id));
  if (stored === undefined || stored.digest !== null) return null;
  const { status, lease, attemptedAt, ref, message, createdAt } = asOutboxRow(stored);
  if (status === "pending") return lease === null && attemptedAt === null ? null : "underWay";
  return status === "sent" && ref !== null ? { ref, message, createdAt } : null;
};
