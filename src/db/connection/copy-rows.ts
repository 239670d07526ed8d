import { AsyncLocalStorage } from "node:async_hooks";
import type { SQL } from "drizzle-orm";
import { sql } from "../schema/orm.ts";
import type { DatabaseHandle, Database } from "./handle.ts";

/** One statement copies at most this many rows, and this many bytes. A customer's file may have ten megabytes. */
const BATCH_ROWS = 100;
const BATCH_BYTES = 1_000_000;

/** The number of copied rows by table; or the tables that already hold rows, and nothing was copied. */
export type Copied =
  | { readonly ok: true; readonly rows: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly notEmpty: readonly string[] };

/**
 * Copies all rows and sequences to a database with the same tables, in one transaction. Refuses if the target holds a
 * row. The caller must make sure that no program writes to `from` during the copy.
 */
export const copyRows = async (from: DatabaseHandle, to: DatabaseHandle): Promise<Copied> => {
  // Inside a transaction of `to`, the transaction guard would reject a statement for `from`.
  const outside = AsyncLocalStorage.snapshot();
  const source: Reader = (query) => outside(() => from.rows(query));
  const tables = await tablesOf(source);
  return to.db.transaction(async (tx): Promise<Copied> => {
    const notEmpty: string[] = [];
    for (const table of tables) if (await holdsRows(to, tx, table)) notEmpty.push(table);
    if (notEmpty.length > 0) return { ok: false, notEmpty };
    const rows = new Map<string, number>();
    for (const table of tables) rows.set(table, await copyTable(source, to, tx, table));
    await copySequences(source, to, tx);
    return { ok: true, rows };
  });
};

/** The tables that hold rows, whether they are Plazo's or another program's. */
export const filledTables = async (database: DatabaseHandle): Promise<readonly string[]> => {
  const tables = await database.rows<{ name: string }>(sql`
    select relname::text as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`);
  const filled: string[] = [];
  for (const { name } of tables) if (await holdsRows(database, database.db, name)) filled.push(name);
  return filled;
};

type Reader = <Row extends object>(query: SQL) => Promise<readonly Row[]>;

/** The tables in an order in which each comes after those that it references. */
const tablesOf = async (read: Reader): Promise<readonly string[]> => {
  const found = await read<{ name: string; refers: string | null }>(sql`
    select t.relname::text as name, r.relname::text as refers from pg_class t
    left join pg_constraint c on c.conrelid = t.oid and c.contype = 'f' and c.confrelid <> t.oid
    left join pg_class r on r.oid = c.confrelid
    where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace order by 1`);
  const left = Map.groupBy(found, ({ name }) => name);
  const ordered: string[] = [];
  while (left.size > 0) {
    const ready = [...left].filter(([, rows]) => rows.every(({ refers }) => refers === null || !left.has(refers)));
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${[...left.keys()].join(", ")}`);
    for (const [name] of ready) {
      ordered.push(name);
      left.delete(name);
    }
  }
  return ordered;
};

const holdsRows = async (to: DatabaseHandle, tx: Database, table: string): Promise<boolean> =>
  (await to.rows(sql`select 1 from ${sql.identifier(table)} limit 1`, tx)).length > 0;

/** Rows travel as JSON text, because both databases write and read it exactly. */
const copyTable = async (read: Reader, to: DatabaseHandle, tx: Database, table: string): Promise<number> => {
  const name = sql.identifier(table);
  let after = "(0,0)";
  let copied = 0;
  for (;;) {
    const last = await endOfBatch(read, table, after);
    if (last === null) return copied;
    const rows = await read<{ row: string }>(sql`
      select row_to_json(t)::text as row from ${name} t
      where t.ctid > ${after}::tid and t.ctid <= ${last}::tid order by t.ctid`);
    const batch = `[${rows.map(({ row }) => row).join(",")}]`;
    await to.rows(sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${batch}::json)`, tx);
    copied += rows.length;
    after = last;
  }
};

/** Returns the row identifier at which the next batch ends; null after the last row. */
const endOfBatch = async (read: Reader, table: string, after: string): Promise<string | null> => {
  const [first, ...more] = await read<{ at: string; bytes: number }>(sql`
    select t.ctid::text as at, pg_column_size(t.*)::int as bytes from ${sql.identifier(table)} t
    where t.ctid > ${after}::tid order by t.ctid limit ${BATCH_ROWS}`);
  if (first === undefined) return null;
  let bytes = first.bytes;
  let last = first.at;
  for (const row of more) {
    bytes += row.bytes;
    if (bytes > BATCH_BYTES) break;
    last = row.at;
  }
  return last;
};

/** Copies the positions of the sequences, so that no number is given twice. */
const copySequences = async (read: Reader, to: DatabaseHandle, tx: Database): Promise<void> => {
  const sequences = await read<{ name: string; last: string }>(sql`
    select quote_ident(sequencename) as name, last_value::text as last from pg_sequences
    where schemaname = 'public' and last_value is not null`);
  for (const { name, last } of sequences)
    await to.rows(sql`select setval(${`public.${name}`}::regclass, ${last}::bigint)`, tx);
};
