import type { Card } from "../../../src/chat/card.ts";
import { customerHomeCard, staffHomeCard } from "../../../src/features/home/index.ts";
import type { Viewer } from "../../../src/i18n/viewer.ts";
import type { Ticket } from "../../../src/tickets/ticket.ts";
import { desk, now } from "./sample.ts";

/** The homes that the bot can show. */
export const homeCards = (tickets: readonly Ticket[], viewer: Viewer): readonly (readonly [string, Card])[] => {
  const places = new Map([[1042, { channel: "slack:C0TRIAGE", id: "1.2" } as const]]);
  const context = { desk, viewer, now, platform: "slack" };
  const few = tickets.slice(0, 5);
  const whole = {
    mine: few,
    unassigned: few,
    next: few,
    counts: { mine: 7, unassigned: 5_000, overdue: 1, soon: 2 },
    accounts: [
      { account: "acme", open: 1, next: { number: 1042, due: now } },
      { account: "acme", open: 3, next: null },
    ],
    gaps: [
      { plan: "premium", severities: ["critical"], accounts: ["Acme TV"], when: { is: "never" } },
      { plan: "premium", severities: ["critical", "high"], accounts: ["Acme TV"], when: { is: "noStep" } },
      {
        plan: "premium",
        severities: ["low"],
        accounts: ["Acme TV"],
        when: { is: "hours", days: [0, 2], from: 18 * 60, minutes: 120 },
      },
      {
        plan: "premium",
        severities: ["low"],
        accounts: ["Acme TV"],
        when: { is: "hours", days: [6], from: 18 * 60, minutes: 15 * 60 },
      },
    ],
    places,
    mayClaim: true,
    hasWebDesk: true,
  } as const;
  const empty = { ...whole, mine: [], unassigned: [], next: [], accounts: [], gaps: [] };
  const account = desk.accounts["acme"] ?? null;
  return [
    ["home of an agent", staffHomeCard(whole, context)],
    ["home of an agent without tickets", staffHomeCard(empty, context)],
    ["home of a customer", customerHomeCard({ account, tickets: few, total: 12, places }, context)],
    ["home of a customer without tickets", customerHomeCard({ account, tickets: [], total: 0, places }, context)],
    ["home of a stranger", customerHomeCard({ account: null, tickets: [], total: 0, places }, context)],
  ];
};
