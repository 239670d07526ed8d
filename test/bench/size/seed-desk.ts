import { openPostgres } from "../../../src/db/connection/postgres.ts";
import type { DatabaseHandle } from "../../../src/db/connection/handle.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { writeTicketWords } from "../../../src/db/search/ticket-words.ts";
import { settleTables } from "../seed-tickets.ts";

/** Of so many tickets in a row some are open. It shares no factor with the accounts, so that each account has its part of them. */
const openAmong = 99;
/** So many tickets in one statement, which must be over before the database gives it up. */
const atOnce = 10_000;
/** The numbers of the copies begin here. */
export const firstCopy = 100_001;

/** How many accounts and agents share the tickets. */
export interface Shares {
  readonly accounts: number;
  readonly agents: number;
  /** One ticket in so many is of one large account. */
  readonly largeOneIn: number;
  /** Of 99 tickets so many are open. */
  readonly openOf99: number;
}

/** What a copy's column says instead of what the original says; `n` is the number of the copy. */
type Instead = Readonly<Record<string, string>>;

const columnsOf = async (database: DatabaseHandle, table: string): Promise<readonly string[]> =>
  (
    await database.rows<{ name: string }>(
      sql`select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} order by ordinal_position`,
    )
  ).map(({ name }) => name);

/** Holds for one ticket in so many, as if by chance: each `salt` for others, so that no two columns go together. */
const oneIn = (many: number, salt: number): string => `mod(hashint8(n::bigint * 16 + ${salt})::bigint, ${many}) = 0`;

const insteadOf = (shares: Shares): Readonly<Record<string, Instead>> => {
  const { accounts, agents, largeOneIn, openOf99 } = shares;
  const open = `n % ${openAmong} < ${openOf99}`;
  const account = `(case when n % ${largeOneIn} = 0 then 0 else n % ${accounts} end)`;
  const channel = `('slack:C0A' || ${account})`;
  const resolvedAt = `now() - interval '30 days' - (n % 500) * interval '1 day'`;
  const tech = `'{"need":"A look at the log.","by":"s1","at":1,"takenBy":null,"end":null}'::jsonb`;
  return {
    tickets: {
      number: "n",
      title: `'Ticket ' || n || ' of account ' || ${account}`,
      account: `'a' || ${account}`,
      requester_user: `'slack:U0A' || ${account}`,
      asked_in: channel,
      assignee: `case when ${oneIn(20, 1)} then null else 's' || n % ${agents} end`,
      confirmed_severity: `case when ${oneIn(33, 2)} then 'critical' when ${oneIn(6, 3)} then 'high'
        when ${oneIn(2, 4)} then 'medium' else 'low' end`,
      status: `case when not (${open}) then 'resolved' when ${oneIn(10, 5)} then 'waiting' else 'open' end`,
      tech: `case when ${open} and ${oneIn(20, 6)} then ${tech} end`,
      paused_since: `case when not (${open}) then ${resolvedAt} when ${oneIn(10, 5)} then now() end`,
      resolved_at: `case when ${open} then null else ${resolvedAt} end`,
      next_due: `case when ${open} then now() + interval '2 days' + n * interval '1 millisecond' end`,
      next_clock: `case when ${open} then case when ${oneIn(50, 7)} then 'update' else 'firstResponse' end end`,
      area: `case when ${oneIn(30, 8)} then 'player' end`,
    },
    events: { id: "nextval('events_id_seq')", ticket: "n" },
    reminders: {
      ticket: "n",
      at: `at + n * interval '1 millisecond'`,
      status: `case when ${open} then 'planned' when n % 1000 = 1 then 'failed' else 'sent' end`,
      settled_at: `case when ${open} then null else now() end`,
    },
    cards: {
      id: "nextval('cards_id_seq')",
      ticket: "n",
      shown: "wanted",
      ref: `jsonb_build_object('channel', coalesce(place->>'channel', 'slack:D0'), 'id', side || n)`,
      ref_channel: `coalesce(place->>'channel', 'slack:D0')`,
      ref_message: "side || n",
      attempted_at: "null",
      lease: "null",
      leased_until: "null",
      why: "null",
    },
  };
};

/** Three messages of each ticket that were sent: a customer's below the card, a reminder to a person, and another below the card. */
const sentMessages = (from: number, to: number): string => `
  insert into outbox (key, ticket, target, message, lane, urgency, status, created_at, attempted_at, not_before, ref, settled_at)
  select 'seed ' || n || ' ' || part, n,
    case part when 1 then jsonb_build_object('kind', 'person', 'person', 's' || n % 20)
      else jsonb_build_object('kind', 'card', 'card', n) end,
    case part when 1 then jsonb_build_object('type', 'reminder', 'notice', jsonb_build_object('clock', 'firstResponse'))
      else jsonb_build_object('type', 'customerMessage', 'message', jsonb_build_object('channel', 'slack:C0A1', 'id', n || '.' || part)) end,
    'card ' || n, 1, 'sent', at, at, at, jsonb_build_object('channel', 'slack:D0', 'id', n || '.' || part), at
  from (select n, part, now() - n * interval '20 seconds' as at
    from generate_series(${from}, ${to}) as n cross join generate_series(0, 2) as part) as each`;

