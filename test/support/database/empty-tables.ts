/**
 * Empties every table and restarts every sequence. `delete` takes 2 ms where `truncate` takes 100, because a test
 * leaves few rows. Foreign keys are not checked meanwhile, so the order of tables does not matter.
 */
export const emptyTables = async (run: (statements: string) => Promise<unknown>): Promise<void> => {
  await run(`
    do $$
    declare each record;
    begin
      set local session_replication_role = replica;
      for each in select schemaname, tablename from pg_tables where schemaname = 'public' loop
        execute format('delete from %I.%I', each.schemaname, each.tablename);
      end loop;
      for each in select schemaname, sequencename, start_value from pg_sequences where schemaname = 'public' loop
        perform setval(format('%I.%I', each.schemaname, each.sequencename)::regclass, each.start_value, false);
      end loop;
    end $$`);
};
