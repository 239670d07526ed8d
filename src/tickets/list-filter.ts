import type { Severity } from "../sla/severity.ts";

/**
 * `due`: missed, or due within `dueSoonMs`. `mine`: opened by me, assigned to me, or of an account that I manage.
 * `open`: not resolved.
 */
export type ListKind = "mine" | "open" | "due" | "all" | "waiting" | "resolved";

/** Which tickets a list shows; every field that is set narrows it. */
export interface ListFilter {
  readonly which: ListKind;
  /** A key of the desk's accounts. */
  readonly account: string | null;
  /** A key of the desk's people: tickets assigned to them and tickets of the accounts that they manage. */
  readonly person: string | null;
  readonly severity: Severity | null;
  /** Facts that features keep, by name: only tickets with these keys. */
  readonly facts: Readonly<Record<string, string>>;
  readonly unassigned: boolean;
  /** With the technical team now. */
  readonly tech: boolean;
  /** From 1. */
  readonly page: number;
}

/** The open tickets. */
export const openTickets: ListFilter = {
  which: "open",
  account: null,
  person: null,
  severity: null,
  facts: {},
  unassigned: false,
  tech: false,
  page: 1,
};

/** The number of tickets on one page of a list; more would fill the screen of a chat. */
export const listPageSize = 10;

/** Later pages are slow to find, and no person reads that far. */
export const lastListPage = 500;

/** A due time within this time counts as due soon. */
export const dueSoonMs = 4 * 3_600_000;

/** A list counts its tickets up to this number and says "over 1,000" beyond: counting a million takes too long. */
export const countedAtMost = 1_000;

/** The terms that name a list, as a command and a button carry them: `due account:acme high page:2`. */
export const listFilterText = ({
  which,
  account,
  person,
  severity,
  facts,
  unassigned,
  tech,
  page,
}: ListFilter): readonly string[] => [
  which,
  ...(account === null ? [] : [`account:${account}`]),
  ...(person === null ? [] : [`person:${person}`]),
  ...(severity === null ? [] : [severity]),
  ...Object.entries(facts).map(([name, key]) => `${name}:${key}`),
  ...(unassigned ? ["unassigned"] : []),
  ...(tech ? ["tech"] : []),
  ...(page === 1 ? [] : [`page:${page}`]),
];
