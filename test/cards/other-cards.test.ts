import { usual } from "./samples/usual.ts";
import { pageOf } from "../support/page-of.ts";
import { describe, expect, test } from "vitest";
import { whyCard } from "../../src/features/explanation/why-due.ts";
import { helpCard } from "../../src/features/help/help-card.ts";
import { historyCard } from "../../src/features/history/history-card.ts";
import { atOnce } from "../../src/features/history/ticket-changes.ts";
import { listCard } from "../../src/features/lists/list-card.ts";
import { messageCard, refusalCard } from "../../src/features/message-cards/message-cards.ts";
import { subcommands } from "../../src/features/surface.ts";
import { showCard } from "../../src/features/ticket-cards/show-card.ts";
import { messageSteps } from "../../src/features/transcript/transcript.ts";
import { sayIn } from "../../src/i18n/say.ts";
import { customerViewer, viewerFor } from "../../src/i18n/viewer-for.ts";
import type { Viewer } from "../../src/i18n/viewer.ts";
import { nextDueClock } from "../../src/tickets/clocks/plan.ts";
import { openTickets } from "../../src/tickets/list-filter.ts";
import type { Event } from "../../src/tickets/messages.ts";
import { inEnglish, inOrder, inSpanish } from "../support/sentences.ts";
import { english, sample, severityWord, withMessages } from "./samples/drawn-cards.ts";
import { events } from "./samples/sample-events.ts";
import { messages } from "./samples/sample-notifications.ts";
import { shownList } from "./samples/sample-tickets.ts";
import { desk, now, places, ticket } from "./samples/sample.ts";
import { cardText, stringsOf } from "./samples/strings-of.ts";

const spanish: Viewer = { locale: "es", timezone: "Europe/Madrid" };

describe("other cards", () => {
  test("a page of a list shows its number, and its buttons carry the filter to the next page", () => {
    const filter = { ...openTickets, which: "all", account: "acme", severity: "high", page: 2 } as const;
    const shown = { ...shownList(Array.from({ length: 10 }, () => ticket)), filter, total: 57, more: true };
    const card = listCard(shown, desk, "staff", english);
    const rows = card.parts.flatMap((part) => (part.part === "text" ? part.lines : []));
    expect(rows.filter((row) => JSON.stringify(row).includes("T-1042"))).toHaveLength(10);
    expect(stringsOf(card).filter((text) => text === "show 1042 0")).toHaveLength(10);
    expect(cardText(card)).toContain(`${sayIn("en")("list.all")} · Acme TV · ${sayIn("en")("severityLabel.high")}`);
    expect(cardText(card)).toMatch(inEnglish("list.page", { page: "2", pages: "6", total: "57" }));
    const due = nextDueClock(ticket)?.target.due ?? expect.fail("no due time");
    expect(stringsOf(card)).toContain(`list all account:acme high before:${due.toString(36)}.1042`);
    expect(stringsOf(card)).toContain(`list all account:acme high page:3 after:${due.toString(36)}.1042`);
    const last = cardText(listCard({ ...shown, filter: { ...filter, page: 6 }, more: false }, desk, "staff", english));
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
    const text = cardText(
      whyCard({
        ticket: sample("claimed, acknowledged and with messages"),
        pauses: [],
        desk,
        viewer: english,
      }),
    );
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
    const posted = [1, 2, 3, 4, 5, 6].map((n): Event => {
      const at = now + n;
      return n % 2 === 1
        ? {
            ...usual.customerWrote,
            type: "customerWrote",
            at,
            by: carla,
            text: `question ${n}`,
            wroteAt: at,
            company: null,
            clocks,
          }
        : {
            ...usual.replied,
            type: "replied",
            at,
            by: luis,
            text: `answer ${n}`,
            alreadyPosted: false,
            audience: null,
            clocks,
            nextUnanswered: null,
          };
    });
    const noted: Event = {
      type: "noted",
      at: now + 7,
      by: luis,
      text: "a secret",
      alreadyPosted: false,
      message: null,
    };
    const messagesOf = (is: "staff" | "customer") =>
      atOnce(messageSteps({ events: [...opening, ...posted, noted], desk, is, viewer: english }));
    const shown = (is: "staff" | "customer", page = 0): string =>
      cardText(
        showCard(withMessages(ticket), {
          desk,
          places,
          is,
          viewer: english,
          conversation: pageOf(messagesOf(is), page),
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
    expect(
      cardText(messageCard(changed, { pauses: [], ...withMessages(ticket), desk, places, viewer: english, now })),
    ).toBe(
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
      cardText(messageCard(answered, { pauses: [], ...withMessages(ticket), desk, places, viewer: english, now })),
    ).not.toContain("promised");
  });

  test("a moved target shows the customer the new and the old time, in their language", () => {
    const [moved] = messages.targetsMoved;
    if (moved === undefined) throw new Error("the sample has one");
    expect(
      cardText(messageCard(moved, { pauses: [], ...withMessages(ticket), desk, places, viewer: english, now })),
    ).toBe(
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
    expect(
      cardText(messageCard(moved, { pauses: [], ...withMessages(ticket), desk, places, viewer: spanish, now })),
    ).toMatch(inSpanish("target.movedFrom.firstResponse"));
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
