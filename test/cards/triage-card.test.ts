import { describe, expect, test } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import { cardBesideConversation, triageCard } from "../../src/features/ticket-cards/triage-card.ts";
import { sayIn } from "../../src/i18n/say.ts";
import type { ClockKind } from "../../src/sla/clock-kinds.ts";
import type { Severity } from "../../src/sla/severity.ts";
import { withSla } from "../../src/tickets/clocks/evolve-clocks.ts";
import { asResolved } from "../../src/tickets/status-change.ts";
import type { Ticket, TicketFields, TicketSla } from "../../src/tickets/ticket.ts";
import { expectCard } from "../support/expect-card.ts";
import { inEnglish, inOrder } from "../support/sentences.ts";
import { english, sample, severityWord, verbs, withMessages } from "./samples/drawn-cards.ts";
import { desk, noPlaces, now, places, ticket } from "./samples/sample.ts";
import { cardText, stringsOf } from "./samples/strings-of.ts";

/** The buttons of the card that are marked as chosen. */
const chosenIn = (card: Card): readonly string[] =>
  card.parts.flatMap((part) =>
    part.part === "buttons"
      ? part.buttons.flatMap((each) => (each.chosen === true && "action" in each ? [each.action] : []))
      : [],
  );

/** The line of a clock: its name, and how its target is or ended. */
const clockLine = (kind: ClockKind, how: RegExp): RegExp => inOrder(inEnglish(`clock.${kind}`), ": ", how);
const lateBy = (time: string): RegExp => inEnglish("target.late", { late: sayIn("en")("target.lateBy", { time }) });
const triage = (of: Ticket): Card => triageCard(withMessages(of), desk, places, english);

