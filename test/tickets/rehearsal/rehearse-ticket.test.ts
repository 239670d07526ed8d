import { expect, test } from "vitest";
import type { Desk, Targets } from "../../../src/desk/desk.ts";
import { hour } from "../../../src/sla/instant.ts";
import { carriedOver } from "../../../src/tickets/carried-over.ts";
import type { Event } from "../../../src/tickets/messages.ts";
import { rehearseTicket } from "../../../src/tickets/rehearsal/rehearse-ticket.ts";
import type { RecordedTicket, RehearsedTicket } from "../../../src/tickets/rehearsal/rehearsal.ts";
import { createRehearsalTally } from "../../../src/tickets/rehearsal/tally.ts";
import { cast, given, minutes, monday, opening, type Story } from "../../support/given.ts";
import { promisingDesk, sampleDesk, termsIn } from "../../support/sample-desk.ts";
import { ticketOf } from "../../support/story.ts";

const { carla, luis } = cast;
const hours = (count: number) => ({ days: 0, ms: count * hour });
const reply = { type: "reply", text: "We look into it.", alreadyPosted: false } as const;
const hears = (after: number) =>
  ({ type: "receiveMessage", text: "Any news?", wroteAt: monday + after * minutes }) as const;

/** The desk whose plan for Acme has these targets at every severity. */
const promising = (targets: Targets, desk: Desk = promisingDesk, calendar = "always"): Desk => ({
  ...desk,
  plans: {
    ...desk.plans,
    premium: {
      key: "premium",
      calendar,
      terms: termsIn(calendar, { critical: targets, high: targets, medium: targets, low: targets }),
      phone: [],
      escalate: "broken",
      attainment: {},
      watch: null,
    },
  },
});

const recorded = (events: readonly Event[] | null, merged: readonly RecordedTicket[] = []): RecordedTicket => ({
  number: 1042,
  events,
  merged,
});

const found = (result: ReturnType<typeof rehearseTicket>): RehearsedTicket => {
  if ("unreadable" in result) throw new Error("it was not rehearsed");
  return result;
};

const rehearsed = ({ events }: Story, desk: Desk, after = 10_000): RehearsedTicket =>
  found(rehearseTicket(recorded(events), desk, monday + after * minutes));

/** Each clock: its kind and cycle, and the minute of its due time with its outcome, before and after. */
const inMinutes = ({ clocks }: RehearsedTicket): readonly string[] =>
  clocks.map(({ clock, cycle, before, after }) =>
    [
      `${clock} ${cycle}`,
      ...[before, after].map((each) => (each === null ? "-" : `${(each.due - monday) / minutes} ${each.outcome}`)),
    ].join(", "),
  );

test("a shorter target flips the tickets that were answered after it; what people did stays", () => {
  const story = given(promising({ firstResponse: hours(4), nextResponse: hours(2) }))
    .when(carla, opening("high"))
    .when(luis, reply, 90)
    .when(carla, hears(100), 100)
    .when(luis, reply, 130)
    .when(carla, hears(200), 200);
  expect(inMinutes(rehearsed(story, promising({ firstResponse: hours(1), nextResponse: hours(1) }), 300))).toEqual([
    "firstResponse 1, 240 met, 60 breached",
    "nextResponse 1, 220 met, 160 met",
    "nextResponse 2, 320 running, 260 breached",
  ]);
});

test("a clock that the draft names newly starts where it would have; one that it names no longer is gone", () => {
  const story = given(promising({ firstResponse: hours(4), resolution: hours(8) }))
    .when(carla, opening("high"))
    .when(luis, reply, 90)
    .when(carla, hears(100), 100)
    .when(luis, reply, 250)
    .when(luis, { type: "resolve" }, 300);
  expect(inMinutes(rehearsed(story, promising({ firstResponse: hours(4), nextResponse: hours(2) })))).toEqual([
    "firstResponse 1, 240 met, 240 met",
    "resolution 1, 480 met, -",
    "nextResponse 1, -, 220 breached",
  ]);
});

test("a wait that only a reply begins has the draft's target", () => {
  const story = given(promising({ firstResponse: hours(4), nextResponse: hours(4) }))
    .when(carla, opening("high"))
    .when(carla, hears(100), 100)
    // It answers the opening, and not the message that came after it.
    .when(luis, { type: "reply", text: "We look into it.", alreadyPosted: true }, 90)
    .when(luis, reply, 250);
  expect(story.events.flatMap((event) => (event.type === "replied" ? event.clocks.started : []))).toHaveLength(1);
  expect(inMinutes(rehearsed(story, promising({ firstResponse: hours(4), nextResponse: hours(2) })))).toEqual([
    "firstResponse 1, 240 met, 240 met",
    "nextResponse 1, 340 met, 220 breached",
  ]);
});

