/** Runs SQL on a database that a test uses. */
type Run = (statements: string) => Promise<unknown>;

/**
 * Prepares a database for emptying, once. The result empties every table and restarts every sequence. `delete` takes 2 ms
 * where `truncate` takes 100, because a test leaves few rows. A function of the database does it, since Postgres keeps
 * the plans of its statements. It deletes the rows that refer to others first: with foreign keys switched off Postgres
 * would forget the plans of all other statements.
 */
export const prepareEmptying = async (run: Run): Promise<() => Promise<unknown>> => {
  await run(`
    create schema if not exists testing;
    do $$
    declare statements text;
    begin
      with recursive
        tables as (
          select pg_class.oid as id, format('%I.%I', nspname, relname) as name
          from pg_class join pg_namespace on pg_namespace.oid = relnamespace
          where nspname = 'public' and relkind = 'r'
        ),
        referring (id, depth) as (
          select id, 0 from tables
          union
          select conrelid, depth + 1 from referring join pg_constraint on confrelid = id and contype = 'f'
        ),
        ordered as (select name, max(depth) as depth from tables join referring using (id) group by name)
      select string_agg(format('delete from %s;', name), ' ' order by depth desc) into statements from ordered;
      select statements || string_agg(
        format('perform setval(%L, %s, false);', format('%I.%I', schemaname, sequencename), start_value), ' '
      ) into statements from pg_sequences where schemaname = 'public';
      execute format(
        'create or replace function testing.empty_tables() returns void language plpgsql as %L',
        format('begin %s end', statements)
      );
    end $$`);
  return () => run("select testing.empty_tables()");
};