describe("the triage card", () => {
  test("shows what the team must know, and the claimed severity apart from the confirmed one", () => {
    const text = cardText(triage(sample("claimed, acknowledged and with messages")));
    for (const fact of [
      "Acme TV · ",
      inEnglish("triage.plan", { plan: "premium" }),
      inEnglish("triage.managerWithDeputy", { name: "Ana Ruiz", deputy: "Luis Gil" }),
      inEnglish("triage.askedBy", { name: "Carla Núñez", channel: "#slack:C0ACME" }),
      inOrder(
        inEnglish("triage.confirmed", { severity: sayIn("en")("severityLabel.high") }),
        inEnglish("triage.customerClaimed", { severity: severityWord("critical") }),
      ),
      inEnglish("triage.onIt", { name: "Luis Gil" }),
      inOrder(inEnglish("triage.notes", { count: 1 }), " · ", inEnglish("triage.replies", { count: 2 })),
      "> We go live in an hour.",
    ])
      expect(text).toMatch(fact);
    expectCard(triage(ticket))
      .says("triage.claimed", { severity: severityWord("critical") })
      .says("triage.unconfirmed");
  });

  test("marks the confirmed severity, and none before triage confirms one", () => {
    const confirmed = triage(sample("claimed, acknowledged and with messages"));
    expectCard(confirmed).offers("severity 1042 critical", "severity 1042 high", "lower 1042 medium", "lower 1042 low");
    expect(chosenIn(confirmed)).toEqual(["severity 1042 high"]);
    expect(cardText(triage(ticket))).not.toContain("✓");
  });

  test.each([
    [
      "just opened",
      [
        "severity",
        "severity",
        "severity",
        "severity",
        "claim",
        "reply",
        "wait",
        "resolve",
        "note",
        "tech",
        "assign",
        "promiseUpdate",
        "account",
        "follower",
        "why",
      ],
    ],
    [
      "claimed, acknowledged and with messages",
      [
        "severity",
        "severity",
        "lower",
        "lower",
        "reply",
        "wait",
        "resolve",
        "note",
        "tech",
        "assign",
        "promiseUpdate",
        "account",
        "follower",
        "why",
      ],
    ],
    [
      "answered late",
      [
        "severity",
        "severity",
        "severity",
        "severity",
        "claim",
        "reply",
        "resolve",
        "note",
        "tech",
        "assign",
        "promiseUpdate",
        "account",
        "follower",
        "why",
      ],
    ],
    ["resolved without an answer", ["reply", "reopen", "note", "account", "why"]],
  ])("offers the buttons of a ticket that is %s", (name, expected) => {
    expect(verbs(triage(sample(name)))).toEqual(expected);
  });

  test("carries the people who will read a reply in its button", () => {
    expect(stringsOf(triage(ticket))).toContain("reply 1042 slack:C0ACME");
    expect(stringsOf(triage(sample("of an unknown account")))).toContain("reply 1042 @slack:U0SAM");
  });

  test("shows prominently that the account is unknown", () => {
    expect(cardText(triage(sample("of an unknown account")))).toMatch(
      inOrder("⚠ ", inEnglish("triage.accountUnknown")),
    );
  });

  test("shows how a target runs or ended", () => {
    expect(cardText(triage(ticket))).toMatch(
      clockLine("firstResponse", inEnglish("target.due", { due: "[2026-01-12T09:10:00.000Z both]" })),
    );
    expect(cardText(triage({ ...ticket, ...withSla(ticket, { clocks: [] }) }))).toMatch(
      clockLine("firstResponse", inEnglish("target.none")),
    );
    expect(cardText(triage(sample("missed")))).toMatch(clockLine("firstResponse", inEnglish("target.missed")));
    expect(cardText(triage(sample("answered in time")))).toMatch(clockLine("firstResponse", inEnglish("target.met")));
    expect(cardText(triage(sample("answered late")))).toMatch(
      clockLine("firstResponse", lateBy("3 hours, 20 minutes")),
    );
  });

  test("shows the delay in working time without pauses, and for the target that was missed", () => {
    const [clock] = ticket.sla.clocks;
    if (clock === undefined) throw new Error("no clock");
    const received = (changes: Partial<TicketSla>, of: Partial<typeof clock>): string =>
      cardText(triage({ ...ticket, replies: 1, ...withSla(ticket, { ...changes, clocks: [{ ...clock, ...of }] }) }));
    const late = { at: now, how: "breached" } as const;
    const hour = 3_600_000;
    const always = { name: "always", open: "always" } as const;
    const due = { ...clock.target, calendar: always, due: now - 30 * hour };
    expect(received({}, { target: due, end: late })).toMatch(clockLine("firstResponse", lateBy("30 hours")));
    const pauses = { since: now - 29 * hour, lastEnd: null };
    expect(received({ pauses }, { kind: "resolution", target: due, end: late })).toMatch(
      clockLine("resolution", lateBy("1 hour")),
    );
    const missed = { ...due, due: now - 2 * hour, breached: true } as const;
    const anew = { ...due, due: now + 5 * hour };
    expect(received({}, { earlier: [missed], target: anew, end: late })).toMatch(
      clockLine("firstResponse", lateBy("2 hours")),
    );
    const dropped = { at: now, how: "cancelled" } as const;
    expect(received({}, { target: missed, end: dropped })).toMatch(
      clockLine("firstResponse", inEnglish("target.missed")),
    );
  });

  describe("asks before a press that the customer does not expect", () => {
    const asked = (of: Partial<TicketFields>, from: Ticket = ticket) =>
      triageCard(withMessages({ ...from, ...of }), desk, places, english).parts.flatMap((part) =>
        part.part === "buttons"
          ? part.buttons.flatMap(({ confirm, ...each }) =>
              confirm === undefined || !("action" in each) ? [] : [`${each.action}: ${confirm.title}`],
            )
          : [],
      );
    const makes = (to: Severity): string =>
      `severity 1042 ${to}: ${sayIn("en")("severityConfirm.title", { ticket: "T-1042", to: severityWord(to) })}`;
    const severities = (confirmedSeverity: "high" | null) =>
      withSla(ticket, { claimedSeverity: "high", confirmedSeverity });
    const answered = { replies: 1, unanswered: null, ...severities(null) } as const;
    const sure = { ...answered, ...severities("high") } as const;

    test("when an agent resolves a ticket whose customer has no answer yet", () => {
      expect(asked({ ...sure, replies: 0 })).toContain(
        `resolve 1042: ${sayIn("en")("resolveUnanswered.title", { ticket: "T-1042" })}`,
      );
      expect(asked({ ...sure, unanswered: { first: now, last: now } })).toContain(
        `resolve 1042: ${sayIn("en")("resolveUnread.title", { ticket: "T-1042" })}`,
      );
      expect(asked(sure).filter((each) => each.startsWith("resolve"))).toEqual([]);
    });

    test("when an agent resolves a ticket on which the customer still waits for something, and names it", () => {
      const callBack = { at: now, by: "Carla", number: "+34 600 111 222", time: null, notified: null };
      expect(asked({ ...sure, callBack } as Partial<TicketFields>)).toContain(
        `resolve 1042: ${sayIn("en")("resolveOwed.title", { ticket: "T-1042" })}`,
      );
      const parts = JSON.stringify(triageCard(withMessages({ ...ticket, ...sure, callBack }), desk, places, english));
      expect(parts).toContain(sayIn("en")("resolveOwed.text", { owed: sayIn("en")("owed.call") }));
    });

    test("when an agent changes the severity that the customer knows, also below the claimed one", () => {
      expect(asked(answered)).toEqual([makes("critical"), makes("medium"), makes("low")]);
      // Lowering a confirmed severity asks in a form.
      expect(asked(sure)).toEqual([makes("critical")]);
    });

    test("when an agent reopens the ticket", () => {
      expect(asked({}, asResolved(ticket, now))).toEqual([
        `reopen 1042: ${sayIn("en")("reopenConfirm.title", { ticket: "T-1042" })}`,
      ]);
    });
  });

  test("has words of the web beside a conversation on the web desk", () => {
    const beside = cardText(cardBesideConversation(withMessages(ticket), desk, places, english));
    expect(beside).toMatch(inEnglish("triage.notesAreInternal"));
    expect(beside).not.toMatch(inEnglish("triage.threadIsInternal"));
  });

  test("links to the customer's thread once it exists", () => {
    expect(cardText(triage(ticket))).toMatch(inEnglish("button.openConversation"));
    expect(cardText(triageCard(withMessages(ticket), desk, noPlaces, english))).not.toMatch(
      inEnglish("button.openConversation"),
    );
  });
});
