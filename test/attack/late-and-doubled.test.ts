import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import type { MessageRef } from "../../src/chat/card.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import { readCards } from "../../src/db/delivery/card-store.ts";
import { writeDesk } from "../../src/db/desk-store.ts";
import { readEvents } from "../../src/db/event-store.ts";
import { messagePage } from "../../src/db/messages/message-store.ts";
import { readPauses } from "../../src/db/pause-store.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import { createSteps } from "../../src/jobs/steps.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { freshDatabase } from "../support/database/database.ts";
import { unansweredTimes } from "../support/database/unanswered-times.ts";
import { minutes, monday } from "../support/given.ts";
import { promisingDesk } from "../support/sample-desk.ts";
import { silentMeter } from "../support/world.ts";

const people = {
  carla: ["slack:U0CARLA", "slack:C0ACME"],
  luis: ["slack:U0LUIS", "slack:C0ACME"],
  marta: ["slack:U0MARTA", "slack:C0TRIAGE"],
} as const satisfies Record<string, readonly [UserRef, ChannelRef]>;
type Who = keyof typeof people;

/** A person's action. An edit is of the message written `of` steps before. Some messages are only a thank-you. */
type Step =
  | { readonly does: "writes"; readonly who: Who; readonly thanks: boolean }
  | { readonly does: "edits" | "deletes"; readonly who: Who; readonly of: number; readonly thanks: boolean }
  | { readonly does: "presses"; readonly action: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom<Who>("carla", "carla", "luis", "marta"), fc.boolean())
      .map(([who, thanks]) => ({ does: "writes", who, thanks }) as const),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom("edits", "deletes"),
        fc.constantFrom<Who>("carla", "luis", "marta"),
        fc.nat(3),
        fc.boolean(),
      )
      .map(([does, who, of, thanks]) => ({ does, who, of, thanks })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("claim 1001", "wait 1001", "severity 1001 critical")
      .map((action) => ({ does: "presses", action }) as const),
  },
);

/** How a platform delivers one action: copies, each some minutes late. */
type Copies = readonly number[];

/** A platform that accepts everything, and gives its messages the same ids in every run. */
const port: ChatPort = {
  post: async (to, _card, { key }) => ({ ok: true, ref: { ...to, id: key.replaceAll(" ", "-") } }),
  edit: async (ref) => ({ ok: true, ref }),
  tell: async (user, _card, { key }) => ({ ok: true, ref: { channel: `${user}-dm`, id: key.replaceAll(" ", "-") } }),
};

const happeningOf = (
  steps: readonly Step[],
  index: number,
  roots: Readonly<Record<Who, MessageRef>>,
): InboundEvent | null => {
  const each = steps[index];
  const at = monday + (index + 1) * 2 * minutes;
  if (each === undefined) return null;
  const who = each.does === "presses" ? "marta" : each.who;
  const [user, channel] = people[who];
  const base = { at, by: { user, name: who }, channel } as const;
  const message = (number: number): MessageRef => ({ channel, id: `m${number}`, thread: roots[who].id });
  if (each.does === "presses") return { ...base, key: `slack:press:${index}`, kind: "press", action: each.action };
  if (each.does === "writes")
    return {
      ...base,
      key: `slack:msg:${index}`,
      kind: "message",
      message: message(index),
      text: each.thanks ? "¡Gracias!" : `words ${index}`,
    };
  const target = index - 1 - each.of;
  const written = steps[target];
  if (written?.does !== "writes" || written.who !== who) return null;
  return each.does === "edits"
    ? {
        ...base,
        key: `slack:edit:${index}`,
        kind: "edited",
        message: message(target),
        text: each.thanks ? "Muchas gracias" : `other words ${index}`,
      }
    : { ...base, key: `slack:gone:${index}`, kind: "deleted", message: message(target) };
};

