import { expect, test } from "vitest";
import { conversationCard } from "../../src/features/ticket-cards/conversation-card.ts";
import { listCard } from "../../src/features/lists/list-card.ts";
import { showCard } from "../../src/features/ticket-cards/show-card.ts";
import { withSla } from "../../src/tickets/clocks/evolve-clocks.ts";
import type { Ticket } from "../../src/tickets/ticket.ts";
import { clock, desk, noPlaces, now, audience, ticket, threadMessages } from "./samples/sample.ts";
import { shownList } from "./samples/sample-tickets.ts";

/** A ticket that was handed off, whose tech clock is due at a moment of its own. */
const due = now + 7_777_000;
const withTech: Ticket = {
  ...ticket,
  tech: { need: "canary", by: "Luis Gil", at: now, takenBy: "teo", end: null },
  ...withSla(ticket, {
    clocks: [
      { ...clock, end: { at: now, how: "met" } },
      { ...clock, kind: "tech", target: { ...clock.target, due } },
    ],
  }),
};

test.each(audience)(
  "a customer who reads $locale sees neither the technical team's clock nor its members",
  (viewer) => {
    const seen = JSON.stringify([
      conversationCard({ ticket: withTech, messages: threadMessages }, desk, viewer),
      showCard({ ticket: withTech, messages: threadMessages }, { desk, places: noPlaces, is: "customer", viewer }),
      listCard(shownList([withTech]), desk, "customer", viewer),
    ]);
    expect(seen).not.toMatch(/canary|Teo|"tech"/);
    expect(seen).not.toContain(String(due));
    expect(JSON.stringify(listCard(shownList([withTech]), desk, "staff", viewer))).toContain(String(due));
  },
);
