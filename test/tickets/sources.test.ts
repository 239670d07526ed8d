import { usual } from "../cards/samples/usual.ts";
import { expect, test } from "vitest";
import { deskViewer } from "../../src/i18n/viewer-for.ts";
import { transcriptOf } from "../../src/features/transcript/transcript.ts";
import { threadImportedCard } from "../../src/features/open/imported-thread-card.ts";
import { effects } from "../../src/tickets/evolve.ts";
import { decide } from "../../src/tickets/decide.ts";
import type { Command } from "../../src/tickets/messages.ts";
import type { Source } from "../../src/tickets/ticket.ts";
import { stateOf } from "../support/story.ts";
import { cast, given, minutes, monday, opening, type GivenCommand } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const { carla, luis, oliver, sam } = cast;
const source: Source = { channel: "slack:C0ACME", message: "2.2", root: "1.1", how: "reacted" };
const from = (more: object = {}): GivenCommand => ({ ...opening("medium"), source, ...more });
const author = { user: "slack:U0CARLA", name: "Carla" } as const;
const words = (text: string, at: number, staff = false) => ({
  ...usual.imported,
  text,
  by: "Carla",
  at,
  staff,
  company: null,
});

test("a ticket uses the thread of the message that it is opened from", () => {
  const { ticket } = given().when(carla, from());
  expect(ticket).toMatchObject({ source, conversation: { kind: "channel", channel: "slack:C0ACME", thread: "1.1" } });
});

test("a ticket from a direct message uses the direct messages, whatever channels the account has", () => {
  const direct = { ...source, channel: "slack:D0CARLA", how: "direct" } as const;
  const { ticket } = given().when(
    { ...carla, channel: "slack:D0CARLA" },
    from({ source: direct, askedIn: "slack:D0CARLA" }),
  );
  expect(ticket).toMatchObject({ account: "acme", conversation: { kind: "person", user: "slack:U0CARLA" } });
});

test("a ticket never uses a thread outside its account's own channels for the customer", () => {
  const inside = { ...source, channel: "slack:C0TRIAGE" } as const;
  const { ticket } = given().when(luis, from({ source: inside, askedIn: "slack:C0TRIAGE", account: "acme" }));
  expect(ticket?.conversation).toEqual({ kind: "channel", channel: "slack:C0ACME", state: "inFirstPlace" });
});

test("the requester is the customer who wrote the message, whoever opened the ticket", () => {
  expect(given().when(luis, from({ author })).ticket?.requester).toEqual({ ...author, account: null });
  expect(given().when(carla, from({ author: { user: "slack:U0GUEST", name: "Guest" } })).ticket?.requester.name).toBe(
    "Guest",
  );
});

test("the requester is the person who opened the ticket if the author is staff or of another account", () => {
  expect(given().when(carla, from({ author: { user: luis.user, name: luis.name } })).ticket?.requester.user).toBe(
    carla.user,
  );
  expect(given().when(carla, from({ author: { user: oliver.user, name: "Oliver" } })).ticket?.requester.user).toBe(
    carla.user,
  );
});

test("a second ticket of the same thread is refused, and the refusal names the first to people who may open it", () => {
  const state = stateOf(given().when(carla, from()));
  const again = { ...from(), by: sam, at: monday } as Command;
  expect(decide(state, again, sampleDesk)).toEqual({ ok: false, refusal: { reason: "alreadyTicket", number: 1042 } });
});

test("Plazo follows no message among the team: not its files, not its edits, and its thread is shown to no customer", () => {
  const inside = { ...source, channel: "slack:C0TRIAGE", message: "1.1", root: "1.1" } as const;
  const message = { channel: inside.channel, id: "1.1" };
  const files = [{ id: "F1", name: "canary.log", size: 5, type: "text/plain" }];
  const openingMessage = {
    message,
    by: { user: luis.user, name: luis.name },
    text: "canary",
    format: [],
    at: monday,
    files,
  };
  const words = [
    {
      ...usual.imported,
      company: null,
      text: "canary",
      by: "Luis Gil",
      at: monday,
      staff: true,
      message,
      user: luis.user,
      files: [],
    },
  ];
  const open = from({
    source: inside,
    askedIn: inside.channel,
    account: "acme",
    openingMessage,
    earlier: { messages: words, more: false },
  });
  const { ticket, messages, events } = given().when(luis, open);
  expect(messages).toEqual([]);
  expect(events[0]).toMatchObject({ openingMessage: null });
  if (ticket === null) throw new Error("not opened");
  expect(events.flatMap((event) => effects(event, ticket)).map((effect) => JSON.stringify(effect))).not.toContainEqual(
    expect.stringContaining("customerFile"),
  );
  const transcript = transcriptOf(ticket, events, {
    desk: sampleDesk,
    is: "customer",
    viewer: deskViewer(sampleDesk),
    madeAt: monday,
  });
  expect(JSON.stringify(transcript)).not.toContain("canary");
  expect(
    JSON.stringify(
      transcriptOf(ticket, events, { desk: sampleDesk, is: "staff", viewer: deskViewer(sampleDesk), madeAt: monday }),
    ),
  ).toContain("canary");
});