/** Delivers a history, and returns what is stored in the end. */
const lived = async (steps: readonly Step[], copies: (index: number) => Copies) => {
  let now = monday;
  const database = await freshDatabase();
  await writeDesk(database.db, {}, now);
  const desk = createDeskCache(() => promisingDesk);
  await desk.read(database.db);
  const log = keptLog();
  const deps = { database, desk, ports: new Map([["slack", port]]), now: () => now, log, metrics: silentMeter };
  const { core, processInbox: takeInbox, refreshCards } = createSteps(deps, () => {});
  const settle = async (): Promise<void> => {
    while ((await takeInbox()) > 0);
  };
  const [user, channel] = people.carla;
  const values = { title: "No video", severity: "high", description: "Nothing plays." };
  await core.accept({
    kind: "submit",
    key: "open",
    at: now,
    by: { user, name: "carla" },
    channel,
    action: "submit-ticket",
    values,
  });
  await settle();
  await refreshCards();
  const cards = await readCards(database.db, 1001);
  const rootOf = (side: "triage" | "conversation"): MessageRef => {
    const ref = cards.find((card) => card.side === side)?.ref ?? null;
    if (ref === null) throw new Error(`no ${side} card stands`);
    return ref;
  };
  const [triage, conversation] = [rootOf("triage"), rootOf("conversation")];
  const roots = { carla: conversation, luis: conversation, marta: triage };
  const arrivals = steps
    .flatMap((_, index) => {
      const inboundEvent = happeningOf(steps, index, roots);
      return inboundEvent === null
        ? []
        : copies(index).map((late) => ({ inboundEvent, at: inboundEvent.at + late * minutes }));
    })
    .toSorted((one, other) => one.at - other.at);
  for (const { inboundEvent, at } of arrivals) {
    now = Math.max(now, at);
    if (core.acknowledge(inboundEvent).kind === "work") await core.accept(inboundEvent);
    await settle();
  }
  // An event that waits for another one waits for ten minutes at most.
  for (let turn = 0; turn < 3; turn++) {
    now += 11 * minutes;
    await settle();
  }
  expect(log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  const { messages } = await messagePage(database.db, 1001, 0, 1_000);
  const ticket = await readTicket(database.db, 1001);
  return {
    events: await readEvents(database.db, 1001),
    ticket,
    messages,
    unanswered: ticket === null ? [] : await unansweredTimes(database.db, ticket),
    pauses: await readPauses(database.db, 1001),
  };
};

type Life = Awaited<ReturnType<typeof lived>>;

/** The messages and commands, without the order of their arrival and without their effects on clocks. */
const facts = ({ events }: Life): readonly string[] =>
  events.map(({ ...event }) => JSON.stringify({ ...event, clocks: null, asks: null, nextUnanswered: null })).toSorted();

const state = ({ ticket, messages, unanswered, pauses }: Life): object => ({
  ...ticket,
  version: 0,
  // After an edit, `last` may be later than the last of them.
  unanswered,
  sla: {
    ...ticket?.sla,
    clocks: [],
    // The wait ends with the first message that arrives. If an earlier one arrives later, the pause is some minutes too long.
    pauses: [...pauses.map(({ from }) => from), ticket?.sla.pauses.since],
  },
  writers: ticket?.writers.map(({ user }) => user).toSorted(),
  messages: messages.toSorted((one, other) => one.message.id.localeCompare(other.message.id)),
});

const inTime: Copies = [0];
/** Retries: at once, after one minute and after five. A mention arrives as two events, and both are retried. */
const repeated = fc.array(fc.constantFrom(0, 0, 1, 5), { minLength: 1, maxLength: 5 });

test("events that arrive up to five times leave the same ticket as events that arrive once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 8 }),
      fc.array(repeated, { minLength: 8, maxLength: 8 }),
      async (steps, times) => {
        const clean = await lived(steps, () => inTime);
        const noisy = await lived(steps, (index) => [0, ...(times[index] ?? [])]);
        expect(noisy).toEqual(clean);
      },
    ),
    { numRuns: 8 },
  );
});

test("events that arrive up to six minutes late or out of order leave the same events and the same ticket", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 8 }),
      fc.array(fc.constantFrom(0, 1, 3, 5, 6), { minLength: 8, maxLength: 8 }),
      async (steps, late) => {
        const clean = await lived(steps, () => inTime);
        // A press arrives within three seconds or never.
        const noisy = await lived(steps, (index) =>
          steps[index]?.does === "presses" ? inTime : [late[index] ?? 0, 6],
        );
        expect(facts(noisy)).toEqual(facts(clean));
        expect(state(noisy)).toEqual(state(clean));
      },
    ),
    { numRuns: 15 },
  );
});
