import { atOnce } from "../../src/features/history/ticket-changes.ts";
import { describe, expect, test } from "vitest";
import { verbOf } from "../../src/chat/action.ts";
import { withSla } from "../../src/tickets/clocks/evolve-clocks.ts";
import type { Card } from "../../src/chat/card.ts";
import type { ClockKind } from "../../src/sla/clock-kinds.ts";
import type { Severity } from "../../src/sla/severity.ts";
import type { Event } from "../../src/tickets/messages.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { permissions, type Permission } from "../../src/tickets/permissions.ts";
import type { NotifyTarget, ReminderNotification } from "../../src/tickets/routes/notification-route.ts";
import { asResolved } from "../../src/tickets/status-change.ts";
import type { Ticket, TicketFields, TicketSla, TicketState } from "../../src/tickets/ticket.ts";
import { openTickets } from "../../src/tickets/list-filter.ts";
import { conversationCard } from "../../src/features/ticket-cards/conversation-card.ts";
import { subcommands } from "../../src/features/surface.ts";
import { helpCard } from "../../src/features/help/help-card.ts";
import { listCard } from "../../src/features/lists/list-card.ts";
import { messageCard, refusalCard } from "../../src/features/message-cards/message-cards.ts";
import type { Viewer } from "../../src/i18n/viewer.ts";
import { customerViewer, viewerFor } from "../../src/i18n/viewer-for.ts";
import { receiptCard } from "../../src/features/message-cards/receipt-card.ts";
import { messageSteps } from "../../src/features/transcript/transcript.ts";
import { showCard } from "../../src/features/ticket-cards/show-card.ts";
import { whyCard } from "../../src/features/explanation/why-due.ts";
import { triageCard } from "../../src/features/ticket-cards/triage-card.ts";
import { clock, desk, noPlaces, now, places, threadMessages, ticket, unnamed } from "./sample.ts";
import { events } from "./sample-events.ts";
import { failures, messages, notice } from "./sample-notifications.ts";
import { shownList, tickets } from "./sample-tickets.ts";
import { historyCard } from "../../src/features/history/history-card.ts";
import { cardText, stringsOf } from "./strings-of.ts";
import { inEnglish, inOrder, inSpanish } from "../support/sentences.ts";
import { sayIn } from "../../src/i18n/say.ts";
import { expectCard } from "../support/expect-card.ts";

const english: Viewer = { locale: "en", timezone: "Europe/Madrid" };
const spanish: Viewer = { locale: "es", timezone: "Europe/Madrid" };

const sample = (name: string): Ticket => {
  const found = tickets[name];
  if (found === undefined) throw new Error(`no sample ticket ${name}`);
  return found;
};

const verbs = (card: Card): readonly string[] =>
  card.parts.flatMap((part) =>
    part.part === "buttons"
      ? [...part.buttons, ...(part.menu?.items ?? [])].flatMap((each) =>
          "action" in each ? [verbOf(each.action)] : [],
        )
      : [],
  );

/** The buttons of the card that are marked as chosen. */
const chosenIn = (card: Card): readonly string[] =>
  card.parts.flatMap((part) =>
    part.part === "buttons"
      ? part.buttons.flatMap((each) => (each.chosen === true && "action" in each ? [each.action] : []))
      : [],
  );

/** A severity as it reads inside a sentence. */
const severityWord = (severity: Severity): string => sayIn("en")(`severity.${severity}`);
/** The line of a clock: its name, and how its target is or ended. */
const clockLine = (kind: ClockKind, how: RegExp): RegExp => inOrder(inEnglish(`clock.${kind}`), ": ", how);
const lateBy = (time: string): RegExp => inEnglish("target.late", { late: sayIn("en")("target.lateBy", { time }) });

