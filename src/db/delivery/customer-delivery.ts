import type { SQL } from "drizzle-orm";
import { cards, outbox } from "../schema/delivery-schema.ts";
import type { CustomerDelivery } from "../../tickets/clocks/inactivity.ts";
import type { Notification } from "../../tickets/effect.ts";
import type { Tx } from "../connection/handle.ts";
import { and, eq, inArray, sql, toInstant } from "../schema/orm.ts";
import { cardBelow } from "./outbox-store.ts";

type Type = Notification["type"];

const isOneOf = (...types: readonly Type[]) => inArray(sql`${outbox.message}->>'type'`, [...types]);

/** When the newest of these messages arrived; null if none did. */
const lastArrival = (of: SQL) => sql<string | Date | null>`max(case
  when ${outbox.status} = 'sent' and ${of} then ${outbox.settledAt} end)`;

/**
 * What the customer of a ticket could read of the staff's messages. The caller must hold the ticket's lock, so that no
 * other transaction adds a message before this one ends.
 */
export const readCustomerDelivery = async (tx: Tx, ticket: number): Promise<CustomerDelivery> => {
  const [row] = await tx
    .select({
      isPending: sql<boolean | null>`bool_or(${outbox.status} = 'pending')`,
      askedAt: lastArrival(isOneOf("reply", "statusChanged")),
      nudgedAt: lastArrival(isOneOf("nudged")),
    })
    .from(outbox)
    .innerJoin(cards, and(eq(cards.id, cardBelow), eq(cards.side, "conversation")))
    .where(eq(outbox.ticket, ticket));
  const at = (arrived: string | Date | null) => (arrived === null ? null : toInstant(arrived));
  return { isPending: row?.isPending === true, askedAt: at(row?.askedAt ?? null), nudgedAt: at(row?.nudgedAt ?? null) };
};
