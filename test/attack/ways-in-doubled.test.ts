import { readable } from "../../src/db/ticket-row.ts";
import type { Instant } from "../../src/sla/instant.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { encodeAction } from "../../src/chat/action.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import type { ChatPort } from "../../src/chat/port.ts";
import { readEvents } from "../../src/db/event-store.ts";
import { listTickets } from "../../src/db/ticket-lists.ts";
import type { Event } from "../../src/tickets/messages.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import { sourceArguments } from "../../src/chat/action-arguments.ts";
import { minutes, monday } from "../support/given.ts";
import { livingDesk } from "../support/living-desk.ts";
import { promisingDesk } from "../support/sample-desk.ts";

/** A person's action; `of` is how many steps before it the message was written that it is about. */
type Step =
  | { readonly does: "writes" | "mentions" | "tellsTheBot" }
  | { readonly does: "answers" | "reacts" | "picks" | "edits" | "deletes"; readonly of: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom("writes", "mentions", "mentions", "tellsTheBot").map((does) => ({ does }) as const),
  fc
    .tuple(fc.constantFrom("answers", "answers", "reacts", "picks", "edits", "deletes"), fc.nat(3))
    .map(([does, of]) => ({ does, of }) as const),
);

const carla: readonly [UserRef, ChannelRef] = ["slack:U0CARLA", "slack:C0ACME"];
const direct: ChannelRef = "slack:D0CARLA";
const atOf = (index: number): Instant => monday + (index + 1) * 2 * minutes;
const wordsOf = (index: number): string => `words ${String.fromCodePoint(97 + index)}`;

const isMessage = (each: Step | undefined): boolean =>
  each !== undefined && ["writes", "mentions", "tellsTheBot", "answers"].includes(each.does);
/** The message step that a step is about. */
const targetOf = (steps: readonly Step[], index: number): number | null => {
  const each = steps[index];
  if (each === undefined || !("of" in each)) return null;
  const target = index - 1 - each.of;
  return isMessage(steps[target]) ? target : null;
};
/** The message that a thread began with. */
const rootOf = (steps: readonly Step[], index: number): number => {
  const target = steps[index]?.does === "answers" ? targetOf(steps, index) : null;
  return target === null ? index : rootOf(steps, target);
};
const refOf = (steps: readonly Step[], index: number) => {
  const root = rootOf(steps, index);
  const channel = steps[root]?.does === "tellsTheBot" ? direct : carla[1];
  return { channel, id: `m${index}`, ...(root === index ? {} : { thread: `m${root}` }) };
};

const happeningOf = (steps: readonly Step[], index: number): InboundEvent | null => {
  const each = steps[index];
  if (each === undefined) return null;
  const target = targetOf(steps, index);
  if ("of" in each && target === null) return null;
  const about = refOf(steps, target ?? index);
  const base = { at: atOf(index), by: { user: carla[0], name: "carla" }, channel: about.channel } as const;
  const key = `slack:${each.does}:${index}`;
  const isDirect = about.channel === direct;
  switch (each.does) {
    case "writes":
    case "mentions":
    case "tellsTheBot":
    case "answers": {
      const more = { mentionsBot: each.does === "mentions", direct: isDirect };
      return { ...base, ...more, key, kind: "message", message: refOf(steps, index), text: wordsOf(index) };
    }
    case "reacts":
      return { ...base, key, kind: "react", message: about, emoji: "🎫" };
    case "picks": {
      const values = { title: wordsOf(target ?? 0), severity: "high", description: wordsOf(target ?? 0) };
      const source = { channel: about.channel, message: about.id, root: about.thread ?? about.id };
      const action = encodeAction("submit-ticket", ...sourceArguments(source));
      return { ...base, key, kind: "submit", action, values };
    }
    case "edits":
      return { ...base, key, kind: "edited", message: about, text: `${wordsOf(target ?? 0)} anew` };
    case "deletes":
      return { ...base, key, kind: "deleted", message: about };
  }
};

/** A platform that accepts everything, and shows all messages up to now unchanged. */
const portFor =
  (steps: readonly Step[]) =>
  (now: () => Instant): ChatPort => ({
    post: async (to, _card, { key }) => ({ ok: true, ref: { ...to, id: key.replaceAll(" ", "-") } }),
    edit: async (ref) => ({ ok: true, ref }),
    tell: async (user, _card, { key }) => ({ ok: true, ref: { channel: `${user}-dm`, id: key.replaceAll(" ", "-") } }),
    readThread: async ({ id, thread }) => {
      const root = Number((thread ?? id).slice(1));
      const messages = steps.flatMap((each, index) =>
        isMessage(each) &&
        ("of" in each ? targetOf(steps, index) !== null : true) &&
        rootOf(steps, index) === root &&
        atOf(index) <= now()
          ? [
              {
                id: `m${index}`,
                at: atOf(index),
                by: { user: carla[0], name: "carla" },
                bot: false,
                text: wordsOf(index),
              },
            ]
          : [],
      );
      return { ok: true, root: `m${root}`, messages, more: false };
    },
  });