test("a target that was missed stays breached, although the ticket was resolved without an answer", () => {
  const story = given(promising({ firstResponse: hours(4) }))
    .when(carla, opening("high"))
    .when(luis, { type: "resolve" }, 120);
  expect(inMinutes(rehearsed(story, promising({ firstResponse: hours(1) })))).toEqual([
    "firstResponse 1, 240 cancelled, 60 breached",
  ]);
});

test("consulting has the draft's targets for consulting", () => {
  const desk = { ...promising({ firstResponse: hours(1) }), consulting: { firstResponse: hours(8) } };
  const story = given(desk)
    .when(carla, { ...opening("low"), kind: "consulting" })
    .when(luis, reply, 300);
  const ticket = rehearsed(story, { ...desk, consulting: { firstResponse: hours(4) } });
  expect([inMinutes(ticket), ticket.consulting]).toEqual([["firstResponse 1, 480 met, 240 breached"], true]);
});

test("two waits are the same if they began together, whatever their numbers", () => {
  const some = promising({ firstResponse: hours(4) });
  const without = { ...some.plans["premium"]?.terms.low } as never;
  const severe = promising({ firstResponse: hours(4), nextResponse: hours(2) });
  const { premium } = severe.plans;
  if (premium === undefined) throw new Error("no plan");
  const onlyHigh: Desk = {
    ...severe,
    plans: { ...severe.plans, premium: { ...premium, terms: { ...premium.terms, medium: without } } },
  };
  const story = given(onlyHigh)
    .when(carla, opening("medium"))
    .when(luis, reply, 10)
    .when(carla, hears(20), 20)
    .when(luis, reply, 200)
    .when(luis, { type: "setSeverity", severity: "high" }, 210)
    .when(carla, hears(220), 220)
    .when(luis, reply, 230);
  // The wait of minute 20 is new, and the first one of the history is its second.
  expect(inMinutes(rehearsed(story, severe))).toEqual([
    "firstResponse 1, 240 met, 240 met",
    "nextResponse 1, 340 met, 340 met",
    "nextResponse 1, -, 140 breached",
  ]);
});

test("under another calendar, answers keep their time; a promised moment stays", () => {
  const story = given(promising({ firstResponse: hours(1) }))
    .when(carla, opening("high"), 7 * 60)
    .when(luis, { type: "promiseUpdate", due: { by: "instant", at: monday + 600 * minutes } }, 7 * 60)
    .when(luis, reply, 15 * 60);
  // In Madrid it is 17:00, and the office is open until 18:30.
  expect(inMinutes(rehearsed(story, promising({ firstResponse: hours(3) }, promisingDesk, "office")))).toEqual([
    "firstResponse 1, 480 breached, 1470 met",
    "update 1, 600 breached, 600 breached",
  ]);
});

test("a desk that changed during the ticket and a replan are rehearsed under the draft; the history keeps its own targets", () => {
  const early = given(promising({ firstResponse: hours(4) })).when(carla, opening("high"));
  const story = given(promising({ firstResponse: hours(8) }), early.events)
    .when(cast.clock, { type: "replan" }, 60)
    .when(luis, reply, 300);
  expect(story.events.map(({ type }) => type)).toContain("replanned");
  expect(inMinutes(rehearsed(story, promising({ firstResponse: hours(4) })))).toEqual([
    "firstResponse 1, 480 met, 240 breached",
  ]);
  expect(inMinutes(rehearsed(story, promising({ firstResponse: hours(6) })))).toEqual([
    "firstResponse 1, 480 met, 360 met",
  ]);
});

test("a ticket without an account, or with one that the draft does not name, has the terms of an unknown account", () => {
  const desk = promising({ firstResponse: hours(4) });
  const story = given(desk).when(carla, opening("high")).when(luis, reply, 60);
  const draft = { ...promising({ firstResponse: hours(1) }), accounts: {} };
  // Northwind's plan is slower, and its office is closed from 14:00 to 15:30.
  expect(inMinutes(rehearsed(story, draft))).toEqual(["firstResponse 1, 240 met, 240 met"]);
  const tally = createRehearsalTally(draft, draft.timezone);
  tally.add(rehearsed(story, draft));
  const coverage = { before: [], after: [] };
  expect(tally.sum({ since: 0, until: monday, coverage }).accountsNotNamed).toEqual(["acme"]);
});

