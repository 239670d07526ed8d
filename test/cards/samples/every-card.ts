import { directGoneCard } from "../../../src/features/conversation/index.ts";
import type { Card } from "../../../src/chat/card.ts";
import { awayCard } from "../../../src/features/availability/away-card.ts";
import { callCard } from "../../../src/features/callback/call-card.ts";
import { collectedCard, collectedShown, emptyCollectedCard } from "../../../src/features/limits/collected-card.ts";
import { conversationCard } from "../../../src/features/ticket-cards/conversation-card.ts";
import { digestCard } from "../../../src/features/reminders/digest-card.ts";
import { doneCard, refusalCard, messageCard } from "../../../src/features/message-cards/message-cards.ts";
import { helpCard } from "../../../src/features/help/help-card.ts";
import { historyCard } from "../../../src/features/history/history-card.ts";
import { subcommands } from "../../../src/features/surface.ts";
import { didYouMeanCard } from "../../../src/features/help/did-you-mean-card.ts";
import { openTickets } from "../../../src/tickets/list-filter.ts";
import { unclearListCard } from "../../../src/features/lists/unclear-list-card.ts";
import { listCard, queueCard } from "../../../src/features/lists/list-card.ts";
import { managerCard } from "../../../src/features/callback/manager-card.ts";
import { notifyCard } from "../../../src/features/assignment/notify-card.ts";
import { problemCard, errorCard } from "../../../src/cards/problem-card.ts";
import type { Viewer } from "../../../src/i18n/viewer.ts";
import { dueMissingCard } from "../../../src/features/promised-updates/due-missing-card.ts";
import { receiptCard } from "../../../src/features/message-cards/receipt-card.ts";
import { showCard } from "../../../src/features/ticket-cards/show-card.ts";
import { whyCard } from "../../../src/features/explanation/why-due.ts";
import { techCard } from "../../../src/features/tech-handoff/tech-card.ts";
import { withKeys } from "../../support/drawn-copy.ts";
import { triageCard } from "../../../src/features/ticket-cards/triage-card.ts";
import { permissions } from "../../../src/tickets/permissions.ts";
import type { CommandType } from "../../../src/tickets/messages.ts";
import type { Ticket } from "../../../src/tickets/ticket.ts";
import { articlesCard, whichTicketCard } from "../../../src/features/knowledge/offer-card.ts";
import { desk, noPlaces, now, places, threadMessages, ticket as sampleTicket } from "./sample.ts";
import { events } from "./sample-events.ts";
import { messages } from "./sample-notifications.ts";
import { refusals } from "./sample-refusals.ts";
import { findCard } from "../../../src/features/lists/find-card.ts";
import { homeCards } from "./home-cards.ts";
import { tickets, shownList } from "./sample-tickets.ts";

const unreached = [80, 93.75].map(
  (step) => ({ ticket: 1042, clock: "resolution", step, at: now, trying: step < 90 }) as const,
);

/** Every reminder about every ticket. */
const digest = Object.values(tickets).flatMap((ticket) =>
  messages.reminder.map(({ notice }) => ({ notice, ticket, places: notice.step >= 100 ? noPlaces : places })),
);

/** Tickets of a line have different numbers. */
const inLine = Object.values(tickets)
  .slice(0, collectedShown)
  .map((each, index) => ({ ...each, number: 1042 + index }));

const articles = [1, 2, 3].map((n) => ({ title: `Signing in again, part ${n}`, url: `https://docs.example.com/${n}` }));

type Named = readonly [name: string, card: Card];

const commandTypes = Object.keys(permissions).filter(
  (command) =>
    ![
      "list",
      "show",
      "queue",
      "history",
      "transcript",
      "manager",
      "help",
      "away",
      "notify",
      "pressButton",
      "answerPrompt",
    ].includes(command),
) as readonly CommandType[];

