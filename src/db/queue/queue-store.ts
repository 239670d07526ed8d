import type { SQL } from "drizzle-orm";
import type { StoredTicket } from "../../tickets/ticket.ts";
import type { Database } from "../connection/handle.ts";
import { isOneOf, textsOf } from "../many-values.ts";
import { and, eq, fromInstant, inArray, sql } from "../schema/orm.ts";
import { tickets } from "../schema/schema.ts";
import { asStoredTicket } from "../ticket-row.ts";
import {
  queueTabs,
  soonMs,
  type QueueFilter,
  type QueuePlace,
  type QueueTab,
  type QueueView,
  type QueueViewer,
} from "./queue-view.ts";

const isOpen = sql`status <> 'resolved'`;
const withTech = sql`tech is not null and tech->>'end' is null`;

/** The condition of a ready-made list. Literals let Postgres see which partial index applies. */
const conditionOf = (tab: QueueTab, { person, now }: QueueViewer): SQL => {
  switch (tab) {
    case "open":
    case "accounts":
      return isOpen;
    case "mine":
      return sql`${isOpen} and assignee = ${person}`;
    case "unassigned":
      return sql`${isOpen} and assignee is null`;
    case "overdue":
      return sql`${isOpen} and next_due <= ${fromInstant(now)}::timestamptz`;
    case "soon":
      return sql`${isOpen} and next_due > ${fromInstant(now)}::timestamptz and next_due <= ${fromInstant(now + soonMs)}::timestamptz`;
    case "waiting":
      return sql`status = 'waiting'`;
    case "tech":
      return sql`${isOpen} and ${withTech}`;
    case "resolved":
      return sql`status = 'resolved'`;
  }
};

/** The condition of a filter, for lists and for what a search found. */
export const filterCondition = ({ account, severity, area, assignee, status, clock }: QueueFilter): SQL =>
  and(
    account === null ? undefined : eq(tickets.account, account),
    severity === null
      ? undefined
      : sql`coalesce(confirmed_severity, claimed_severity) = ${severity} and ${tickets.kind} = 'problem'`,
    area === null ? undefined : eq(tickets.area, area),
    assignee === null ? undefined : eq(tickets.assignee, assignee),
    status === null ? undefined : status === "open" ? sql`status = 'open'` : sql`status = 'waiting'`,
    clock === null ? undefined : eq(tickets.nextClock, clock),
  ) ?? sql`true`;

/** The tickets behind a place. Comparing both columns at once lets the index start there. */
const behind = (tab: QueueTab, place: QueuePlace | null): SQL => {
  if (place === null) return sql`true`;
  if (tab === "resolved") return sql`number < ${place.number}`;
  return place.due === null
    ? sql`next_due is null and number > ${place.number}`
    : sql`(next_due, number) > (${fromInstant(place.due)}::timestamptz, ${place.number}::int)`;
};

/** Unassigned tickets are sorted by the assignee too, although it is the same for all: only so does the index give the order. */
const orderOf = (tab: QueueTab): SQL =>
  tab === "resolved"
    ? sql`number desc`
    : tab === "unassigned"
      ? sql`assignee, next_due asc nulls last, number`
      : sql`next_due asc nulls last, number`;

/** Up to this many managed accounts are looked up one by one. With more, some ticket of the list is found soon. */
const mostManaged = 100;

/** The first numbers of a list under a condition. `sorted`: in the list's order; a count needs none. */
const numbersOf = (
  { tab, filter }: QueueView,
  viewer: QueueViewer,
  { where, limit, sorted }: { readonly where: SQL; readonly limit: number; readonly sorted: boolean },
): SQL => {
  // No clock of a resolved ticket runs.
  if (tab === "resolved" && (filter.clock !== null || filter.status !== null))
    return sql`(select 0 as number where false)`;
  const all = sql`${conditionOf(tab, viewer)} and ${filterCondition(filter)} and ${where}`;
  const order = orderOf(tab);
  const isManaged = tab === "accounts" ? isOneOf(sql`${tickets.account}`, viewer.accounts) : sql`true`;
  if (tab !== "accounts" || viewer.accounts.length > mostManaged)
    return sql`(select number from ${tickets} where ${all} and ${isManaged} order by ${order} limit ${limit})`;
  const inOrder = sorted ? sql`order by listed.next_due asc nulls last, listed.number` : sql``;
  return sql`(select listed.number from unnest(${textsOf(viewer.accounts)}::text[]) as managed (key)
    cross join lateral (select number, next_due from ${tickets}
      where account = managed.key and ${all} order by ${order} limit ${limit}) as listed
    ${inOrder} limit ${limit})`;
};

/** One page of a list, the next due first; resolved tickets, the newest first. */
export const queuePage = async (
  db: Database,
  view: QueueView,
  viewer: QueueViewer,
  { after, limit }: { readonly after: QueuePlace | null; readonly limit: number },
): Promise<readonly StoredTicket[]> => {
  const read = async (where: SQL, most: number) =>
    db
      .select()
      .from(tickets)
      .where(inArray(tickets.number, numbersOf(view, viewer, { where, limit: most, sorted: true })))
      .orderBy(orderOf(view.tab))
      .limit(most);
  const rows = await read(behind(view.tab, after), limit);
  // Those without a due time come last, and a comparison with a due time leaves them out.
  const rest =
    after === null || after.due === null || view.tab === "resolved" || rows.length === limit
      ? []
      : await read(sql`next_due is null`, limit - rows.length);
  return [...rows, ...rest].map(asStoredTicket);
};

/** Counts every ready-made list in one statement, each up to `atMost`. */
export const countQueues = async (
  db: Database,
  filter: QueueFilter,
  viewer: QueueViewer,
  atMost: number,
): Promise<Readonly<Record<QueueTab, number>>> => {
  const counted = queueTabs.map(
    (tab) =>
      sql`(select count(*)::int from ${numbersOf({ tab, filter }, viewer, { where: sql`true`, limit: atMost, sorted: false })} as counted) as ${sql.identifier(tab)}`,
  );
  const [row] = await db
    .select(Object.fromEntries(queueTabs.map((tab) => [tab, sql<number>`${sql.identifier(tab)}`])))
    .from(sql`(select ${sql.join(counted, sql`, `)}) as counts`);
  return Object.fromEntries(queueTabs.map((tab) => [tab, row?.[tab] ?? 0])) as Record<QueueTab, number>;
};
