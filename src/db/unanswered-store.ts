import type { Instant } from "../sla/instant.ts";
import type { Ticket, Unanswered } from "../tickets/ticket.ts";
import { unansweredAfter, type UnansweredChange } from "../tickets/unanswered.ts";
import type { Database, Tx } from "./connection/handle.ts";
import { and, eq, fromInstant, lte, notInArray, or, sql } from "./schema/orm.ts";
import { unanswered } from "./schema/wait-schema.ts";

/**
 * The times of a ticket's unanswered messages that public messages of these times (`answers`) need: the first one, the first
 * one after each of them, and those that a pending reply does not answer. All but the first are looked up only if one of
 * these messages would answer some and leave others.
 */
export const readUnanswered = async (
  db: Database,
  { number, unanswered: times, pendingReplies }: Pick<Ticket, "number" | "unanswered" | "pendingReplies">,
  answers: readonly Instant[],
): Promise<readonly Instant[]> => {
  if (times === null) return [];
  const { first, last } = times;
  if (first === last) return [first];
  const unread = pendingReplies.flatMap((reply) => reply.unread);
  const between = [...answers, ...pendingReplies.map(({ at }) => at)].filter((at) => first <= at && at < last);
  if (unread.length === 0 && between.length === 0) return [first];
  const parts = between.map(
    (at) => sql`(select since from unanswered where ticket = ${number} and since > ${fromInstant(at)}::timestamptz
      order by since limit 1)`,
  );
  const wanted = [...unread.map((at) => sql`(${fromInstant(at)}::timestamptz)`), ...parts];
  const rows = await db
    .select({ since: unanswered.since })
    .from(unanswered)
    .where(and(eq(unanswered.ticket, number), sql`${unanswered.since} in (${sql.join(wanted, sql`, `)})`));
  return [first, ...rows.map(({ since }) => since)].toSorted((one, other) => one - other);
};

const ofTicket = (ticket: number) => eq(unanswered.ticket, ticket);

const add = async (tx: Tx, ticket: number, since: Instant): Promise<void> => {
  await tx.insert(unanswered).values({ ticket, since }).onConflictDoNothing();
};

const write = async (tx: Tx, ticket: number, before: Unanswered, change: UnansweredChange): Promise<void> => {
  const { first, last } = before;
  if (change.how === "asked") {
    const { since, instead } = change;
    if (instead !== null && instead !== first && first !== last)
      await tx.delete(unanswered).where(and(ofTicket(ticket), eq(unanswered.since, instead)));
    if (since > first) await add(tx, ticket, since);
    else if (since < first && instead !== first) await add(tx, ticket, first);
    return;
  }
  if (first === last) return;
  if (change.how === "cleared" || change.next === null)
    return void (await tx.delete(unanswered).where(ofTicket(ticket)));
  const { next, upTo, unread } = change;
  if (first > upTo) return;
  const isEarlier = lte(unanswered.since, upTo);
  const answered = unread.length === 0 ? isEarlier : and(isEarlier, notInArray(unanswered.since, [...unread]));
  await tx.delete(unanswered).where(and(ofTicket(ticket), or(eq(unanswered.since, next), answered)));
};

/** Writes what events did to the unanswered messages of a ticket after the first one. The ticket's lock must be held. */
export const writeUnanswered = async (
  tx: Tx,
  { number, unanswered: before }: Pick<Ticket, "number" | "unanswered">,
  changes: readonly UnansweredChange[],
): Promise<void> => {
  let now = before;
  for (const change of changes) {
    if (now !== null) await write(tx, number, now, change);
    now = unansweredAfter(now, change);
  }
};
