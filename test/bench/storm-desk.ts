import type { Account, Desk, Person } from "../../src/desk/desk.ts";
import type { Severity } from "../../src/sla/severity.ts";
import { sampleDesk } from "../support/sample-desk.ts";

/** How many targets fall due in the same second, by severity. */
export const mix: Readonly<Record<Severity, number>> = { critical: 20, high: 80, medium: 300, low: 600 };

const managers = 40;
const noDetails = {
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
};

const manager = (n: number): Person => ({
  ...noDetails,
  key: `m${n}`,
  name: `Manager ${n}`,
  roles: ["manager"],
  identities: [`slack:U0M${n}`],
});

const account = (n: number): Account => ({
  key: `a${n}`,
  name: `Account ${n}`,
  plan: "premium",
  manager: `m${n}`,
  locale: "en",
  timezone: "Europe/Madrid",
  channels: [`slack:C0A${n}`],
  contacts: [`slack:U0A${n}`],
  accessManagers: [],
  ownTicketsOnly: [],
  sameContact: {},
});

const numbers = Array.from({ length: managers }, (_, n) => n);

/** Forty managers with an account each, and one head who hears of every step. */
export const stormDesk: Desk = {
  ...sampleDesk,
  ladder: sampleDesk.ladder.map((step) => ({ ...step, tell: ["manager", "head"], mention: null })),
  people: {
    ...Object.fromEntries(numbers.map((n) => [`m${n}`, manager(n)])),
    eva: { ...noDetails, key: "eva", name: "Eva Sanz", roles: ["head"], identities: ["slack:U0EVA"] },
  },
  accounts: Object.fromEntries(numbers.map((n) => [`a${n}`, account(n)])),
};
