import { readDeskFile } from "../../../src/desk/read-desk-file.ts";
import type { DeskDocument } from "../../../src/desk/schema.ts";

const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join("\n");

/** How many accounts and agents share the tickets of the past. */
export const pastAccounts = 20;
export const pastAgents = 10;

const plans = ["gold", "office", "basic"];

/**
 * A desk whose calendars are in UTC, so that a week's tickets can be copied to other weeks with the same due times.
 * `critical`: the target of a gold plan's first answer to a critical ticket, which a rehearsal changes.
 */
export const pastDeskFile = (critical = "PT30M"): string => `timezone: UTC
channels: { triage: slack:C0TRIAGE, tech: slack:C0TECH }
calendars:
  always: { open: always }
  office: { timezone: UTC, hours: { mon-fri: ["09:00-13:00", "14:00-18:00"] } }
plans:
  gold:
    calendar: always
    targets:
      critical: { firstResponse: ${critical}, nextResponse: PT1H, resolution: PT8H }
      high: { firstResponse: PT1H, nextResponse: PT2H, resolution: P1D }
      medium: { firstResponse: PT4H, nextResponse: PT8H }
      low: { firstResponse: P1D, nextResponse: P1D }
  office:
    calendar: office
    targets:
      critical: { firstResponse: PT1H, nextResponse: PT2H, resolution: P1D }
      high: { firstResponse: PT2H, nextResponse: PT4H, resolution: P2D }
      medium: { firstResponse: PT8H, nextResponse: P1D }
      low: { firstResponse: P1D, nextResponse: P2D }
  basic:
    calendar: office
    targets:
      critical: { firstResponse: PT4H }
      high: { firstResponse: PT8H }
      medium: { firstResponse: P1D }
      low: { firstResponse: P2D }
people:
  eva: { name: Eva, roles: [head, admin], slack: U0EVA }
${lines(3, (n) => `  manager${n}: { name: Manager ${n}, roles: [manager], slack: U0M${n}, timezone: UTC, quiet: "22:00-07:00" }`)}
${lines(pastAgents, (n) => `  agent${n}: { name: Agent ${n}, roles: [agent], slack: U0S${n} }`)}
accounts:
${lines(
  pastAccounts,
  (n) =>
    `  a${n}: { name: Account ${n}, plan: ${plans[n % 3] ?? ""}, manager: manager${n % 3}, channels: ["slack:C0A${n}"], contacts: ["slack:U0A${n}"] }`,
)}
limits:
  tickets: { person: 100000, account: 100000, within: PT10M }
  messages: { person: 100000, account: 100000, within: PT1M }
`;

/** The document of a desk file that has no fault. */
export const pastDocument = (critical?: string): DeskDocument => {
  const reading = readDeskFile(pastDeskFile(critical));
  if (!reading.ok) throw new Error(`the desk of the past has faults: ${JSON.stringify(reading.faults)}`);
  return reading.document;
};
