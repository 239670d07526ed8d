import type { ClockKind } from "../../sla/clock-kinds.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../connection/handle.ts";
import { textsOf } from "../many-values.ts";
import { sql, toInstant } from "../schema/orm.ts";
import { tickets } from "../schema/schema.ts";

/** The open tickets of an account: how many, and what is due next. */
export interface AccountLoad {
  readonly account: string;
  /** Counted up to a bound; there may be more. */
  readonly open: number;
  /** Null if nothing is due. */
  readonly next: { readonly number: number; readonly clock: ClockKind; readonly due: Instant } | null;
}

interface Row {
  readonly account: string;
  readonly open: number;
  readonly number: number | null;
  readonly clock: ClockKind | null;
  readonly due: string | Date | null;
}

/** The load of the first `limit` of these accounts, the next due first. Each account's tickets are counted up to `atMost`. */
export const accountLoads = async (
  db: Database,
  accounts: readonly string[],
  { limit, atMost }: { readonly limit: number; readonly atMost: number },
): Promise<readonly AccountLoad[]> => {
  const rows: readonly Row[] = await db
    .select({
      account: sql<string>`listed.account`,
      open: sql<number>`(select count(*)::int from (select 1 from ${tickets}
        where account = listed.account and status <> 'resolved' limit ${atMost}) as counted)`,
      number: sql<number | null>`listed.number`,
      clock: sql<ClockKind | null>`listed.next_clock`,
      due: sql<string | Date | null>`listed.next_due`,
    })
    .from(
      sql`(select named.account, next.number, next.next_clock, next.next_due
        from unnest(${textsOf(accounts)}::text[]) with ordinality as named (account, place)
        left join lateral (select number, next_clock, next_due from ${tickets}
          where account = named.account and status <> 'resolved' and next_due is not null
          order by next_due, number limit 1) as next on true
        order by next.next_due asc nulls last, named.place limit ${limit}) as listed`,
    );
  return rows.map(({ account, open, number, clock, due }) => ({
    account,
    open,
    next: number === null || clock === null || due === null ? null : { number, clock, due: toInstant(due) },
  }));
};
