import type { Account, Desk, Person } from "../../desk/desk.ts";
import type { Principal } from "../../tickets/principal.ts";
import type { UserRef } from "../../tickets/refs.ts";
import { support, type FeatureReads } from "../../tickets/rules.ts";

/**
 * `manageAccess`: to invite contacts to the client area, to see who has access, and to withdraw it. Beside the staff, single
 * contacts may do so for their own account.
 */
export const clientAccess = { reads: { manageAccess: support } } satisfies FeatureReads;

/** Whether this contact may invite people of the account, and withdraw their access. */
export const isAccessManager = (user: UserRef, principal: Principal, account: Account): boolean =>
  principal.is === "customer" && principal.account?.key === account.key && account.accessManagers.includes(user);

/** Whether this member of the staff decides who has access for an account: its manager, their deputy, head and admin. */
export const managesAccess = ({ key, roles }: Person, { manager }: Account, desk: Desk): boolean => {
  if (roles.includes("head") || roles.includes("admin")) return true;
  if (manager === null) return false;
  return manager === key || (Object.hasOwn(desk.people, manager) && desk.people[manager]?.deputy === key);
};
