import { awayWhy, wakes } from "./away.ts";
import type { Account, Desk, Person } from "./desk.ts";
import { termsFor } from "./promise.ts";
import type { Instant } from "./refs.ts";
import type { Severity } from "./severity.ts";

/**
 * Whose turn a new ticket is: that of the agents who are neither out nor in quiet hours, in the order of their keys; numbers
 * follow each other, so nobody has to remember who was last. Null where none of them is there.
 */
export const inTurn = (
  number: number,
  severity: Severity,
  account: Account | null,
  desk: Desk,
  at: Instant,
): Person | null => {
  const waking = wakes(severity, termsFor(desk, account, severity).calendar);
  const free = Object.values(desk.people)
    .filter((person) => person.roles.includes("agent") && person.identities.length > 0)
    .filter((person) => awayWhy(person, at, waking, desk) === null)
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return free[number % free.length] ?? null;
};
