import { staffRoles, type Desk, type StaffRole } from "../../src/desk/desk.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import { sampleDesk } from "./sample-desk.ts";

export const hour = 3_600_000;

/** A desk with one person for each role, each with only that role. */
export const deskOfRoles: Desk = {
  ...sampleDesk,
  people: Object.fromEntries(
    staffRoles.map((role) => [
      role,
      {
        key: role,
        name: `The ${role}`,
        roles: [role],
        identities: [`slack:U0${role.toUpperCase()}`],
        email: null,
        phone: null,
        deputy: null,
        locale: null,
        timezone: null,
        quiet: null,
        notify: null,
        notifyChoice: null,
        reports: true,
        outUntil: null,
      },
    ]),
  ),
  accounts: {
    ...sampleDesk.accounts,
    acme: {
      key: "acme",
      name: "Acme TV",
      plan: "premium",
      manager: "manager",
      locale: "en",
      timezone: "Europe/Madrid",
      channels: ["slack:C0ACME"],
      contacts: ["slack:U0CARLA"],
      accessManagers: [],
      ownTicketsOnly: [],
      sameContact: {},
    },
  },
};

export type Who = StaffRole | "owner" | "guest" | "guestInTriage" | "other" | "nobody";

const customers: Readonly<Record<Exclude<Who, StaffRole>, readonly [UserRef, ChannelRef]>> = {
  /** Opened the ticket. */
  owner: ["slack:U0CARLA", "slack:C0ACME"],
  /** A person of a shared channel (Slack Connect) whom the desk does not name. */
  guest: ["slack:U0GUEST", "slack:C0ACME"],
  /** The same guest in a team channel. */
  guestInTriage: ["slack:U0GUEST", "slack:C0TRIAGE"],
  /** A customer of another account. */
  other: ["slack:U0OLIVER", "slack:C0NORTH"],
  /** A customer without an account. */
  nobody: ["slack:U0SAM", "slack:C0RANDOM"],
};

/** All people, and where they act. */
export const everybody: Readonly<Record<Who, readonly [UserRef, ChannelRef]>> = {
  agent: ["slack:U0AGENT", "slack:C0TRIAGE"],
  manager: ["slack:U0MANAGER", "slack:C0TRIAGE"],
  tech: ["slack:U0TECH", "slack:C0TECH"],
  head: ["slack:U0HEAD", "slack:C0TRIAGE"],
  admin: ["slack:U0ADMIN", "slack:C0TRIAGE"],
  ...customers,
};

export const isCustomer = (who: Who): boolean => Object.hasOwn(customers, who);

/** The owners of the tests' ticket: its requester, and all people in its account's channel. */
export const isOwner = (who: Who): boolean => who === "owner" || who === "guest";