/** One message of each ticket. */
const threadMessages = (from: number, to: number): string => `
  insert into thread_messages (ticket, channel, message, kind, author, author_name, company, text, cut, format, files, at,
    judged, colleague, text_kept, staff, used_for_title, used_for_description)
  select n, 'slack:C0A1', 'seed.' || n, 'customerWrote', 'slack:U0A1', 'Carla', 'a1', 'The ticket ' || n || ' still waits', 0,
    '{"v":1,"items":[]}', '{"v":1,"items":[]}', now(), false, false, false, false, false, false
  from generate_series(${from}, ${to}) as n`;

const tablesWithReferences = [
  "events",
  "reminders",
  "cards",
  "outbox",
  "thread_messages",
  "ticket_words",
  "account_note_log",
];

/** Whether rows are checked against the rows that they refer to, which takes half of the seeding. Only a superuser may say so. */
const checkReferences = async (database: DatabaseHandle, how: "enable" | "disable"): Promise<void> => {
  for (const table of tablesWithReferences) await database.rows(sql.raw(`alter table ${table} ${how} trigger all`));
};

/** Notes about accounts, one for each fifth ticket, and the lines of their log. One note in ten was deleted. */
const accountNotes = (size: number, { accounts }: Shares): readonly string[] => [
  `insert into account_notes (key, account, text, author, written_at, deleted_at)
    select 'seed ' || n, 'a' || n % ${accounts}, case when n % 10 = 0 then '' else 'Note ' || n end, 's1', now(),
      case when n % 10 = 0 then now() end
    from generate_series(1, ${Math.ceil(size / 5)}) as n`,
  `insert into account_note_log (note, account, at, what, by)
    select id, account, written_at, 'written', author from account_notes`,
];

/**
 * A connection whose statements may take as long as they need. The statements that fill a large database and vacuum it take
 * longer than Plazo allows its own.
 */
export const openWithoutTimeouts = async (url: string): Promise<DatabaseHandle> => {
  const database = openPostgres(url, { ordinary: 1, inbound: 1, pages: 1 }, 3_600_000);
  await database.rows(sql`set statement_timeout = 0`);
  return database;
};

/**
 * So many more tickets like one that exists, shared between accounts, agents and requesters, with its facts, reminders, cards
 * and messages: all but a few resolved long ago, all their cards shown and all their messages sent. A week's inbox and requests
 * stand beside them.
 */
export const seedDesk = async (database: DatabaseHandle, like: number, size: number, shares: Shares): Promise<void> => {
  const instead = insteadOf(shares);
  await checkReferences(database, "disable");
  for (let from = firstCopy; from < firstCopy + size; from += atOnce) {
    const to = Math.min(from + atOnce, firstCopy + size) - 1;
    for (const [table, changed] of Object.entries(instead)) {
      const columns = await columnsOf(database, table);
      const values = columns.map((column) => changed[column] ?? `"${column}"`).join(", ");
      const key = table === "tickets" ? "number" : "ticket";
      await database.rows(
        sql.raw(`insert into ${table} (${columns.map((column) => `"${column}"`).join(", ")})
          select ${values} from ${table} cross join generate_series(${from}, ${to}) as n where ${key} = ${like}`),
      );
    }
    await database.rows(sql.raw(sentMessages(from, to)));
    await database.rows(sql.raw(threadMessages(from, to)));
    await database.db.transaction((tx) =>
      writeTicketWords(
        tx,
        Array.from({ length: to - from + 1 }, (_, n) => from + n),
      ),
    );
  }
  const week = Math.ceil(size / 10);
  await database.rows(
    sql.raw(`insert into inbox (key, lane, inbound_event, received_at, done_at, not_before)
      select 'seed ' || n, 'lane ' || n, '{"kind":"message","channel":"slack:C0A1","message":{"id":"1"}}',
        at, at, at
      from (select n, now() - n * interval '1 second' as at from generate_series(1, ${week}) as n) as each`),
  );
  await database.rows(
    sql.raw(`insert into requests (key, ticket, at)
      select 'seed ' || n, ${firstCopy}, now() - n * interval '1 second' from generate_series(1, ${week}) as n`),
  );
  await database.rows(
    sql.raw(`insert into customer_use (person, account, what, at, files, bytes)
      select 'slack:U0A' || n % ${shares.accounts}, 'a' || n % ${shares.accounts},
        case when n % 4 = 0 then 'tickets' else 'messages' end,
        now() - n * interval '1 second', n % 2, 1000
      from generate_series(1, ${week}) as n`),
  );
  for (const each of accountNotes(size, shares)) await database.rows(sql.raw(each));
  await checkReferences(database, "enable");
  await database.rows(sql.raw(`select setval('ticket_numbers', ${firstCopy + size})`));
  await settleTables(database);
};
