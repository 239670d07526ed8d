import type { Severity } from "../sla/severity.ts";

/** `due` is what was missed or is due within `dueSoonMs`; `mine` what I opened, was assigned or manage; `open` whatever is not resolved. */
export type ListKind = "mine" | "open" | "due" | "all" | "waiting" | "resolved";

/** Which tickets a list shows; every field that is set narrows it. */
export interface ListFilter {
  readonly which: ListKind;
  /** A key of the desk's accounts. */
  readonly account: string | null;
  /** A key of the desk's people: what they are assigned, and the tickets of the accounts they manage. */
  readonly person: string | null;
  readonly severity: Severity | null;
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
  unassigned: false,
  tech: false,
  page: 1,
};

/** How many tickets one page of a list shows: more would be a wall of text in a chat. */
export const listPageSize = 10;

/** Nobody reads further: later pages take ever longer to find. */
export const lastListPage = 500;

/** What is due within this time is due soon. */
export const dueSoonMs = 4 * 3_600_000;

/** A list says how many tickets it has up to so many, and "over 1,000" beyond: counting a million takes too long. */
export const countedAtMost = 1_000;

/** The words that name a list, as a command and a button carry them: `due account:acme high page:2`. */
export const listWords = ({
  which,
  account,
  person,
  severity,
  unassigned,
  tech,
  page,
}: ListFilter): readonly string[] => [
  which,
  ...(account === null ? [] : [`account:${account}`]),
  ...(person === null ? [] : [`person:${person}`]),
  ...(severity === null ? [] : [severity]),
  ...(unassigned ? ["unassigned"] : []),
  ...(tech ? ["tech"] : []),
  ...(page === 1 ? [] : [`page:${page}`]),
];
