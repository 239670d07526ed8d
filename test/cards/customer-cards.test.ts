import { describe, expect, test } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { listCard } from "../../src/features/lists/list-card.ts";
import { messageCard } from "../../src/features/message-cards/message-cards.ts";
import { receiptCard } from "../../src/features/message-cards/receipt-card.ts";
import { conversationCard } from "../../src/features/ticket-cards/conversation-card.ts";
import { showCard } from "../../src/features/ticket-cards/show-card.ts";
import { triageCard } from "../../src/features/ticket-cards/triage-card.ts";
import { withSla } from "../../src/tickets/clocks/evolve-clocks.ts";
import { permissions, type Permission } from "../../src/tickets/permissions.ts";
import type { Ticket } from "../../src/tickets/ticket.ts";
import { inEnglish, inOrder } from "../support/sentences.ts";
import { english, sample, verbs, withMessages } from "./samples/drawn-cards.ts";
import { messages } from "./samples/sample-notifications.ts";
import { shownList, tickets } from "./samples/sample-tickets.ts";
import { desk, now, places, ticket, unnamed } from "./samples/sample.ts";
import { cardText, stringsOf } from "./samples/strings-of.ts";

describe("the cards are still true when they are read", () => {
  const office = {
    name: "office",
    open: "hours",
    timezone: "Europe/Madrid",
    hours: { mon: [{ from: 540, to: 1080 }], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    holidays: [],
    exceptions: {},
  } as const;
  const opened = (at: string): Ticket => {
    const of = sample("just opened");
    const openedAt = Date.parse(at);
    const clocks = of.sla.clocks.map((clock) => ({ ...clock, target: { ...clock.target, calendar: office } }));
    return { ...of, openedAt, ...withSla(of, { clocks }) };
  };

  test("a customer who writes outside office hours reads when they begin, and not that an agent looks at it now", () => {
    const sunday = cardText(conversationCard(withMessages(opened("2026-01-11T12:00:00Z")), desk, english));
    expect(sunday).toMatch(inEnglish("conversation.outsideHours", { at: "[2026-01-12T08:00:00.000Z moment]" }));
    expect(sunday).not.toMatch(/look at it|shortly/);
    expect(cardText(conversationCard(withMessages(opened("2026-01-12T12:00:00Z")), desk, english))).not.toMatch(
      inEnglish("conversation.outsideHours"),
    );
  });

  test("a customer who may always escalate does not read that they may from now on", () => {
    const missed = messages.reminder.filter((message) => message.type === "reminder" && message.notice.step >= 100);
    const received = (of: Desk): string =>
      missed
        .map((message) =>
          cardText(
            messageCard(message, { pauses: [], ...withMessages(ticket), desk: of, places, viewer: english, now }),
          ),
        )
        .join("\n");
    expect(received(desk)).toMatch(inEnglish("escalation.allowed"));
    const plans = Object.entries(desk.plans).map(([key, plan]) => [key, { ...plan, escalate: "always" }] as const);
    const always = received({ ...desk, plans: Object.fromEntries(plans) });
    expect(always).not.toMatch(inEnglish("escalation.allowed"));
    expect(always).toMatch(inEnglish("escalation.allowedAlways"));
  });

  test("a card shows the customer as the last author only until an answer", () => {
    const words = { ...unnamed, text: "And now?", by: "Carla Núñez", at: now } as const;
    const received = (lastReplyAt: number | null): string =>
      cardText(triageCard(withMessages({ ...ticket, lastCustomerMessage: words, lastReplyAt }), desk, places, english));
    expect(received(null)).toMatch(inEnglish("triage.wroteLast", { name: "Carla Núñez" }));
    expect(received(now - 1)).toMatch(inEnglish("triage.wroteLast", { name: "Carla Núñez" }));
    expect(received(now + 1)).toMatch(inEnglish("triage.wrote", { name: "Carla Núñez" }));
  });
});

describe("the customer's card", () => {
  test("mentions the requester, shows the first response target and names the contact", () => {
    const text = cardText(conversationCard(withMessages(ticket), desk, english));
    for (const words of [
      inEnglish("conversation.greeting", { name: "@Carla Núñez" }),
      inOrder(inEnglish("conversation.firstAnswerBy"), ": [2026-01-12T09:10:00.000Z both]"),
      inOrder(
        inEnglish("conversation.contact"),
        ": Ana Ruiz · ",
        inEnglish("conversation.phoneHint", { phone: "+34 600 000 001" }),
      ),
    ])
      expect(text).toMatch(words);
  });

  test("has the description, and Close or Reopen", () => {
    expect(cardText(conversationCard(withMessages(ticket), desk, english))).toContain(
      `> ${ticket.description.slice(0, 20)}`,
    );
    expect(verbs(conversationCard(withMessages(ticket), desk, english))).toContain("resolve");
    expect(verbs(conversationCard(withMessages(sample("resolved without an answer")), desk, english))).toEqual([
      "reopen",
    ]);
    expect(verbs(conversationCard(withMessages(sample("merged, with ties")), desk, english))).not.toContain("reopen");
  });

  test("does not repeat what the receipt says", () => {
    const lines = (card: Card): readonly string[] => cardText(card).split("\n");
    const card = lines(conversationCard(withMessages(ticket), desk, english));
    expect(lines(receiptCard(ticket, english)).filter((line) => card.includes(line))).toEqual([]);
  });

  test("offers a call only if plan and severity allow one", () => {
    expect(
      cardText(
        conversationCard(withMessages({ ...ticket, ...withSla(ticket, { confirmedSeverity: "low" }) }), desk, english),
      ),
    ).not.toContain("+34");
    expect(cardText(conversationCard(withMessages({ ...ticket, account: "north" }), desk, english))).not.toContain(
      "+34",
    );
  });

  test.each([
    ["just opened", "progress.received"],
    ["claimed, acknowledged and with messages", "progress.looking"],
    ["answered late", "progress.waiting"],
    ["resolved without an answer", "progress.resolved"],
  ] as const)("shows in plain words the status of a ticket that is %s", (name, words) => {
    expect(cardText(conversationCard(withMessages(sample(name)), desk, english))).toMatch(
      inOrder(inEnglish("fact.status"), ": ", inEnglish(words)),
    );
  });
});

const isWish = (verb: string): verb is Permission => Object.hasOwn(permissions, verb);

describe("the customers' view", () => {
  const customerCards = (of: Ticket): readonly Card[] => [
    conversationCard(withMessages(of), desk, english),
    receiptCard(of, english),
    showCard(withMessages(of), { desk, places: { ...places, triage: null }, is: "customer", viewer: english }),
    listCard(shownList([of]), desk, "customer", english),
    ...messages.statusChanged.map((each) =>
      messageCard(each, { pauses: [], ...withMessages(of), desk, places, viewer: english, now }),
    ),
  ];

  test("never names the assignee, the claimed severity beside the confirmed one, or the existence of notes", () => {
    const secrets = /Canaria|marta|Luis Gil|\blow\b|confirmed|\bnotes?\b|triage/i;
    for (const of of Object.values(tickets)) {
      const sla = withSla(of, { claimedSeverity: "low", confirmedSeverity: "high" });
      const hidden: Ticket = { ...of, assignee: "marta", ...sla, notes: 7 };
      for (const card of customerCards(hidden))
        expect(stringsOf(card).filter((text) => secrets.test(text))).toEqual([]);
    }
  });

  test("has only the buttons that customers may use", () => {
    const pressed = new Set(
      Object.values(tickets).flatMap((of) => customerCards(of).flatMap((card) => verbs(card).filter(isWish))),
    );
    expect([...pressed].filter((verb) => permissions[verb].customer !== "own")).toEqual([]);
    for (const of of Object.values(tickets))
      for (const card of customerCards(of)) expect(verbs(card).every(isWish)).toBe(true);
  });
});