/** How a platform delivers one action: copies, each some minutes late. */
type Copies = (index: number) => readonly number[];

interface Opened {
  readonly source: string | null;
  readonly events: readonly Event[];
}

/** Delivers a history, and returns what is stored of each ticket in the end. */
const lived = async (steps: readonly Step[], copies: Copies): Promise<readonly Opened[]> => {
  const desk = await livingDesk(promisingDesk, portFor(steps));
  await desk.hears(
    steps.flatMap((_, index) => {
      const inboundEvent = happeningOf(steps, index);
      return inboundEvent === null
        ? []
        : copies(index).map((late) => ({ inboundEvent, at: inboundEvent.at + late * minutes }));
    }),
  );
  await desk.waits();
  expect(desk.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  const { db } = desk.database;
  const tickets = (await listTickets(db, { byDue: false }, 100)).map(readable);
  return Promise.all(
    tickets
      .toSorted((one, other) => one.number - other.number)
      .map(async ({ number, source }) => ({
        source: source === null ? null : `${source.channel} ${source.root}`,
        events: await readEvents(db, number),
      })),
  );
};

/**
 * What people read in these tickets: each message as it was edited. A copy of a message may let it into the ticket before its
 * edit arrives, so that the history has one line more.
 */
const asEdited = (opened: readonly Opened[]): readonly Opened[] =>
  opened.map(({ source, events }) => {
    const idOf = (each: Event): string | null =>
      each.type === "customerWrote" || each.type === "messageEdited" ? (each.message?.id ?? null) : null;
    const known = new Set(events.flatMap((each) => (each.type === "customerWrote" ? [idOf(each)] : [])));
    const edits = new Map(
      events.flatMap((each) => (each.type === "messageEdited" ? [[idOf(each), each.text] as const] : [])),
    );
    const kept = events.filter((each) => each.type !== "messageEdited" || !known.has(idOf(each)));
    return {
      source,
      events: kept.map((each) =>
        each.type === "customerWrote" ? { ...each, text: edits.get(idOf(each)) ?? each.text } : each,
      ),
    };
  });

/** Every customer text in these tickets. */
const wordsIn = (opened: readonly Opened[]): readonly string[] =>
  [...new Set(JSON.stringify(opened).match(/words [a-z]/g))].toSorted();
const sources = (opened: readonly Opened[]): readonly string[] =>
  opened.map(({ source }) => String(source)).toSorted((one, other) => one.localeCompare(other));

const histories = fc.array(step, { minLength: 3, maxLength: 7 });

test("mentions, 🎫, picked messages and direct messages that arrive up to five times open the same tickets as once", async () => {
  const repeated = fc.array(fc.constantFrom(0, 0, 1, 5), { minLength: 1, maxLength: 4 });
  const times = fc.array(repeated, { minLength: 7, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(histories, times, async (steps, again) => {
      const clean = await lived(steps, () => [0]);
      const noisy = await lived(steps, (index) => [0, ...(again[index] ?? [])]);
      expect(asEdited(noisy)).toEqual(asEdited(clean));
    }),
    {
      numRuns: 8,
      // A copy of a message and its edit arrive in the same minute.
      examples: [
        [
          [
            { does: "tellsTheBot" },
            { does: "tellsTheBot" },
            { does: "tellsTheBot" },
            { does: "answers", of: 0 },
            { does: "edits", of: 0 },
          ],
          [[0], [0], [0], [1], [0], [0], [0]],
        ],
      ],
    },
  );
});

test("messages that arrive in any order and up to six minutes late open one ticket each, and no customer text is lost", async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.array(fc.constantFrom(0, 1, 3, 5, 6), { minLength: 7, maxLength: 7 }),
      async (steps, late) => {
        // An edited or deleted message reads differently later; a dialog comes at once or never.
        const kept = steps.map((each): Step => (/edits|deletes/.test(each.does) ? { does: "writes" } : each));
        const clean = await lived(kept, () => [0]);
        const noisy = await lived(kept, (index) => (kept[index]?.does === "picks" ? [0] : [late[index] ?? 0, 6]));
        expect(wordsIn(noisy)).toEqual(wordsIn(clean));
        expect(new Set(sources(noisy)).size).toBe(noisy.length);
        expect(sources(noisy).filter((source) => source.startsWith(carla[1]))).toEqual(
          sources(clean).filter((source) => source.startsWith(carla[1])),
        );
      },
    ),
    {
      numRuns: 8,
      // A reply to a mention that arrives before the mention.
      examples: [
        [
          [{ does: "mentions" }, { does: "answers", of: 0 }, { does: "answers", of: 1 }],
          [6, 0, 1, 0, 0, 0, 0],
        ],
      ],
    },
  );
});