const withMessages = (of: Ticket): TicketState => ({ ticket: of, messages: threadMessages });
const triage = (of: Ticket): Card => triageCard(withMessages(of), desk, places, english);
const remind = (more: Partial<ReminderNotification>, of: Ticket = ticket, at = now): Card =>
  messageCard(
    { type: "reminder", notice: { ...notice, ...more } },
    { ...withMessages(of), desk, places, viewer: english, now: at },
  );

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
    const told = (changes: Partial<TicketSla>, of: Partial<typeof clock>): string =>
      cardText(triage({ ...ticket, replies: 1, ...withSla(ticket, { ...changes, clocks: [{ ...clock, ...of }] }) }));
    const late = { at: now, how: "breached" } as const;
    const hour = 3_600_000;
    const always = { name: "always", open: "always" } as const;
    const due = { ...clock.target, calendar: always, due: now - 30 * hour };
    expect(told({}, { target: due, end: late })).toMatch(clockLine("firstResponse", lateBy("30 hours")));
    const pauses = [{ from: now - 29 * hour, to: now }];
    expect(told({ pauses }, { kind: "resolution", target: due, end: late })).toMatch(
      clockLine("resolution", lateBy("1 hour")),
    );
    const missed = { ...due, due: now - 2 * hour, breached: true } as const;
    const anew = { ...due, due: now + 5 * hour };
    expect(told({}, { earlier: [missed], target: anew, end: late })).toMatch(
      clockLine("firstResponse", lateBy("2 hours")),
    );
    const dropped = { at: now, how: "cancelled" } as const;
    expect(told({}, { target: missed, end: dropped })).toMatch(clockLine("firstResponse", inEnglish("target.missed")));
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
    const answered = { replies: 1, unanswered: [], ...severities(null) } as const;
    const sure = { ...answered, ...severities("high") } as const;

    test("when an agent resolves a ticket whose customer has no answer yet", () => {
      expect(asked({ ...sure, replies: 0 })).toContain(
        `resolve 1042: ${sayIn("en")("resolveUnanswered.title", { ticket: "T-1042" })}`,
      );
      expect(asked({ ...sure, unanswered: [now] })).toContain(
        `resolve 1042: ${sayIn("en")("resolveUnread.title", { ticket: "T-1042" })}`,
      );
      expect(asked(sure).filter((each) => each.startsWith("resolve"))).toEqual([]);
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

  test("links to the customer's thread once it exists", () => {
    expect(cardText(triage(ticket))).toMatch(inEnglish("button.openConversation"));
    expect(cardText(triageCard(withMessages(ticket), desk, noPlaces, english))).not.toMatch(
      inEnglish("button.openConversation"),
    );
  });
});

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
    const told = (of: Desk): string =>
      missed
        .map((message) =>
          cardText(messageCard(message, { ...withMessages(ticket), desk: of, places, viewer: english, now })),
        )
        .join("\n");
    expect(told(desk)).toMatch(inEnglish("escalation.allowed"));
    const plans = Object.entries(desk.plans).map(([key, plan]) => [key, { ...plan, escalate: "always" }] as const);
    const always = told({ ...desk, plans: Object.fromEntries(plans) });
    expect(always).not.toMatch(inEnglish("escalation.allowed"));
    expect(always).toMatch(inEnglish("escalation.allowedAlways"));
  });

  test("a card shows the customer as the last author only until an answer", () => {
    const words = { ...unnamed, text: "And now?", by: "Carla Núñez", at: now } as const;
    const told = (lastReplyAt: number | null): string =>
      cardText(triageCard(withMessages({ ...ticket, lastCustomerMessage: words, lastReplyAt }), desk, places, english));
    expect(told(null)).toMatch(inEnglish("triage.wroteLast", { name: "Carla Núñez" }));
    expect(told(now - 1)).toMatch(inEnglish("triage.wroteLast", { name: "Carla Núñez" }));
    expect(told(now + 1)).toMatch(inEnglish("triage.wrote", { name: "Carla Núñez" }));
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
      messageCard(each, { ...withMessages(of), desk, places, viewer: english, now }),
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

describe("a reminder card", () => {
  test("carries the facts, the customer's last message, the reason and the buttons", () => {
    const text = cardText(remind({}, sample("claimed, acknowledged and with messages")));
    for (const words of [
      inEnglish("reminder.nearing", { clock: sayIn("en")("clock.firstResponse"), ticket: "T-1042" }),
      inEnglish("reminder.used", { share: "80%" }),
      inOrder(inEnglish("fact.account"), ": Acme TV"),
      inOrder(inEnglish("fact.severity"), ": ", inEnglish("severityLabel.high")),
      inOrder(inEnglish("fact.assignee"), ": Canaria Interna"),
      "> Any news?",
      inEnglish("reminder.because.manager", { account: "Acme TV" }),
    ])
      expect(text).toMatch(words);
    expectCard(remind({}, sample("claimed, acknowledged and with messages"))).offers("acknowledge", "reply", "assign");
    expect(cardText(remind({}))).toMatch(inEnglish("reminder.unclaimed"));
  });

  test("says that it is late if it is more than a minute late", () => {
    expect(cardText(remind({ plannedFor: now - 60_000 }))).not.toContain("late");
    expect(cardText(remind({ plannedFor: now - 61_000 }))).toMatch(
      inEnglish("reminder.sentLate", { time: "1 minute, 1 second" }),
    );
  });

  test("names the breach, and no longer offers “I'm on it”", () => {
    const card = remind({ step: 100 });
    expect(cardText(card)).toMatch(
      inEnglish("reminder.breached", { clock: sayIn("en")("clock.firstResponse"), ticket: "T-1042" }),
    );
    expect(verbs(card)).toEqual(["reply", "assign", "out", "why"]);
  });

  test("tells a deputy whether the manager was notified too", () => {
    const notifyTarget = { how: "direct", person: "luis", as: "deputy" } as const;
    expect(cardText(remind({ to: notifyTarget }))).toMatch(
      inEnglish("reminder.because.deputy", { manager: "Ana Ruiz", account: "Acme TV" }),
    );
    expect(cardText(remind({ to: notifyTarget, skipped: failures }))).toMatch(
      inEnglish("reminder.because.deputyInstead", { manager: "Ana Ruiz", account: "Acme TV" }),
    );
  });

  test("does not name a person as replacement for themselves while they are out", () => {
    const notifyTarget = { how: "direct", person: "eva", as: "head" } as const;
    const passed = [...failures, { to: notifyTarget, why: { is: "out", until: now + 999_000 } }] as const;
    expect(cardText(remind({ to: notifyTarget, skipped: passed }))).not.toContain("Eva Sanz is out");
  });

  test("names the target that it was planned for, even if the target moved since", () => {
    const later = { ...clock.target, due: now + 999_000 };
    const of = {
      ...ticket,
      ...withSla(ticket, { clocks: [{ ...clock, target: later, earlier: [clock.target] }] }),
    };
    expect(cardText(remind({ target: 0 }, of))).toMatch(
      inEnglish("reminder.due", { due: "[2026-01-12T09:10:00.000Z both]" }),
    );
    expect(cardText(remind({ target: 1 }, of))).toMatch(
      inEnglish("reminder.due", { due: "[2026-01-12T09:16:39.000Z both]" }),
    );
  });

  test.each<[Pick<Extract<NotifyTarget, { how: "mention" }>, "person" | "notifies">, string]>([
    [{ person: "ana" }, "@Ana Ruiz: "],
    [{ person: null }, "@Eva Sanz: "],
    [{ person: "marta" }, "Canaria Interna: "],
    [{ person: "gone" }, `${sayIn("en")("reminder.attention")}: `],
    [{ person: "ana", notifies: false }, "Ana Ruiz: "],
    [{ person: null, notifies: false }, "Eva Sanz: "],
  ])("is one line as a mention of %j in triage, and mentions a person who is there", (whom, beginning) => {
    const text = cardText(remind({ to: { how: "mention", ...whom }, step: 100 }));
    expect(text.startsWith(beginning)).toBe(true);
    expect(text.split("\n")).toHaveLength(1);
  });
});

describe("other cards", () => {
  test("a page of a list shows its number, and its buttons carry the filter to the next page", () => {
    const filter = { ...openTickets, which: "all", account: "acme", severity: "high", page: 2 } as const;
    const shown = { ...shownList(Array.from({ length: 10 }, () => ticket)), filter, total: 57 };
    const card = listCard(shown, desk, "staff", english);
    expect(cardText(card).match(/T-1042/g)).toHaveLength(10);
    expect(cardText(card)).toContain(`${sayIn("en")("list.all")} · Acme TV · ${sayIn("en")("severityLabel.high")}`);
    expect(cardText(card)).toMatch(inEnglish("list.page", { page: "2", pages: "6", total: "57" }));
    expect(stringsOf(card)).toContain("list all account:acme high");
    expect(stringsOf(card)).toContain("list all account:acme high page:3");
    const last = cardText(listCard({ ...shown, filter: { ...filter, page: 6 } }, desk, "staff", english));
    expect(last).toContain(`[${sayIn("en")("list.previous")}]`);
    expect(last).not.toContain(`[${sayIn("en")("list.next")}]`);
    const long = listCard(
      { ...shown, filter: { ...filter, account: "a".repeat(64), person: "b".repeat(64) } },
      desk,
      "staff",
      english,
    );
    expect(cardText(long)).not.toContain(`[${sayIn("en")("list.next")}]`);
  });

  test("a row of a list links to the ticket's card", () => {
    const card = { channel: "slack:C0TRIAGE", id: "1.2" } as const;
    const shown = { ...shownList([ticket]), places: new Map([[1042, card]]) };
    expect(JSON.stringify(listCard(shown, desk, "staff", english))).toContain(JSON.stringify(card));
  });

  test("the answer to “why” explains the due time: target, counted hours and the earlier target", () => {
    const text = cardText(whyCard(sample("claimed, acknowledged and with messages"), desk, english));
    for (const words of [
      inOrder(
        sayIn("en")("target.daysAndTime", {
          days: sayIn("en")("target.workingDays", { count: 1 }),
          time: sayIn("en")("target.workingTime", { time: "1 hour, 30 minutes" }),
        }),
        severityWord("high"),
      ),
      "Mon–Fri 09:00–14:00, 15:30–18:30; Sat 10:00–13:00 (Europe/Madrid)",
      inEnglish("show.earlier", {
        severity: severityWord("critical"),
        due: "[2026-01-12T09:10:00.000Z moment]",
      }),
    ])
      expect(text).toMatch(words);
  });

  describe("the answer to /ticket show", () => {
    const carla = { kind: "person", user: "slack:U0CARLA", name: "Carla Núñez", channel: "slack:C0ACME" } as const;
    const luis = { kind: "person", user: "slack:U0LUIS", name: "Luis Gil", channel: "slack:C0TRIAGE" } as const;
    const clocks = { started: [], retargeted: {}, moved: {} };
    const said = [1, 2, 3, 4, 5, 6].map((n): Event => {
      const at = now + n;
      return n % 2 === 1
        ? { type: "customerWrote", at, by: carla, text: `question ${n}`, wroteAt: at, company: null, clocks }
        : { type: "replied", at, by: luis, text: `answer ${n}`, alreadyPosted: false, clocks };
    });
    const noted: Event = { type: "noted", at: now + 7, by: luis, text: "a secret", alreadyPosted: false };
    const messagesOf = (is: "staff" | "customer") =>
      atOnce(messageSteps({ events: [...opening, ...said, noted], desk, is, viewer: english }));
    const shown = (is: "staff" | "customer", page = 0): string =>
      cardText(
        showCard(withMessages(ticket), {
          desk,
          places,
          is,
          viewer: english,
          conversation: { messages: messagesOf(is), page },
        }),
      );
    const opening = events.opened.slice(0, 1).map((each): Event => ({ ...each, at: now, by: carla }));

    test("has the conversation with the latest message, and not the arithmetic", () => {
      const text = shown("customer");
      expect(text).toMatch(inEnglish("messages.heading", { from: "2", to: "6", all: "6" }));
      expect(text).toMatch(/Luis Gil · [^]*answer 2[^]*question 5[^]*answer 6/);
      expect(text).not.toContain("question 1");
      expect(text).not.toContain("a secret");
      expect(text).not.toMatch(inEnglish("show.calendar"));
      expect(text).toMatch(inEnglish("messages.earlier", { messages: "1" }));
      expect(text).toContain(`[${sayIn("en")("button.why")}]`);
      expect(shown("customer", 1)).toContain("question 1");
      expect(shown("customer", 1)).not.toContain("answer 2");
    });

    test("shows staff the notes in it", () => {
      expect(shown("staff")).toMatch(inOrder(inEnglish("messages.internal"), "\n> a secret"));
    });
  });

  test("a severity change shows the customer both severities and each target that moved or is gone, with its old time", () => {
    const [changed, answered] = messages.severityChanged;
    if (changed === undefined || answered === undefined) throw new Error("the sample has both");
    expect(cardText(messageCard(changed, { ...withMessages(ticket), desk, places, viewer: english, now }))).toBe(
      [
        sayIn("en")("message.severityChanged", {
          ticket: "T-1042",
          to: severityWord("low"),
          from: severityWord("critical"),
        }),
        sayIn("en")("target.movedFrom.firstResponse", {
          due: "[2026-01-12T10:00:00.000Z both]",
          before: "[2026-01-12T09:00:00.000Z moment]",
        }),
        sayIn("en")("target.cancelledFrom.resolution", { before: "[2026-01-12T10:00:00.000Z moment]" }),
      ].join("\n"),
    );
    expect(
      cardText(messageCard(answered, { ...withMessages(ticket), desk, places, viewer: english, now })),
    ).not.toContain("promised");
  });

  test("a moved target shows the customer the new and the old time, in their language", () => {
    const [moved] = messages.targetsMoved;
    if (moved === undefined) throw new Error("the sample has one");
    expect(cardText(messageCard(moved, { ...withMessages(ticket), desk, places, viewer: english, now }))).toBe(
      [
        sayIn("en")("message.targetsMoved", { ticket: "T-1042" }),
        sayIn("en")("target.movedFrom.firstResponse", {
          due: "[2026-01-12T11:00:00.000Z both]",
          before: "[2026-01-12T10:00:00.000Z moment]",
        }),
        sayIn("en")("target.cancelledFrom.resolution", { before: "[2026-01-12T10:00:00.000Z moment]" }),
        sayIn("en")("target.moved.nextResponse", { due: "[2026-01-12T10:00:00.000Z both]" }),
      ].join("\n"),
    );
    expect(cardText(messageCard(moved, { ...withMessages(ticket), desk, places, viewer: spanish, now }))).toMatch(
      inSpanish("target.movedFrom.firstResponse"),
    );
  });

  test("the agent who comes second reads who has claimed the ticket", () => {
    expect(refusalCard({ reason: "alreadyClaimed", by: "Luis Gil" }, 1042, { desk, viewer: english }).summary).toBe(
      sayIn("en")("refusal.alreadyClaimed", { name: "Luis Gil", ticket: "T-1042" }),
    );
    expect(refusalCard({ reason: "alreadyClaimed", by: "luis" }, 1042, { desk, viewer: spanish }).summary).toBe(
      sayIn("es")("refusal.alreadyClaimed", { name: "Luis Gil", ticket: "T-1042" }),
    );
  });

  test("a refusal for another account's ticket does not repeat its number", () => {
    expect(refusalCard({ reason: "noSuchTicket" }, 1042, { desk, viewer: english })).toEqual(
      refusalCard({ reason: "noSuchTicket" }, 7, { desk, viewer: english }),
    );
  });

  test("help shows customers no staff command", () => {
    expect(cardText(helpCard(subcommands, { desk, is: "customer", viewer: english, unknown: null }))).not.toMatch(
      /\/desk|history|triage/,
    );
    expect(cardText(helpCard(subcommands, { desk, is: "staff", viewer: english, unknown: null }))).toMatch(/\/desk/);
  });

  test("a long history keeps its newest part", () => {
    const entries = Array.from({ length: 35 }, (_, index) => ({
      at: now + index,
      actor: "",
      event: events.waitStarted[0] ?? events.resolved[0],
    })).flatMap(({ event, ...rest }) => (event === undefined ? [] : [{ ...rest, event }]));
    const text = cardText(historyCard(1042, entries, { desk, viewer: english }));
    expect(text).toMatch(
      inOrder(
        inEnglish("history.earlier", { entries: "5" }),
        " · ",
        inEnglish("messages.allInFile", { number: "1042" }),
      ),
    );
    expect(text).toContain("09:00:00.034Z");
    expect(text).not.toContain("09:00:00.004Z");
  });
});

describe("the viewer's language and zone", () => {
  test("are the account's for customers, the desk's for staff, and a person's own in direct messages", () => {
    const of = { account: "north" };
    expect(viewerFor({ kind: "conversation" }, of, desk)).toEqual({ locale: "en", timezone: "America/New_York" });
    expect(viewerFor({ kind: "internal" }, of, desk)).toEqual({ locale: "es", timezone: "Europe/Madrid" });
    expect(viewerFor({ kind: "person", person: "ana" }, of, desk)).toEqual({ locale: "en", timezone: "Europe/Madrid" });
    expect(customerViewer(desk, { account: null })).toEqual({ locale: "es", timezone: "Europe/Madrid" });
  });
});