test("each step comes at its time; quiet hours pass a person over, and the deputy is reminded", () => {
  const people = { ...sampleDesk.people };
  const { ana } = people;
  if (ana === undefined) throw new Error("no manager");
  const asleep = { ...ana, quiet: { from: 11 * 60, to: 12 * 60 } };
  const draft = { ...promising({ firstResponse: hours(2) }), people: { ...people, ana: asleep } };
  const story = given(promising({ firstResponse: hours(8) }))
    .when(carla, opening("high"))
    .when(luis, { type: "note", text: "x", alreadyPosted: false }, 65)
    .when(luis, reply, 100);
  const { steps } = rehearsed(story, draft);
  // The deputy stands in at 11:00 (minute 60). At minute 96 the step names both of them.
  expect(
    steps.map(({ at, percent, reminded, inQuietHours }) => [(at - monday) / minutes, percent, reminded, inQuietHours]),
  ).toEqual([
    [60, 50, [{ role: "deputy", person: "luis" }], [{ role: "manager", person: "ana" }]],
    [96, 80, [{ role: "deputy", person: "luis" }], [{ role: "manager", person: "ana" }]],
  ]);
  const tally = createRehearsalTally(draft, draft.timezone);
  tally.add(rehearsed(story, draft));
  const { reminders } = tally.sum({ since: 0, until: monday, coverage: { before: [], after: [] } });
  expect(reminders).toMatchObject({
    steps: 2,
    byStep: [
      { clock: "firstResponse", percent: 50, left: null, count: 1 },
      { clock: "firstResponse", percent: 80, left: null, count: 1 },
    ],
    byRole: [
      { role: "deputy", reminded: 2, inQuietHours: 0 },
      { role: "manager", reminded: 0, inQuietHours: 2 },
    ],
    byPerson: [
      { person: "ana", reminded: 0, inQuietHours: 2 },
      { person: "luis", reminded: 2, inQuietHours: 0 },
    ],
  });
  // Monday from 11:00 to 12:00 in Madrid.
  expect(reminders.byHour.flatMap((count, at) => (count === 0 ? [] : [[at, count]]))).toEqual([[11, 2]]);
});

test("a merged ticket leaves what the draft would have given it", () => {
  const desk = promising({ firstResponse: hours(4) });
  const one = given(desk).when(carla, { ...opening("high"), number: 1 });
  const into = given(desk).when(carla, opening("high"), 30).when(luis, reply, 40);
  const at = 50;
  const merged = one.when(luis, { type: "merge", into: 1042 }, at);
  const carried = carriedOver(ticketOf(one), monday + at * minutes);
  const both = into.when(luis, { type: "mergeFrom", from: 1, carried }, at).when(luis, reply, 100);
  const draft = promising({ firstResponse: hours(1) });
  const source: RecordedTicket = { number: 1, events: merged.events, merged: [] };
  const now = monday + 10_000 * minutes;
  expect(inMinutes(found(rehearseTicket(recorded(both.events, [source]), draft, now)))).toEqual([
    "firstResponse 1, 270 met, 90 met",
    "firstResponse 2, 240 met, 60 breached",
  ]);
  const unreadable = { number: 1042, unreadable: true };
  expect(rehearseTicket(recorded(both.events, [{ ...source, events: null }]), draft, now)).toEqual(unreadable);
  expect(rehearseTicket(recorded(both.events), draft, now)).toEqual(unreadable);
  expect(rehearseTicket(recorded(null), draft, now)).toEqual(unreadable);
  expect(rehearseTicket(recorded(both.events.slice(1)), draft, now)).toEqual(unreadable);
  expect(rehearseTicket(recorded([]), draft, now)).toEqual(unreadable);
});

test("a tally adds up to its clocks, and counts the tickets that cannot be read apart", () => {
  const desk = promising({ firstResponse: hours(4), resolution: hours(8) });
  const draft = promising({ firstResponse: hours(1), nextResponse: hours(1) });
  const story = given(desk)
    .when(carla, opening("high"))
    .when(luis, reply, 90)
    .when(carla, hears(100), 100)
    .when(luis, reply, 110)
    .when(luis, { type: "resolve" }, 120);
  const tally = createRehearsalTally(draft, draft.timezone);
  tally.add({ ...rehearsed(story, draft), number: 2 });
  tally.add({ number: 9, unreadable: true });
  tally.add({ ...rehearsed(story, draft), number: 1, consulting: true });
  tally.add({ number: 7, unreadable: true });
  const none = { met: 0, breached: 0, cancelled: 0, running: 0 };
  const sum = tally.sum({ since: 0, until: monday, coverage: { before: [], after: [] } });
  expect(sum).toMatchObject({ tickets: 2, unreadable: [7, 9], flipped: 2 });
  const rowsOf = (severity: "high" | null) => [
    {
      account: "acme",
      severity,
      clock: "firstResponse",
      before: { ...none, met: 1 },
      after: { ...none, breached: 1 },
      added: 0,
      gone: 0,
    },
    { account: "acme", severity, clock: "nextResponse", before: none, after: { ...none, met: 1 }, added: 1, gone: 0 },
    { account: "acme", severity, clock: "resolution", before: { ...none, met: 1 }, after: none, added: 0, gone: 1 },
  ];
  expect(sum.rows).toEqual([...rowsOf("high"), ...rowsOf(null)]);
  expect(sum.flips).toEqual([
    {
      ticket: 2,
      account: "acme",
      severity: "high",
      clock: "firstResponse",
      cycle: 1,
      before: { due: monday + 240 * minutes, outcome: "met" },
      after: { due: monday + 60 * minutes, outcome: "breached" },
    },
    expect.objectContaining({ ticket: 1, severity: null }),
  ]);
});
