import type { Instant } from "../../src/sla/instant.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { fromInstant } from "../../src/db/schema/instant.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { execute } from "../../src/tickets/execute/execute.ts";
import type { AppDeps } from "../../src/tickets/execute/execute.ts";
import type { Severity } from "../../src/sla/severity.ts";

/** Opens a ticket of an account's at a moment, and returns its number. */
export const openOne = async (deps: AppDeps, account: number, severity: Severity, at: Instant): Promise<number> => {
  const user = `slack:U0A${account}` as const;
  const channel = `slack:C0A${account}` as const;
  const by = { kind: "person", user, name: `Customer ${account}`, channel } as const;
  const words = { title: `Ticket of account ${account}`, description: "It is slow.", severity } as const;
  const command = { type: "open", by, at, ...words, askedIn: channel } as const;
  const outcome = await execute(deps, { key: null, number: null, command });
  if (!outcome.ok) throw new Error(`not opened: ${outcome.refusal.reason}`);
  return outcome.ticket.number;
};

const columnsOf = async (database: DatabaseHandle, table: string): Promise<readonly string[]> =>
  (
    await database.rows<{ name: string }>(
      sql`select quote_ident(column_name) as name from information_schema.columns where table_name = ${table} order by ordinal_position`,
    )
  ).map(({ name }) => name);

/** So many in one statement, which must be over before the database gives it up. */
const atOnce = 50_000;

/**
 * So many more tickets like this one, with the same reminders (and no cards), whose numbers follow on `from`. Opened one by
 * one they would take minutes.
 */
export const copyTickets = async (
  database: DatabaseHandle,
  like: number,
  from: number,
  copies: number,
): Promise<void> => {
  for (let done = 0; done < copies; done += atOnce)
    await copyTicket(database, like, from + done, Math.min(atOnce, copies - done));
};

const copyTicket = async (database: DatabaseHandle, like: number, from: number, copies: number): Promise<void> => {
  for (const [table, key] of [
    ["tickets", "number"],
    ["reminders", "ticket"],
  ] as const) {
    const columns = await columnsOf(database, table);
    const values = columns.map((column) => (column === key ? "n" : column)).join(", ");
    await database.rows(
      sql`insert into ${sql.raw(table)} (${sql.raw(columns.join(", "))})
        select ${sql.raw(values)} from ${sql.raw(table)} cross join generate_series(${from}::int, ${from + copies - 1}::int) as n
        where ${sql.raw(key)} = ${like}`,
    );
  }
};

/** What the database knows of its rows is as fresh as on a desk that has run for a while, and nothing is left to be written. */
export const settleTables = async (database: DatabaseHandle): Promise<void> => {
  await database.rows(sql`vacuum analyze`);
  await database.rows(sql`checkpoint`);
};

/** How many reminder steps are planned, and how many of them are due. */
export const countPlanned = async (
  database: DatabaseHandle,
  now: Instant,
): Promise<{ readonly planned: number; readonly due: number }> => {
  const [row] = await database.rows<{ planned: number; due: number }>(
    sql`select count(*)::int as planned, (count(*) filter (where at <= ${fromInstant(now)}))::int as due
      from reminders where status = 'planned'`,
  );
  if (row === undefined) throw new Error("nothing was counted");
  return row;
};
