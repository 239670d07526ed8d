import { usual } from "./samples/usual.ts";
import { expect, test } from "vitest";
import type { Card, CardPart } from "../../src/chat/card.ts";
import type { Ticket } from "../../src/tickets/ticket.ts";
import { assignedCard } from "../../src/features/assignment/assigned-card.ts";
import { callWantedCard } from "../../src/features/callback/call-wanted-card.ts";
import { consultingCard } from "../../src/features/consulting/consulting-card.ts";
import { customerMessageCard } from "../../src/features/conversation/customer-message-card.ts";
import { leftOutLines } from "../../src/cards/quote.ts";
import { escalationCard } from "../../src/features/escalation/escalation-card.ts";
import { beginningOf } from "../../src/i18n/excerpt.ts";
import { openingParts } from "../../src/features/open/opening-parts.ts";
import type { ViewContext } from "../../src/i18n/viewer.ts";
import { reminderDirectCard } from "../../src/features/reminders/reminder-direct-card.ts";
import { replyForm } from "../../src/features/reply/reply-form.ts";
import { showCard } from "../../src/features/ticket-cards/show-card.ts";
import { techCard } from "../../src/features/tech-handoff/tech-card.ts";
import { triageCard } from "../../src/features/ticket-cards/triage-card.ts";
import { desk, noPlaces, now, audience, ticket, threadMessages, unnamed } from "./samples/sample.ts";
import { notice } from "./samples/sample-notifications.ts";
import { inEnglish, inSpanish } from "../support/sentences.ts";

const log = Array.from({ length: 60 }, (_, line) => `line ${line + 1}`).join("\n");
const [viewer] = audience;
if (viewer === undefined) throw new Error("the sample has no reader");

test("a shortened text counts what is missing, and names the command for all of it", () => {
  const [part] = leftOutLines({ text: log }, 2_500, 1042, { ...viewer, locale: "en" });
  const posted = part?.part === "small" ? part.line.map((span) => (span.t === "text" ? span.text : "")).join("") : "";
  expect(posted).toMatch(inEnglish("text.leftOut", { lines: "48", number: "1042" }));
  expect(posted).toMatch(/\b38\d\b/);
  expect(leftOutLines({ text: "short" }, 2_500, 1042, viewer)).toEqual([]);
});

test("the customer's message, the description for the team and /ticket show do the same", () => {
  const words = { text: log, format: [], by: "Carla", at: 0 };
  const state = { ticket: { ...ticket, description: log }, messages: threadMessages };
  const cards = [
    customerMessageCard(
      { ...usual.customerMessage, type: "customerMessage", content: words, company: null },
      { pauses: [], ...state, desk, places: noPlaces, viewer, now },
    ).parts,
    openingParts(state, 1_000, viewer),
    showCard(state, { desk, places: noPlaces, is: "staff", viewer }).parts,
  ];
  for (const parts of cards) expect(JSON.stringify(parts)).toContain(`/ticket transcript ${ticket.number}`);
});

const english = { ...viewer, locale: "en" } as const;
const seen = (of: Ticket): ViewContext => ({
  pauses: [],
  ticket: of,
  messages: [],
  desk,
  places: noPlaces,
  viewer: english,
  now,
});
const message = { channel: "slack:C0ACME", id: "1.7" } as const;
/** A customer's message of 1,520 characters, or of the given length. */
const wrote = (characters = 1_520): Ticket => {
  const text = "a".repeat(Math.min(characters, 4_000));
  const cut = characters - text.length;
  return { ...ticket, lastCustomerMessage: { message, text, cut, format: [], by: "Carla", at: now } };
};
const notifyTarget = { how: "direct", person: "ana", as: "manager" } as const;

const ofLastWords: readonly (readonly [string, (of: Ticket) => Card])[] = [
  ["a reminder", (of) => reminderDirectCard(notice, notifyTarget, seen(of))],
  ["an assignment", (of) => assignedCard({ type: "assigned", person: "ana", by: null }, seen(of))],
  ["an escalation", (of) => escalationCard(seen(of), now, null)],
  ["a call", (of) => callWantedCard(seen(of), null)],
  ["the triage card", (of) => triageCard(seen(of), desk, noPlaces, english)],
  ["the technical team's card", (of) => techCard(seen(of), desk, noPlaces, english)],
];
const actionsOf = (parts: readonly CardPart[]): readonly string[] =>
  parts.flatMap((part) =>
    part.part === "buttons" ? part.buttons.flatMap((each) => ("action" in each ? [each.action] : [])) : [],
  );

test.each(ofLastWords)(
  "%s says how much of the customer's last message is missing, and offers all of it",
  (_, card) => {
    const { parts } = card(wrote());
    expect(JSON.stringify(parts)).toMatch(inEnglish("text.more", { characters: "1,240" }));
    expect(actionsOf(parts)).toContain("show 1042 all slack:C0ACME 1.7");
    expect(JSON.stringify(card(wrote(12_000)).parts)).toMatch(inEnglish("text.more", { characters: "11,720" }));
    const short = card(wrote(200));
    expect(JSON.stringify(short.parts)).not.toContain("more characters");
    expect(actionsOf(short.parts)).not.toContain("show 1042 all slack:C0ACME 1.7");
  },
);

test("a message that is in no thread is found in the transcript", () => {
  const { parts } = assignedCard(
    { type: "assigned", person: "ana", by: null },
    seen({ ...ticket, lastCustomerMessage: { ...unnamed, text: "a".repeat(1_520), by: "Carla", at: now } }),
  );
  expect(JSON.stringify(parts)).toMatch(inEnglish("text.moreInTranscript", { characters: "1,240", number: "1042" }));
});

test("the button gives the description if the customer wrote no message", () => {
  const silent = { ...ticket, description: "b".repeat(1_281), lastCustomerMessage: null };
  const reminded = reminderDirectCard(notice, notifyTarget, {
    ...seen(silent),
    viewer: { ...english, locale: "es" },
  }).parts;
  expect(JSON.stringify(reminded)).toMatch(inSpanish("text.more", { characters: "1001" }));
  expect(actionsOf(reminded)).toContain("show 1042 all");
  const asked = consultingCard(seen(silent), null).parts;
  expect(JSON.stringify(asked)).toMatch(inEnglish("text.more", { characters: "281" }));
  expect(actionsOf(asked)).toContain("show 1042 all");
});

test("the finding of the technical team does so in the form of the reply to the customer", () => {
  const form = replyForm(1042, { audience: null, desk, viewer: english, draft: { remark: "c".repeat(1_001) } });
  expect(JSON.stringify(form)).toMatch(inEnglish("text.more", { characters: "1" }));
});

test("a text that ends with its own ellipsis is counted like any other", () => {
  expect(beginningOf(`${"d".repeat(300)}…`, 280)).toEqual({ text: `${"d".repeat(280)}…`, characters: 21, lines: 0 });
  expect(beginningOf("It stopped…", 280)).toEqual({ text: "It stopped…", characters: 0, lines: 0 });
  expect(beginningOf(log, 2_500)).toMatchObject({ lines: 48 });
});
