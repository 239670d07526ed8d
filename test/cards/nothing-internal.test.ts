import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import type { Desk, Person } from "../../src/desk/desk.ts";
import { effects, evolve } from "../../src/tickets/evolve.ts";
import type { Event } from "../../src/tickets/messages.ts";
import type { TicketState } from "../../src/tickets/ticket.ts";
import { conversationCard } from "../../src/features/ticket-cards/conversation-card.ts";
import { subcommands } from "../../src/features/surface.ts";
import { helpCard } from "../../src/features/help/help-card.ts";
import { listCard } from "../../src/features/lists/list-card.ts";
import { messageCard } from "../../src/features/message-cards/message-cards.ts";
import { customerViewer } from "../../src/i18n/viewer-for.ts";
import type { TicketPlaces } from "../../src/i18n/viewer.ts";
import { receiptCard } from "../../src/features/message-cards/receipt-card.ts";
import { showCard } from "../../src/features/ticket-cards/show-card.ts";
import { whyCard } from "../../src/features/explanation/why-due.ts";
import { shownList } from "./samples/sample-tickets.ts";
import { stateOf } from "../support/story.ts";
import { cast, given, monday, opening, type Story } from "../support/given.ts";
import { acts, canary, lived, marta, type Act } from "../support/random-acts.ts";
import { promisingDesk } from "../support/sample-desk.ts";

const secret = (person: Person | undefined): Person => {
  if (person === undefined) throw new Error("nobody");
  const { key } = person;
  return { ...person, name: `${canary} ${key}`, email: `${canary}-${key}@example.com`, phone: `+34 ${canary} ${key}` };
};

/** A desk with pending replies, in which every internal name, number and address is a canary. */
const desk: Desk = {
  ...promisingDesk,
  undo: 10_000,
  channels: { triage: [`slack:C0${canary}A`], tech: [`slack:C0${canary}B`] },
  people: {
    ...promisingDesk.people,
    marta: secret(promisingDesk.people["marta"]),
    tom: secret(promisingDesk.people["tom"]),
    luis: { ...secret(promisingDesk.people["luis"]), name: "Luis Gil" },
  },
};

const places: TicketPlaces = {
  triage: { channel: `slack:C0${canary}A`, id: `${canary}.1` },
  conversation: { channel: "slack:C0ACME", id: "1768208400.000100" },
};

/** Everything that a customer can see of a ticket in this state. */
const answers = (state: TicketState): readonly Card[] => {
  const { ticket } = state;
  const viewer = customerViewer(desk, ticket);
  return [
    conversationCard(state, desk, viewer),
    showCard(state, { desk, places: { ...places, triage: null }, is: "customer", viewer }),
    listCard(shownList([ticket]), desk, "customer", viewer),
    receiptCard(ticket, viewer),
    whyCard({ ...state, desk, viewer }),
    helpCard(subcommands, { desk, is: "customer", viewer, unknown: null }),
  ];
};

/** The messages to the customer about an event, drawn as they would be posted. */
const posted = (event: Event, state: TicketState): readonly Card[] =>
  effects(event, state.ticket).flatMap((effect) =>
    effect.type === "send" && effect.to.kind === "conversation"
      ? [
          messageCard(effect.message, {
            ...state,
            desk,
            places,
            viewer: customerViewer(desk, state.ticket),
            now: monday,
          }),
        ]
      : [],
  );

const seen = (events: readonly Event[]): readonly Card[] => {
  let state: TicketState | null = null;
  return events.flatMap((event) => {
    const now: TicketState = evolve(state, event);
    state = now;
    return [...posted(event, now), ...answers(now)];
  });
};

/** Texts of replies that were undone must not appear. */
const thoughtBetter = (story: Story, after: number): Story => {
  const held = story.when(cast.luis, { type: "reply", text: `${canary} taken back`, alreadyPosted: false }, after);
  const id = held.ticket?.pendingReplies.at(-1)?.id;
  return id === undefined ? story : held.when(marta, { type: "undoReply", replyId: id }, after);
};

test("no command posts or answers anything internal to the customer", () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 20, size: "max" }), (steps: readonly Act[]) => {
      const story = thoughtBetter(lived(steps, desk), steps.length * 7 + 1);
      const last = story.ticket;
      const sent = (last?.pendingReplies ?? []).reduce(
        (now, { id }) => now.when(cast.clock, { type: "releaseReply", replyId: id }, steps.length * 7 + 10),
        story,
      );
      expect(JSON.stringify(seen(sent.events))).not.toMatch(new RegExp(canary, "i"));
    }),
    { numRuns: 40 },
  );
});

test("a note stays internal: it reaches no customer thread, and changes no card of the customer", () => {
  const open = given(desk).when(cast.carla, opening());
  const noted = open.when(marta, { type: "note", text: "Licence expired", alreadyPosted: false }, 5);
  const [event] = noted.last?.ok ? noted.last.events : [];
  if (event === undefined || noted.ticket === null || open.ticket === null) throw new Error("not noted");
  expect(posted(event, stateOf(noted))).toEqual([]);
  expect(answers(stateOf(noted))).toEqual(answers(stateOf(open)));
});
