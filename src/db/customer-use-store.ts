import type { Instant } from "../sla/instant.ts";
import type { CountedCustomer, CountedAct, CountedRead, FilesLeft, Limit } from "../tickets/limits.ts";
import { customerUse } from "./schema/customer-use-schema.ts";
import type { Database, DatabaseHandle, Tx } from "./connection/handle.ts";
import { fromInstant, toInstant, and, desc, eq, gt, isNotNull, isNull, lt, lte, sql } from "./schema/orm.ts";

interface Window {
  readonly what: CountedAct;
  readonly after: Instant;
  readonly upTo: Instant;
  readonly most: number;
}

/** A person, the people of an account, or (null) all people without an account. */
type CountedFor = Pick<CountedCustomer, "person"> | { readonly accountKey: string | null };

const rowsOf = (of: CountedFor) => {
  if ("person" in of) return eq(customerUse.person, of.person);
  return of.accountKey === null ? isNull(customerUse.account) : eq(customerUse.account, of.accountKey);
};

/** Returns when the person or the account last did this, newest first, at most `most` times. */
export const readLatestUses = async (tx: Tx, of: CountedFor, window: Window): Promise<readonly Instant[]> => {
  const rows = await tx
    .select({ at: customerUse.at })
    .from(customerUse)
    .where(
      and(
        rowsOf(of),
        eq(customerUse.what, window.what),
        isNull(customerUse.refusedUntil),
        gt(customerUse.at, window.after),
        lte(customerUse.at, window.upTo),
      ),
    )
    .orderBy(desc(customerUse.at))
    .limit(window.most);
  return rows.map(({ at }) => at);
};

/** Returns the number and size of the files that an account, or a person without one, sent since `after`. */
export const filesCarried = async (
  tx: Tx,
  { person, account }: CountedCustomer,
  after: Instant,
): Promise<FilesLeft> => {
  const theirs =
    account === null
      ? and(eq(customerUse.person, person), isNull(customerUse.account))
      : eq(customerUse.account, account);
  const [row] = await tx
    .select({
      count: sql<number>`coalesce(sum(${customerUse.files}), 0)::int`,
      bytes: sql<number>`coalesce(sum(${customerUse.bytes}), 0)::float8`,
    })
    .from(customerUse)
    .where(and(theirs, gt(customerUse.files, 0), gt(customerUse.at, after)));
  return { count: row?.count ?? 0, bytes: row?.bytes ?? 0 };
};

/** Returns until when the person was last told that this is refused; null if never. */
export const refusedUntil = async (
  db: Database,
  { person }: CountedCustomer,
  what: CountedAct,
): Promise<Instant | null> => {
  const [row] = await db
    .select({ until: customerUse.refusedUntil })
    .from(customerUse)
    .where(and(eq(customerUse.person, person), eq(customerUse.what, what), isNotNull(customerUse.refusedUntil)))
    .orderBy(desc(customerUse.refusedUntil))
    .limit(1);
  return row?.until ?? null;
};

/** Records an act that was granted, or one that was refused until `refusedUntil`. */
export const rememberUse = async (
  tx: Tx,
  { person, account }: CountedCustomer,
  use: {
    readonly what: CountedAct | "files";
    readonly at: Instant;
    readonly files: FilesLeft;
    readonly refusedUntil: Instant | null;
  },
): Promise<void> => {
  const { files, ...rest } = use;
  await tx.insert(customerUse).values({ ...rest, person, account, files: files.count, bytes: files.bytes });
};

/**
 * Counts one read of a person, in one statement. Returns null if it is granted. If the limit is used up, returns the
 * time of the oldest counted read. Two processes may each grant the last one at the same moment.
 */
export const countRead = async (
  { rows }: Pick<DatabaseHandle, "rows">,
  { person, account }: CountedCustomer,
  { what, limit, at }: { readonly what: CountedRead; readonly limit: Limit; readonly at: Instant },
): Promise<Instant | null> => {
  const [now, after] = [fromInstant(at), fromInstant(at - limit.withinMs)];
  const [row] = await rows<{ oldest: string | Date | null }>(sql`
    with latest as materialized (
      select at from customer_use
      where person = ${person} and what = ${what} and refused_until is null
        and at > ${after}::timestamptz and at <= ${now}::timestamptz
      order by at desc limit ${limit.most}
    ), granted as (
      insert into customer_use (person, account, what, at, files, bytes)
      select ${person}::text, ${account}::text, ${what}::text, ${now}::timestamptz, 0, 0
      where (select count(*) from latest) < ${limit.most}
      returning id
    )
    select case when exists (select from granted) then null else (select min(at) from latest) end as oldest`);
  return row === undefined || row.oldest === null ? null : toInstant(row.oldest);
};

export const forgetUsesBefore = async (db: Database, at: Instant): Promise<void> => {
  await db.delete(customerUse).where(lt(customerUse.at, at));
};
