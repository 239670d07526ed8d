import type { CommandType } from "./messages.ts";
import type { Principal } from "./principal.ts";
import { commands, reads } from "./registry.ts";
import type { Grant } from "./rules.ts";

/** What a person can ask for: every command, and everything that a feature shows. */
export type Permission = CommandType | keyof typeof reads;

const grants = Object.entries(commands).map(([type, { permission }]) => [type, permission] as const);

/** Who may do what. The registry has a rule for every command, so no grant is missing. */
export const permissions: Readonly<Record<Permission, Grant>> = {
  ...(Object.fromEntries(grants) as Record<CommandType, Grant>),
  ...reads,
};

/** Whether a person may do this at all. For "own" the caller must check the ticket with `isOwnTicket`. */
export const permitted = (principal: Principal, permission: Permission): "yes" | "own" | "no" => {
  const { customer, staff } = permissions[permission];
  if (principal.is === "customer") return customer;
  return principal.person.roles.some((role) => staff.includes(role)) ? "yes" : "no";
};
