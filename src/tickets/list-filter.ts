import type { Instant } from "../sla/instant.ts";
import type { Severity } from "../sla/severity.ts";
import { nextDueClock } from "./clocks/plan.ts";
import type { StoredTicket } from "./ticket.ts";

/**
 * `due`: missed, or due within `dueSoonMs`. `overdue`: missed; for staff, because it may be the technical team's target.
 * `mine`: opened by me, assigned to me, or of an account that I manage. `open`: not resolved.
 */
export type ListKind = "mine" | "open" | "due" | "overdue" | "all" | "waiting" | "resolved";

/**
 * Where a page begins: after the last ticket of the page before it, or before the first ticket of the page after it. So a
 * page neither skips nor repeats a ticket when others close meanwhile.
 */
export interface ListPlace {
  readonly side: "after" | "before";
  /** When that ticket is due next; null in lists by number, and if it has no due time. */
  readonly due: Instant | null;
  readonly number: number;
}

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
  /** From 1. With a place it only tells people about where they are. */
  readonly page: number;
  /** Null: the page is found by its number. */
  readonly place: ListPlace | null;
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
  place: null,
};

/** The number of tickets on one page of a list; more would fill the screen of a chat. */
export const listPageSize = 10;

/** Later pages are slow to find, and no person reads that far. */
export const lastListPage = 500;

/** A due time within this time counts as due soon. */
export const dueSoonMs = 4 * 3_600_000;

/** A list counts its tickets up to this number and says "over 1,000" beyond: counting a million takes too long. */
export const countedAtMost = 1_000;

/**
 * The place behind the last of these tickets, or before the first. A ticket that cannot be read has no known due time, so its
 * neighbour is taken. Null if none can be read.
 */
export const listPlaceAt = (side: ListPlace["side"], tickets: readonly StoredTicket[]): ListPlace | null => {
  const readable = tickets.flatMap((ticket) => (ticket.status === "unreadable" ? [] : [ticket]));
  const ticket = side === "after" ? readable.at(-1) : readable[0];
  return ticket === undefined ? null : { side, due: nextDueClock(ticket)?.target.due ?? null, number: ticket.number };
};

const placeText = ({ side, due, number }: ListPlace): string =>
  `${side}:${due === null ? "" : due.toString(36)}.${number}`;

/** The place that a term names; null if it names none. */
export const listPlaceOf = (term: string): ListPlace | null => {
  const [, side, due = "", number] = /^(after|before):([0-9a-z]{0,9})\.([1-9]\d{0,9})$/.exec(term) ?? [];
  if (side !== "after" && side !== "before") return null;
  return { side, due: due === "" ? null : Number.parseInt(due, 36), number: Number(number) };
};

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
  place,
}: ListFilter): readonly string[] => [
  which,
  ...(account === null ? [] : [`account:${account}`]),
  ...(person === null ? [] : [`person:${person}`]),
  ...(severity === null ? [] : [severity]),
  ...Object.entries(facts).map(([name, key]) => `${name}:${key}`),
  ...(unassigned ? ["unassigned"] : []),
  ...(tech ? ["tech"] : []),
  ...(page === 1 ? [] : [`page:${page}`]),
  ...(place === null ? [] : [placeText(place)]),
];
