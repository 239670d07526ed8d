import type { Desk, Person } from "../desk/desk.ts";
import type { Instant } from "../sla/instant.ts";
import { isOut, personOf } from "../tickets/people.ts";

/** Whether a person wants reports and can be reached. */
export const isReachable = ({ reports, identities, email }: Person): boolean =>
  reports && (identities.length > 0 || email !== null);

const isHead = ({ roles }: Person): boolean => roles.includes("head");

/** The accounts whose figures a person gets: all of them for a head, else those that they manage. */
export const accountsFor = (person: Person, desk: Desk): readonly string[] =>
  Object.values(desk.accounts)
    .filter(({ manager }) => isHead(person) || manager === person.key)
    .map(({ key }) => key);

/** As whom a person gets figures; null if they get none. */
export const roleOf = (person: Person, desk: Desk): "head" | "manager" | null => {
  if (!isReachable(person)) return null;
  if (isHead(person)) return "head";
  return accountsFor(person, desk).length > 0 ? "manager" : null;
};

/** The person with this key, if reports go to them; else null. */
export const recipientNamed = (key: string, desk: Desk): Person | null => {
  const person = personOf(desk, key);
  return person !== null && roleOf(person, desk) !== null ? person : null;
};

/** The people to whom the desk's reports go. */
export const recipientsOf = (desk: Desk): readonly Person[] =>
  Object.values(desk.people).filter((person) => roleOf(person, desk) !== null);

/** The account manager; while they are out, their deputy. */
const managerNow = (account: string, desk: Desk, now: Instant): Person | null => {
  const manager = personOf(desk, desk.accounts[account]?.manager ?? null);
  if (manager === null || !isOut(manager, now)) return manager;
  const deputy = personOf(desk, manager.deputy);
  return deputy !== null && isReachable(deputy) && !isOut(deputy, now) ? deputy : manager;
};

/** The people who get alerts about an account's goal: every head and the account manager. A deputy replaces a manager who is out. */
export const goalRecipients = (account: string, desk: Desk, now: Instant): readonly Person[] => {
  const manager = managerNow(account, desk, now);
  const people = [...Object.values(desk.people).filter(isHead), ...(manager === null ? [] : [manager])];
  return [...new Set(people)].filter(isReachable);
};
