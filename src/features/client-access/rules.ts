import type { Account, Desk, Person } from "../../desk/desk.ts";
import { support, type FeatureReads } from "../../tickets/rules.ts";

/** `manageAccess`: to invite contacts to the client area, to see who has access, and to withdraw it. */
export const clientAccess = { reads: { manageAccess: support } } satisfies FeatureReads;

/** Whether this member of the staff decides who has access for an account: its manager, their deputy, head and admin. */
export const managesAccess = ({ key, roles }: Person, { manager }: Account, desk: Desk): boolean => {
  if (roles.includes("head") || roles.includes("admin")) return true;
  if (manager === null) return false;
  return manager === key || (Object.hasOwn(desk.people, manager) && desk.people[manager]?.deputy === key);
};
