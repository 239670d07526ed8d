import type { Instant } from "../sla/instant.ts";
import type { Database } from "./connection/handle.ts";
import { ofTickets } from "./many-values.ts";
import { and, desc, gt, lt, sql } from "./schema/orm.ts";
import { webPresence } from "./schema/access-schema.ts";
import { events, tickets } from "./schema/schema.ts";

/** A person who looks at a ticket. */
export interface Presence {
  readonly ticket: number;
  readonly person: string;
  readonly typedAt: Instant | null;
}

/**
 * Records that these people look at these tickets now, and forgets those who stopped long ago. All processes of a desk do so at
 * once, so the rows are locked in the order of their keys: otherwise two statements could wait for each other.
 */
export const writePresence = async (
  db: Database,
  present: readonly { readonly ticket: number; readonly person: string }[],
  { now, forgetBefore }: { readonly now: Instant; readonly forgetBefore: Instant },
): Promise<void> => {
  const old = db
    .select({ ticket: webPresence.ticket, person: webPresence.person })
    .from(webPresence)
    .where(lt(webPresence.seenAt, forgetBefore))
    // A row that another process writes now is not old.
    .for("update", { skipLocked: true });
  await db.delete(webPresence).where(sql`(${webPresence.ticket}, ${webPresence.person}) in ${old}`);
  if (present.length === 0) return;
  await db
    .insert(webPresence)
    .values(
      present
        .toSorted((one, other) => one.ticket - other.ticket || (one.person < other.person ? -1 : 1))
        .map((each) => ({ ...each, seenAt: now, typedAt: null })),
    )
    .onConflictDoUpdate({
      target: [webPresence.ticket, webPresence.person],
      set: { seenAt: sql`excluded.seen_at` },
    });
};

/** Records that a person types an answer. */
export const writeTyping = async (db: Database, ticket: number, person: string, now: Instant): Promise<void> => {
  await db
    .insert(webPresence)
    .values({ ticket, person, seenAt: now, typedAt: now })
    .onConflictDoUpdate({ target: [webPresence.ticket, webPresence.person], set: { seenAt: now, typedAt: now } });
};

/** Records that a person closed a ticket. */
export const endPresence = async (db: Database, ticket: number, person: string): Promise<void> => {
  await db
    .delete(webPresence)
    .where(and(sql`${webPresence.ticket} = ${ticket}`, sql`${webPresence.person} = ${person}`));
};

export const readPresence = async (
  db: Database,
  numbers: readonly number[],
  since: Instant,
): Promise<readonly Presence[]> =>
  db
    .select({ ticket: webPresence.ticket, person: webPresence.person, typedAt: webPresence.typedAt })
    .from(webPresence)
    .where(and(ofTickets(webPresence.ticket, numbers), gt(webPresence.seenAt, since)));

/** The versions of these tickets, by number. A version rises with each change. */
export const readVersions = async (db: Database, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> => {
  const rows = await db
    .select({ number: tickets.number, version: tickets.version })
    .from(tickets)
    .where(ofTickets(tickets.number, numbers));
  return new Map(rows.map(({ number, version }) => [number, version]));
};

/**
 * The sum of the ids of the newest events of all tickets. It rises with each new event. A transaction may take the id of its
 * event before others and end after them: then the newest id stays, and the sum rises.
 */
export const sumOfNewest = (db: Database, most: number) =>
  sql<string>`(select coalesce(sum(newest.id), 0)::text from ${db
    .select({ id: events.id })
    .from(events)
    .orderBy(desc(events.id))
    .limit(most)
    .as("newest")})`;

/** How many events of other transactions may come between the id and the end of one whose change pages do not miss. */
const eventsBetween = 1_000;

/** A number that rises with each change of any ticket. */
export const changesMark = async (db: Database): Promise<number> => {
  const [row] = await db.select({ mark: sumOfNewest(db, eventsBetween) }).from(sql`(values (1)) as one_row`);
  return Number(row?.mark ?? 0);
};
