import type { OutcomeFilter } from "./attainment.ts";

/** As a value of a scope: the tickets that have none, for example no account. No key of a desk file is written like this. */
export const without = "-";

/**
 * Which tickets a report is about, by keys of the desk; null: all. An account counts for the person who manages it today, and
 * a ticket for the account and area that it has today. `agent`: who had the ticket when the clock ended; for figures of
 * tickets, who has it.
 */
export interface ReportScope {
  readonly account: string | null;
  readonly area: string | null;
  readonly manager: string | null;
  readonly agent: string | null;
}

export const wholeDesk: ReportScope = { account: null, area: null, manager: null, agent: null };

/** The account managers of today by the keys of their accounts; null: the account has none. */
export type AccountManagers = Readonly<Record<string, string | null>>;

/** The account managers of a desk. */
export const managersOf = (
  accounts: Readonly<Record<string, { readonly key: string; readonly manager: string | null }>>,
): AccountManagers => Object.fromEntries(Object.values(accounts).map(({ key, manager }) => [key, manager]));

/** What narrows outcomes and tickets alike. */
export type ScopeFilter = Pick<OutcomeFilter["only"], "account" | "area" | "assignee" | "accounts">;

const keyIn = (value: string): string | null => (value === without ? null : value);

/** The accounts of a manager. Without a manager are accounts that have none or are no longer in the desk, and tickets without an account. */
const accountsOf = (manager: string, managers: AccountManagers): NonNullable<ScopeFilter["accounts"]> => {
  const wanted = keyIn(manager);
  const keys = Object.entries(managers).flatMap(([account, own]) =>
    (wanted === null ? own !== null : own === wanted) ? [account] : [],
  );
  return { keys, isIn: wanted !== null };
};

/** The filter of a scope. */
export const filterOf = ({ account, area, manager, agent }: ReportScope, managers: AccountManagers): ScopeFilter => ({
  ...(account === null ? {} : { account: keyIn(account) }),
  ...(area === null ? {} : { area: keyIn(area) }),
  ...(agent === null ? {} : { assignee: keyIn(agent) }),
  ...(manager === null ? {} : { accounts: accountsOf(manager, managers) }),
});
