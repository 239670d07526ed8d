import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignedCard } from "../../../src/features/assignment/assigned-card.ts";
import { breachedTarget } from "../../../src/features/escalation/breached-target.ts";
import { escalationCard } from "../../../src/features/escalation/escalation-card.ts";
import { whyCard } from "../../../src/features/explanation/why-due.ts";
import { allChanges, ticketChanges } from "../../../src/features/history/ticket-changes.ts";
import { techCard } from "../../../src/features/tech-handoff/tech-card.ts";
import { conversationCard } from "../../../src/features/ticket-cards/conversation-card.ts";
import { showCard } from "../../../src/features/ticket-cards/show-card.ts";
import { triageCard } from "../../../src/features/ticket-cards/triage-card.ts";
import { withSla } from "../../../src/tickets/clocks/evolve-clocks.ts";
import { plan } from "../../../src/tickets/clocks/plan.ts";
import { decide } from "../../../src/tickets/decide.ts";
import { evolve, effects } from "../../../src/tickets/evolve.ts";
import type { Actor, Command, Event } from "../../../src/tickets/messages.ts";
import { escalationOf, type Ticket, type TicketState } from "../../../src/tickets/ticket.ts";
import type { Clock } from "../../../src/sla/clock.ts";
import { noPlaces, places } from "../../cards/samples/sample.ts";
import { allClocks, follow, noClocks, type WithAllClocks } from "../../support/clocks/all-clocks.ts";
import {
  cast,
  given,
  minutes,
  monday,
  opening,
  type Story,
  type GivenCommand,
  wholeCommand,
} from "../../support/given.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { ticketOf } from "../../support/story.ts";

const { carla, luis, tom, clock } = cast;
const english = { locale: "en", timezone: "Europe/Madrid" } as const;

const reply = { type: "reply", text: "We look into it.", alreadyPosted: false } as const;
const hear = (at: number): GivenCommand => ({
  type: "receiveMessage",
  text: "Any news?",
  wroteAt: monday + at * minutes,
});
const nextResponse = ({ kind }: Clock): boolean => kind === "nextResponse";

/** A ticket with some answered waits, each ten minutes after the one before; `late` ones take three hours. */
const answered = (waits: number, late: readonly number[] = []): Story => {
  let story = given(promisingDesk).when(carla, opening("high")).when(luis, reply, 1);
  let now = 1;
  for (let wait = 1; wait <= waits; wait += 1) {
    story = story.when(carla, hear((now += 5)), now);
    story = story.when(luis, reply, (now += late.includes(wait) ? 180 : 5));
  }
  return story;
};

const cyclesOf = (story: Story): readonly number[] =>
  ticketOf(story)
    .sla.clocks.filter(nextResponse)
    .map(({ cycle }) => cycle);

describe("a ticket with many answered waits keeps", () => {
  test("the newest clocks, and as many after 250 waits as after five", () => {
    const [few, many] = [answered(5), answered(250)];
    expect(many.events.filter(({ type }) => type === "replied")).toHaveLength(251);
    expect(cyclesOf(many)).toEqual([250]);
    const shapes = [few, many].map((story) => ticketOf(story).sla.clocks.map(({ kind, end }) => [kind, end?.how]));
    expect(shapes[1]).toEqual(shapes[0]);
  });

  test("the cycle numbers: the next wait gets the next number", () => {
    const story = answered(7);
    expect(cyclesOf(story.when(carla, hear(500), 500)).at(-1)).toBe(8);
  });

  test("the newest breached clock, so that the customer may escalate after any number of answers in time", () => {
    const story = answered(30, [2, 4]);
    expect(cyclesOf(story)).toEqual([4, 30]);
    const escalated = story.when(carla, { type: "escalate", why: null }, 700);
    expect(escalationOf(ticketOf(escalated))?.breached).toMatchObject({ clock: "nextResponse", cycle: 4 });
  });

  test("the clock that the open escalation names, while later ones are breached", () => {
    let story = answered(3, [1]).when(carla, { type: "escalate", why: null }, 300);
    for (const [asked, received] of [
      [310, 600],
      [610, 900],
      [910, 920],
    ] as const)
      story = story.when(carla, hear(asked), asked).when(luis, reply, received);
    expect(cyclesOf(story)).toEqual([1, 5, 6]);
  });

  test("the first response, whose calendar tells the customer when the team works next", () => {
    let story = given(promisingDesk).when(carla, opening("high"));
    for (let at = 10; at < 100; at += 20)
      story = story.when(luis, { type: "resolve" }, at).when(luis, { type: "reopen" }, at + 10);
    const first = ticketOf(story).sla.clocks.filter(({ kind }) => kind === "firstResponse");
    expect(first.map(({ cycle }) => cycle)).toEqual([1, 5, 6]);
  });
});

test("the events tell how each of 250 waits ended", () => {
  const clocks = allClocks(answered(250, [3, 200]).events).filter(nextResponse);
  expect(clocks.map(({ cycle }) => cycle)).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
  const late = clocks.filter(({ end }) => end?.how === "breached").map(({ cycle }) => cycle);
  expect(late).toEqual([3, 200]);
  for (const { end, target } of clocks) {
    expect(target.severity).toBe("high");
    expect(end?.how).toBe((end?.at ?? 0) > target.due ? "breached" : "met");
  }
});