test("earlier messages of the thread are taken over and start no clock, and the customer's last message is theirs", () => {
  const earlier = {
    messages: [
      words("Hello", monday - 2 * minutes),
      words("Since nine", monday - minutes),
      words("Looking", monday, true),
    ],
    more: false,
  };
  const story = given().when(carla, from({ earlier }));
  expect(story.events.map(({ type }) => type)).toEqual(["opened", "threadImported"]);
  expect(story.ticket?.lastCustomerMessage?.text).toBe("Since nine");
  expect(story.unanswered).toEqual([]);
  expect(story.ticket?.sla.clocks).toEqual(given().when(carla, from()).ticket?.sla.clocks);
});

test("files of the earlier thread count with the message's, newest first, and staff's files do not count", () => {
  const shared = (n: number, at: number, staff = false) => ({
    ...words(`${n}`, at, staff),
    files: [{ id: `F${n}`, name: `${n}.pdf`, size: 10, type: "application/pdf", rejectedBecause: null }],
  });
  const openingMessage = {
    message: { channel: source.channel, id: source.message },
    by: { user: carla.user, name: carla.name },
    text: "Player is down",
    format: [],
    at: monday,
    files: [{ id: "F0", name: "0.pdf", size: 10, type: "application/pdf" }],
  };
  const earlier = {
    messages: [shared(1, monday - 4), shared(2, monday - 3), shared(3, monday - 2), shared(4, monday - 1, true)],
    more: false,
  };
  const reasons = (filesLeft: { count: number; bytes: number }) =>
    given()
      .when(carla, from({ openingMessage, earlier, filesLeft }))
      .events.flatMap((event) => (event.type === "threadImported" ? event.messages : []))
      .flatMap(({ files }) => files.map(({ rejectedBecause }) => rejectedBecause));
  expect(reasons({ count: 3, bytes: 1_000 })).toEqual(["quota", null, null, null]);
  expect(reasons({ count: 100, bytes: 20 })).toEqual(["quota", "quota", null, null]);
  expect(reasons({ count: 0, bytes: 0 })).toEqual(["quota", "quota", "quota", null]);
});

test("a ticket takes at most fifty files from the earlier thread, for staff too, and its card counts the others", () => {
  const files = (message: number) =>
    Array.from({ length: 10 }, (_, n) => ({
      id: `F${message}-${n}`,
      name: "a.pdf",
      size: 10,
      type: "application/pdf",
      rejectedBecause: null,
    }));
  const earlier = {
    messages: Array.from({ length: 6 }, (_, n) => ({ ...words(`${n}`, monday - 6 + n, n % 2 === 0), files: files(n) })),
    more: false,
  };
  const story = given().when(carla, from({ earlier }));
  const imported = story.events.find(({ type }) => type === "threadImported");
  if (imported?.type !== "threadImported" || story.ticket === null) throw new Error("not imported");
  const taken = imported.messages.map(({ files: all }) => all.filter((file) => file.rejectedBecause === null).length);
  expect(taken).toEqual([0, 10, 10, 10, 10, 10]);
  expect(imported.messages[0]?.files[0]?.rejectedBecause).toBe("tooManyInThread");
  const card = threadImportedCard(
    { type: "threadImported", message: null, messages: imported.messages, more: false },
    {
      pauses: [],
      ticket: story.ticket,
      messages: story.messages,
      desk: sampleDesk,
      viewer: deskViewer(sampleDesk),
      places: { triage: null, conversation: null },
      now: monday,
    },
  );
  expect(JSON.stringify(card.parts.at(-1))).toContain("10 ");
});

test("article offers that did not help are part of the history", () => {
  const story = given().when(carla, from({ offeredArticles: ["Signing in"] }));
  expect(story.events.at(-1)).toMatchObject({ type: "articlesOffered", titles: ["Signing in"] });
});
