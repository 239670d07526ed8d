import * as fc from "fast-check";
import { expect, test } from "vitest";
import { writeDesk } from "../../src/db/desk-store.ts";
import { readPauses } from "../../src/db/pause-store.ts";
import { createDeskCache } from "../../src/tickets/execute/desk-cache.ts";
import { execute, type AppDeps } from "../../src/tickets/execute/execute.ts";
import type { Actor } from "../../src/tickets/messages.ts";
import { freshDatabase } from "../support/database/database.ts";
import { unansweredTimes } from "../support/database/unanswered-times.ts";
import {
  cast,
  given,
  minutes,
  monday,
  opening,
  type Story,
  type GivenCommand,
  wholeCommand,
} from "../support/given.ts";
import { promisingDesk } from "../support/sample-desk.ts";
import { readTicket } from "../../src/db/ticket-store.ts";

const { carla, luis, clock } = cast;
const desk = { ...promisingDesk, undo: 120_000 };
const message = (id: number) => ({ channel: "slack:C0ACME", id: `${id}` }) as const;

/** An act in the minute after the one before it; `late`: it happened so many minutes earlier. */
interface Act {
  readonly kind: (typeof kinds)[number];
  readonly late: number;
  readonly which: number;
}

const kinds = [
  "asks",
  "asks",
  "asks",
  "thanks",
  "edits",
  "replies",
  "answers in thread",
  "releases",
  "dismisses",
  "waits",
  "resolves",
  "reopens",
  "severity",
] as const;

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), late: fc.integer({ min: 0, max: 6 }), which: fc.nat(4) }),
  { minLength: 8, maxLength: 26, size: "max" },
);

const act = (kind: Act["kind"], late = 0, which = 0): Act => ({ kind, late, which });

/** Rare cases that chance may not find: what an answer leaves is neither the first message nor the last. */
const examples: readonly (readonly Act[])[] = [
  [act("asks"), act("asks"), act("asks"), act("asks"), act("dismisses", 0, 1)],
  [act("asks"), act("thanks"), act("replies"), act("asks", 2), act("asks", 1), act("releases")],
  [act("asks"), act("asks"), act("asks"), act("asks"), act("answers in thread", 2)],
];

const commandOf = ({ kind, which }: Act, index: number, at: number, story: Story): readonly [Actor, GivenCommand] => {
  switch (kind) {
    case "asks":
      return [carla, { type: "receiveMessage", text: "And?", wroteAt: at, message: message(index) }];
    case "thanks":
      return [carla, { type: "receiveMessage", text: "gracias", wroteAt: at, message: message(index) }];
    case "edits":
      return [
        carla,
        { type: "editMessage", message: story.messages[which]?.message ?? message(which), text: "And now?" },
      ];
    case "replies":
      return [luis, { type: "reply", text: "Soon", alreadyPosted: false }];
    case "answers in thread":
      return [luis, { type: "reply", text: "Soon", alreadyPosted: true, message: message(index) }];
    case "releases":
      return [clock, { type: "releaseReply", replyId: story.ticket?.pendingReplies[0]?.id ?? 0 }];
    case "dismisses":
      return [luis, { type: "dismiss", upTo: story.unanswered[which] ?? at }];
    case "waits":
      return [luis, { type: "wait" }];
    case "resolves":
      return [luis, { type: "resolve" }];
    case "reopens":
      return [which % 2 === 0 ? carla : luis, { type: "reopen" }];
    case "severity":
      return [luis, { type: "setSeverity", severity: which % 2 === 0 ? "low" : "critical", reason: "x" }];
  }
};

test("a stored ticket, its unanswered messages and its pauses equal those of a ticket that has all of them in memory", async () => {
  const database = await freshDatabase();
  await writeDesk(database.db, {}, monday);
  const deps: AppDeps = { database, desk: createDeskCache(() => desk) };
  const run = (number: number | null, by: Actor, wish: GivenCommand, at: number) =>
    execute(deps, { key: null, number, command: { ...wholeCommand(wish), by, at } });
  let tickets = 0;
  await fc.assert(
    fc.asyncProperty(acts, async (chosen) => {
      tickets += 1;
      const opened = await run(null, carla, opening(), monday);
      if (!opened.ok) throw new Error("not opened");
      const { number } = opened.ticket;
      let story = given(desk).when(carla, { ...opening(), number });
      for (const [index, act] of chosen.entries()) {
        const after = Math.max(index + 1 - act.late, 0);
        const at = monday + after * minutes;
        const own = { ...message(index), id: `${tickets}.${index}` };
        const [by, wish] = commandOf(act, index, at, story);
        const named =
          "message" in wish && wish.type !== "editMessage" ? ({ ...wish, message: own } as GivenCommand) : wish;
        const outcome = await run(number, by, named, at);
        story = story.when(by, named, after);
        expect(outcome.ok).toBe(story.last?.ok);
        const stored = await readTicket(database.db, number);
        if (stored === null) throw new Error("no ticket");
        expect(stored).toEqual(story.ticket);
        expect(await unansweredTimes(database.db, stored)).toEqual(story.unanswered);
      }
      expect(await readPauses(database.db, number)).toEqual(story.pauses);
    }),
    { numRuns: 20, examples: examples.map((kindsOf) => [kindsOf]) },
  );
});