test("the history tells how each of 250 waits ended", () => {
  const lines = allChanges(answered(250, [3, 200]).events)
    .flatMap((step) => ticketChanges(step, promisingDesk, english))
    .filter((line) => line.startsWith("Next answer"));
  expect(lines).toHaveLength(500);
  expect(lines.filter((line) => line.endsWith("met"))).toHaveLength(248);
});

test("a ticket that was stored with all its clocks drops what it does not need with its next event", () => {
  const story = answered(30, [2, 4]);
  const ticket = ticketOf(story);
  const stored = { ...ticket, ...withSla(ticket, { clocks: allClocks(story.events) }) };
  expect(stored.sla.clocks).toHaveLength(32);
  const eventsOfMessage = story.when(carla, hear(800), 800).events.slice(story.events.length);
  const after = (from: Ticket) =>
    eventsOfMessage.reduce<TicketState>((before, event) => evolve(before, event), {
      ticket: from,
      messages: [],
      unanswered: story.unanswered,
      pauses: story.pauses,
    });
  expect(after(stored)).toEqual(after(ticket));
});

/** Everything that people and the clock read of a ticket. */
const readings = (state: TicketState, at: number) => {
  const { ticket } = state;
  const context = { ...state, desk: promisingDesk, places, viewer: english, now: at };
  return {
    breached: breachedTarget(ticket, at),
    plan: plan(ticket),
    cards: [
      triageCard(state, promisingDesk, places, english),
      techCard(state, promisingDesk, places, english),
      conversationCard(state, promisingDesk, english),
      whyCard(context),
      ...(["staff", "customer"] as const).map((is) =>
        showCard(state, { desk: promisingDesk, places: noPlaces, is, viewer: english }),
      ),
      assignedCard({ type: "assigned", person: "luis", by: null }, context),
      escalationCard(context, at, null),
    ],
  };
};

type Act = readonly [after: number, by: Actor, wanted: (at: number) => GivenCommand];

const talk = fc.constantFrom<readonly [Actor, (at: number) => GivenCommand]>(
  [carla, (at) => ({ type: "receiveMessage", text: "And now?", wroteAt: at })],
  [carla, (at) => ({ type: "receiveMessage", text: "And now?", wroteAt: at - minutes })],
  [luis, () => reply],
  [luis, () => ({ ...reply, alreadyPosted: true })],
);

const other = fc.constantFrom<readonly [Actor, (at: number) => GivenCommand]>(
  [luis, (at) => ({ type: "dismiss", upTo: at - 30 * minutes })],
  [luis, () => ({ type: "resolve" })],
  [luis, () => ({ type: "reopen" })],
  [carla, () => ({ type: "reopen" })],
  [carla, () => ({ type: "escalate", why: null })],
  [luis, () => ({ type: "setSeverity", severity: "low", reason: "x" })],
  [luis, () => ({ type: "setSeverity", severity: "critical" })],
  [luis, (at) => ({ type: "promiseUpdate", due: { by: "instant", at: at + 100 * minutes } })],
  [luis, () => ({ type: "askTech", text: "x" })],
  [tom, () => ({ type: "returnTech", findings: "x", done: false })],
  [luis, () => ({ type: "wait" })],
);

const acts: fc.Arbitrary<Act> = fc
  .tuple(fc.constantFrom(1, 20, 150, 700), fc.oneof({ weight: 2, arbitrary: talk }, { weight: 1, arbitrary: other }))
  .map(([after, [by, wanted]]): Act => [after, by, wanted]);

/** The ticket as it would be if it had kept every clock. */
const whole = ({ state, clocks }: WithAllClocks): TicketState => {
  if (state === null) throw new Error("no ticket");
  const { ticket } = state;
  return { ...state, ticket: { ...ticket, ...withSla(ticket, { clocks: [...clocks.values()] }) } };
};

test("the kept clocks give the same decisions, effects, reminders and cards as all clocks would", () => {
  let forgotten = 0;
  fc.assert(
    fc.property(fc.array(acts, { minLength: 20, maxLength: 50, size: "max" }), (steps) => {
      let now = monday;
      let real = given(promisingDesk).when(carla, opening("high")).events.reduce(follow, noClocks);
      const desk = promisingDesk;
      const answersOf = (command: Command): readonly Event[] => {
        const [kept, all] = [real.state, whole(real)].map((state) => decide(state, command, desk));
        expect(kept).toEqual(all);
        return kept?.ok === true ? kept.events : [];
      };
      for (const [index, [after, by, wanted]] of steps.entries()) {
        now += after * minutes;
        const due = plan(whole(real).ticket).filter(({ at }) => at <= now);
        for (const { clock: kind, cycle } of due)
          real = answersOf({ type: "remind", clock: kind, cycle, by: clock, at: now }).reduce(follow, real);
        for (const event of answersOf({ ...wholeCommand(wanted(now), real.state?.ticket), by, at: now })) {
          real = follow(real, event);
          if (real.state === null) throw new Error("no ticket");
          expect(effects(event, real.state.ticket)).toEqual(effects(event, whole(real).ticket));
        }
        if (real.state === null) throw new Error("no ticket");
        // Cards are slow to draw.
        if (index % 5 === 4) expect(readings(real.state, now)).toEqual(readings(whole(real), now));
        forgotten += Number(real.state.ticket.sla.clocks.length < real.clocks.size);
      }
    }),
    { numRuns: 25 },
  );
  expect(forgotten).toBeGreaterThan(50);
});
