import { connect } from "../../../src/db/connection/connect.ts";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { day, type Instant } from "../../../src/sla/instant.ts";
import { quiet } from "../deps-for.ts";
import { settleTables } from "../seed-tickets.ts";
import { openWithoutTimeouts } from "../size/seed-desk.ts";
import { liveTickets } from "./lived-tickets.ts";
import { pastAccounts } from "./past-desk.ts";

/** So many tickets are lived; all others are copies of them in other weeks. */
const lived = 240;
const firstCopy = 100_001;
const weekMs = 7 * day;
/** No ticket that was lived has more events. */
const mostEvents = 1_000;
/** So many tickets have the outcomes of one account. */
const ticketsOfAccount = 500;
/** So many tickets in one statement. */
const atOnce = 20_000;
const tables = ["events", "clock_outcomes", "due_moves"];

/** A moment in a stored event, in milliseconds. */
const moment = /\b1[5-9]\d{11}\b/g;

interface Template {
  readonly ticket: number;
  readonly nth: number;
  readonly type: string;
  readonly at: string;
  readonly body: string;
}

/** A stored event as a format of Postgres, and the moments that it holds. */
const formatOf = (body: string): { readonly format: string; readonly moments: readonly string[] } => {
  const moments: string[] = [];
  const format = body.replaceAll("%", "%%").replace(moment, (found) => {
    moments.push(found);
    return "%s";
  });
  return { format, moments };
};

const columnsOf = async (database: DatabaseHandle, table: string): Promise<readonly (readonly [string, string])[]> =>
  (
    await database.rows<{ name: string; type: string }>(
      sql`select column_name as name, data_type as type from information_schema.columns
        where table_schema = 'public' and table_name = ${table} order by ordinal_position`,
    )
  ).map(({ name, type }) => [name, type] as const);

/** The columns of a table's rows with each moment moved to the copy's week; `instead` replaces some. */
const copied = async (
  database: DatabaseHandle,
  table: string,
  instead: Readonly<Record<string, string>>,
): Promise<string> => {
  const number = table === "tickets" ? "number" : "ticket";
  const columns = await columnsOf(database, table);
  const names = columns.map(([name]) => `"${name}"`).join(", ");
  const values = columns
    .map(([name, type]) => {
      const moved = type.startsWith("timestamp") ? `"${name}" + copy.weeks * interval '7 days'` : `${table}."${name}"`;
      return instead[name] ?? (name === number ? "copy.number" : moved);
    })
    .join(", ");
  return `insert into ${table} (${names}) select ${values} from ${table} join copies as copy on copy.of = ${table}.${number}`;
};

const prepareTemplates = async (database: DatabaseHandle): Promise<void> => {
  const rows = await database.rows<Template>(
    sql`select ticket, row_number() over (partition by ticket order by id)::int as nth, type, at::text as at, body::text as body from events order by id`,
  );
  await database.rows(
    sql`create unlogged table event_templates (ticket int, nth int, type text, at timestamptz, format text, moments bigint[])`,
  );
  const templates = rows.map(({ body, ...row }) => ({ ...row, ...formatOf(body) }));
  await database.rows(
    sql`insert into event_templates select ticket, nth, type, at, format, array(select jsonb_array_elements_text(moments)::bigint)
      from jsonb_to_recordset(${JSON.stringify(templates)}::text::jsonb) as each(ticket int, nth int, type text, at timestamptz, format text, moments jsonb)`,
  );
};

/**
 * Fills an empty Postgres database with so many tickets of the weeks before a moment: some hundred were lived, and the others
 * are copies in other weeks, with their events, outcomes and pauses. Returns how many outcomes stand there.
 */
export const seedPast = async (url: string, tickets: number, weeks: number, now: Instant): Promise<number> => {
  const first = Math.floor((now - weeks * weekMs) / weekMs) * weekMs;
  const living = await connect({ databaseUrl: url, dataDir: "" }, quiet);
  const numbers = await liveTickets(living, first, Math.min(lived, tickets));
  await living.close();
  const database = await openWithoutTimeouts(url);
  await prepareTemplates(database);
  for (const table of tables) await database.rows(sql.raw(`alter table ${table} disable trigger all`));
  const accounts = Math.max(pastAccounts, Math.floor(tickets / ticketsOfAccount));
  const statements = [
    await copied(database, "tickets", {}),
    `insert into events (id, ticket, type, at, body)
      select copy.number * ${mostEvents}::bigint + nth, copy.number, type, at + copy.weeks * interval '7 days',
        format(format, variadic array(select (moment + copy.weeks * ${weekMs}::bigint)::text
          from unnest(moments) with ordinality as each(moment, nth) order by each.nth))::jsonb
      from copies as copy join event_templates on copy.of = event_templates.ticket`,
    await copied(database, "clock_outcomes", { account: `'a' || copy.number % ${accounts}` }),
  ];
  const most = tickets - numbers.length;
  for (let from = 0; from < most; from += atOnce) {
    const to = Math.min(from + atOnce, most);
    await database.rows(sql`drop table if exists copies`);
    await database.rows(
      sql.raw(`create unlogged table copies as
        select ${firstCopy} + n as number, (array[${numbers.join(",")}])[1 + n % ${numbers.length}] as of,
          (n / ${numbers.length}) % ${weeks} as weeks from generate_series(${from}, ${to - 1}) as n`),
    );
    await database.rows(sql`analyze copies`);
    for (const statement of statements) await database.rows(sql.raw(statement));
  }
  for (const table of tables) await database.rows(sql.raw(`alter table ${table} enable trigger all`));
  await database.rows(sql`drop table copies, event_templates`);
  await settleTables(database);
  const [counted] = await database.rows<{ outcomes: number }>(
    sql`select count(*)::int as outcomes from clock_outcomes`,
  );
  await database.close();
  return counted?.outcomes ?? 0;
};