const aboutTicket = (name: string, ticket: Ticket, viewer: Viewer): readonly Named[] => [
  ...[places, noPlaces].flatMap((each): readonly Named[] => [
    [`triage card ${name}`, triageCard({ ticket, messages: threadMessages }, desk, each, viewer)],
    [`tech card ${name}`, techCard({ ticket, messages: threadMessages }, desk, each, viewer)],
    [
      `show to staff ${name}`,
      showCard({ ticket, messages: threadMessages }, { desk, places: each, is: "staff", viewer }),
    ],
    [
      `show to a customer ${name}`,
      showCard({ ticket, messages: threadMessages }, { desk, places: each, is: "customer", viewer }),
    ],
    ...Object.values(messages)
      .flat()
      .map((message): Named => [
        `${message.type} ${name}`,
        messageCard(message, { pauses: [], ticket, messages: threadMessages, desk, places: each, viewer, now }),
      ]),
  ]),
  [`a time is missing ${name}`, dueMissingCard({ ticket, desk, viewer }, "By {due}.", ["setsWaiting"])],
  [`why it is due ${name}`, whyCard({ ticket, pauses: [], desk, viewer })],
  [`customer's card ${name}`, conversationCard({ ticket, messages: threadMessages }, desk, viewer)],
  [`receipt ${name}`, receiptCard(ticket, viewer)],
  ...commandTypes.flatMap((done): readonly Named[] => {
    const card = doneCard(done, { ticket, desk, viewer });
    return card === null ? [] : [[`done: ${done} ${name}`, card]];
  }),
];

type Made = readonly [cards: readonly Named[], keys: ReadonlySet<string>];
const made = new Map<string, Made>();

/** The cards of `everyCard`, and the keys of the sentences that stand on them. They are made once, because that takes long. */
export const everyCardWithKeys = (viewer: Viewer): Made => {
  const key = JSON.stringify(viewer);
  const its = made.get(key) ?? withKeys(viewer.locale, () => makeEveryCard(viewer));
  made.set(key, its);
  return its;
};

/** Every card the bot can show, of every ticket of the sample, for one viewer. */
export const everyCard = (viewer: Viewer): readonly Named[] => everyCardWithKeys(viewer)[0];

