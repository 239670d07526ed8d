import type { Instant } from "../../src/sla/instant.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { fromInstant, sql } from "../../src/db/schema/orm.ts";
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

/** The rows of one statement, which must end before its timeout. */
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

/**
 * Adds messages to the threads of a ticket, of the customer and of staff in turn, each with its event and with another
 * event that holds no message.
 */
export const addMessages = async (database: DatabaseHandle, ticket: number, many: number): Promise<void> => {
  const nothing = JSON.stringify({ version: 1, value: [] });
  const messages = sql`generate_series(1, ${many}::int) as n`;
  await database.rows(sql`
    insert into thread_messages (ticket, channel, message, kind, author, author_name, company, text, cut, format, files, at,
      judged, colleague, text_kept, staff, used_for_title, used_for_description)
    select ${ticket}::int, 'slack:C0ACME', ${`old ${ticket}.`} || n, case n % 2 when 0 then 'customerWrote' else 'replied' end,
      'slack:U0CARLA', 'Carla', 'acme', 'Message ' || n || ': it still stops after ten seconds.', 0,
      ${nothing}::text::jsonb, ${nothing}::text::jsonb, '2020-01-01'::timestamptz + n * interval '1 minute',
      false, false, false, false, false, false
    from ${messages}`);
  await database.rows(sql`
    insert into events (ticket, type, at, body)
    select ${ticket}::int, 'noted', '2020-01-01'::timestamptz + n * interval '1 minute', jsonb_build_object(
      'type', 'noted', 'at', 0, 'by', jsonb_build_object('kind', 'clock'), 'text', 'Message ' || n, 'alreadyPosted', true,
      'message', jsonb_build_object('channel', 'slack:C0ACME', 'id', ${`old ${ticket}.`} || n))
    from ${messages}`);
  await database.rows(sql`
    insert into events (ticket, type, at, body)
    select ${ticket}::int, 'noAgentAvailable', '2020-01-01'::timestamptz + n * interval '1 minute', jsonb_build_object(
      'type', 'noAgentAvailable', 'at', 0, 'by', jsonb_build_object('kind', 'clock'))
    from ${messages}`);
};

/**
 * Adds so many ended pauses to a ticket, and as many unanswered messages after its first one.
 */
export const addWaits = async (
  database: DatabaseHandle,
  ticket: number,
  many: number,
  last: Instant,
): Promise<void> => {
  const at = fromInstant(last);
  await database.rows(sql`
    insert into unanswered (ticket, since)
    select ${ticket}::int, ${at}::timestamptz - n * interval '1 millisecond' from generate_series(0, ${many - 1}::int) as n
    on conflict do nothing`);
  await database.rows(sql`
    insert into pauses (ticket, started_at, ended_at)
    select ${ticket}::int, '2020-01-01'::timestamptz + n * interval '2 minutes', '2020-01-01'::timestamptz + (n * 2 + 1) * interval '1 minute'
    from generate_series(1, ${many}::int) as n`);
  await database.rows(sql`
    update tickets set unanswered_since = coalesce(unanswered_since, ${at}::timestamptz - ${many} * interval '1 millisecond'),
      unanswered_until = ${at}::timestamptz, last_pause_end = '2020-01-01'::timestamptz + ${many * 2 + 1} * interval '1 minute'
    where number = ${ticket}`);
};

/** Updates the database's statistics and writes everything to disk, as on a desk that has run for a while. */
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
