import { asPlace, placeToWrite } from "../../../src/tickets/conversation-place.ts";
import { expect, test } from "vitest";
import { evolveTicket } from "../../../src/tickets/evolve.ts";
import { dueAfterReply } from "../../../src/features/reply/pending-replies.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { cast, given, minutes, monday, opening, type Story, type GivenCommand } from "../../support/given.ts";
import { holdingDesk, termsIn } from "../../support/sample-desk.ts";
import { ticketOf } from "../../support/story.ts";

const { carla, luis } = cast;
const hours = (count: number) => ({ days: 0, ms: count * 60 * minutes });

/** Every severity and plan has the same targets, at any hour. */
const promising = (targets: Desk["severities"]["high"]): Desk => ({
  ...holdingDesk,
  severities: { critical: targets, high: targets, medium: targets, low: targets },
  plans: Object.fromEntries(
    Object.entries(holdingDesk.plans).map(([key, plan]) => [
      key,
      {
        ...plan,
        calendar: "always",
        terms: termsIn("always", { critical: targets, high: targets, medium: targets, low: targets }),
      },
    ]),
  ),
});
const answerOnly = promising({ firstResponse: hours(1) });
const withSolution = promising({ firstResponse: hours(1), resolution: hours(8) });
const withNext = promising({ firstResponse: hours(1), nextResponse: hours(2), resolution: hours(8), tech: hours(3) });

const reply = (text: string): GivenCommand => ({ type: "reply", text, alreadyPosted: false });
const opened = (desk: Desk): Story => given(desk).when(carla, opening());
const news = (after: number): GivenCommand => ({
  type: "promiseUpdate",
  due: { by: "instant", at: monday + after * minutes },
});

/** In minutes since Monday ten o'clock. */
const dueAt = (story: Story, desk: Desk, after: number, setsWaiting = false): number | null => {
  const command = {
    type: "reply",
    text: "we look",
    alreadyPosted: false,
    audience: asPlace(placeToWrite(ticketOf(story), desk)),
    dueNamed: null,
    update: null,
    filled: false,
    by: luis,
    at: monday + after * minutes,
    setsWaiting,
  } as const;
  const due = dueAfterReply({
    ticket: ticketOf(story),
    unanswered: story.unanswered,
    reply: command,
    by: luis,
    desk,
    evolve: evolveTicket,
  });
  return due === null ? null : (due - monday) / minutes;
};

test("a canned reply does not name the first response that it ends: the reported reply at 17:52 named 18:19", () => {
  expect(dueAt(opened(answerOnly), answerOnly, 33)).toBeNull();
  expect(dueAt(opened(withSolution), withSolution, 33)).toBe(8 * 60);
});

test("nor the next response, nor an update that was promised before, which this reply meets", () => {
  const wrote: GivenCommand = { type: "receiveMessage", text: "and now?", wroteAt: monday + 20 * minutes };
  const asked = opened(withNext).when(luis, reply("hello"), 10);
  const sent = asked.when(
    cast.clock,
    { type: "releaseReply", replyId: ticketOf(asked).pendingReplies[0]?.id ?? 0 },
    11,
  );
  const again = sent.when(carla, wrote, 20);
  expect(ticketOf(again).sla.clocks.map(({ kind }) => kind)).toContain("nextResponse");
  expect(dueAt(again, withNext, 30)).toBe(8 * 60);
  const withUpdate = sent.when(luis, news(60), 15);
  expect(ticketOf(withUpdate).sla.clocks.map(({ kind }) => kind)).toContain("update");
  expect(dueAt(withUpdate, withNext, 30)).toBe(8 * 60);
});

test("nor a time in the past, or before the reply is sent", () => {
  expect(dueAt(opened(withSolution), withSolution, 8 * 60 - 1)).toBe(8 * 60);
  expect(dueAt(opened(withSolution), withSolution, 8 * 60 - 0.1)).toBeNull();
  expect(dueAt(opened(withSolution), withSolution, 8 * 60 + 1)).toBeNull();
});

test("nor the technical team's clock, nor a clock that is paused once the ticket waits", () => {
  const tech = opened(withNext).when(luis, { type: "askTech", text: "look" }, 5);
  expect(ticketOf(tech).sla.clocks.map(({ kind }) => kind)).toContain("tech");
  expect(dueAt(tech, withNext, 10)).toBe(8 * 60);
  expect(dueAt(opened(withSolution), withSolution, 10, true)).toBeNull();
});

test("a pending reply is sent first, together with the update that it promises", () => {
  const held = opened(answerOnly).when(
    luis,
    { ...reply("one"), update: { by: "instant", at: monday + 120 * minutes } } as GivenCommand,
    10,
  );
  expect(ticketOf(held).pendingReplies).toHaveLength(1);
  // The second reply meets that promised update.
  expect(dueAt(held, answerOnly, 10.05)).toBeNull();
});