/** The same cards, made again, for a test that changes the sentences. */
export const makeEveryCard = (viewer: Viewer): readonly Named[] => {
  const all = Object.values(tickets);
  const entries = Object.values(events)
    .flat()
    .map((event) => ({ at: now, actor: event.by.kind === "clock" ? "" : event.by.name, event }));
  return [
    ...Object.entries(tickets).flatMap(([name, ticket]) => aboutTicket(name, ticket, viewer)),
    ...(["mine", "open", "due", "overdue", "all", "waiting", "resolved"] as const).flatMap(
      (which): readonly Named[] => {
        const filter = { ...openTickets, which, page: 2 };
        const places = new Map([[1042, { channel: "slack:C0TRIAGE", id: "1.2" } as const]]);
        return [
          [`list ${which}`, listCard({ filter, tickets: all, total: 57, more: true, places }, desk, "staff", viewer)],
          [`customer's list ${which}`, listCard({ ...shownList(all), filter }, desk, "customer", viewer)],
          [`empty list ${which}`, listCard({ ...shownList([]), filter }, desk, "customer", viewer)],
        ];
      },
    ),
    [
      "narrowed list",
      listCard(
        {
          ...shownList(all),
          filter: { ...openTickets, account: "acme", person: "luis", severity: "high", unassigned: true, tech: true },
          total: 2_000,
        },
        desk,
        "staff",
        viewer,
      ),
    ],
    ...([true, false] as const).map((isAmbiguous): Named => {
      const choices = ["Acme TV", "Acme"].map((name) => ({ name, filter: { ...openTickets, account: "acme" } }));
      return [
        isAmbiguous ? "words of several lists" : "words like those of a list",
        unclearListCard("queue", { word: "acme", isAmbiguous, choices }, viewer),
      ];
    }),
    ...homeCards(all, viewer),
    ...(["staff", "customer"] as const).flatMap((is): readonly Named[] => {
      const found = {
        words: "smart",
        tickets: all,
        excerpts: new Map([[1042, "It is black on smart TVs"]]),
        places: new Map(),
        next: { rank: 1, number: 1042 },
        isFirst: false,
      };
      return [
        [`found for ${is}`, findCard(found, desk, is, viewer)],
        [`found nothing for ${is}`, findCard({ ...found, tickets: [], next: null }, desk, is, viewer)],
      ];
    }),
    [
      "queue",
      queueCard(
        { ...shownList(Array.from({ length: 30 }, () => all).flat()), total: 400, unreached },
        desk,
        viewer,
        now,
      ),
    ],
    ["empty queue", queueCard({ ...shownList([]), unreached: [] }, desk, viewer, now)],
    ["collected line", collectedCard(inLine, { total: 57, first: 1042, last: 1098 }, desk, viewer)],
    ["collected line of one", collectedCard(all.slice(0, 1), { total: 1, first: 1042, last: 1042 }, desk, viewer)],
    ["empty collected line", emptyCollectedCard({ kind: "channel", channel: "slack:C0TRIAGE" }, desk, viewer)],
    ["moved collected line", emptyCollectedCard({ kind: "channel", channel: "slack:C0OLD" }, desk, viewer)],
    ["history", historyCard(1042, entries, { desk, viewer })],
    ["long history", historyCard(1042, [...entries, ...entries, ...entries], { desk, viewer })],
    ["empty history", historyCard(1042, [], { desk, viewer })],
    ...(["staff", "customer"] as const).map((is): Named => {
      const all = Object.values(subcommands).map((subcommand) => ({ subcommand, number: 1042 }));
      const suggestions = [...all, ...all.slice(0, 1).map((each) => ({ ...each, number: null }))];
      return [
        `did ${is} mean a command`,
        didYouMeanCard({ word: "lsit", title: "lsit 1042", suggestions }, is, viewer),
      ];
    }),
    [
      "a title that may be a command",
      didYouMeanCard({ word: "a", title: "a ".repeat(400), suggestions: [] }, "staff", viewer),
    ],
    ["help for staff", helpCard(subcommands, { desk, is: "staff", viewer, unknown: null })],
    [
      "help for a customer",
      helpCard(subcommands, { desk: { ...desk, manual: null }, is: "customer", viewer, unknown: "frobnicate" }),
    ],
    ...Object.values(refusals)
      .flat()
      .flatMap((refusal): readonly Named[] => [
        [`refusal ${refusal.reason}`, refusalCard(refusal, 1042, { desk, viewer })],
        [`refusal ${refusal.reason} of nothing`, refusalCard(refusal, null, { desk, viewer })],
      ]),
    ["digest", digestCard(digest.slice(0, 20), { desk, viewer }, now)],
    [
      "digest of what was missed, with no cards",
      digestCard(
        digest.filter(({ notice }) => notice.step >= 100),
        { desk, viewer },
        now,
      ),
    ],
    ["old button", problemCard({ problem: "oldButton" }, viewer)],
    ["no accounts", problemCard({ problem: "noAccounts" }, viewer)],
    ["which ticket", problemCard({ problem: "whichTicket", word: "show" }, viewer)],
    ["bad number", problemCard({ problem: "badNumber", word: "show", text: "10x" }, viewer)],
    ...(["nothingToTake", "unreadable", "notACustomersChannel", "notOfThisCustomer", "staffDirect"] as const).map(
      (problem): Named => [problem, problemCard({ problem }, viewer)],
    ),
    ["articles", articlesCard(7, articles, now, viewer)],
    ["which ticket a message belongs to", whichTicketCard(7, sampleTicket, now, viewer)],
    ["bad switch", problemCard({ problem: "badSwitch", text: "perhaps" }, viewer)],
    ["a direct message of a person who left", directGoneCard(7, viewer)],
    ["no longer on the staff", problemCard({ problem: "noLongerStaff" }, viewer)],
    ...[true, false, null].flatMap((notifyChoice) =>
      Object.values(desk.people)
        .slice(0, 1)
        .flatMap((person) =>
          [true, false].map((notify): Named => [
            `notifications: ${notifyChoice}, in the desk file ${notify}`,
            notifyCard({ ...person, notify, notifyChoice }, desk, viewer),
          ]),
        ),
    ),
    ["bad until", problemCard({ problem: "badUntil", text: "soon" }, viewer)],
    ...[now + 3_600_000, null].flatMap((until): readonly Named[] => [
      [`away until ${until}`, awayCard("ana", until, desk, viewer)],
      [`away alone until ${until}`, awayCard("luis", until, desk, viewer)],
    ]),
    ...Object.entries(tickets).map(([name, ticket]): Named => [`call ${name}`, callCard(ticket, desk, viewer)]),
    ...[null, ...Object.values(desk.accounts)].flatMap((account): readonly Named[] => [
      [`manager of ${account?.key}`, managerCard(account, desk, viewer, now)],
      [
        `manager of ${account?.key}, and a desk's number`,
        managerCard(account, { ...desk, phone: "900 100" }, viewer, now),
      ],
    ]),
    ["broken", errorCard(viewer)],
  ];
};
