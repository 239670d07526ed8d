import { describe, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { carriedOver } from "../../../src/tickets/carried-over.ts";
import { customersToNotify } from "../../../src/tickets/customer-to-notify.ts";
import { effects } from "../../../src/tickets/evolve.ts";
import type { Clock } from "../../../src/sla/clock.ts";
import type { ClockKind } from "../../../src/sla/clock-kinds.ts";
import { severities } from "../../../src/sla/severity.ts";
import { cast, given, minutes, monday, opening, type Story, type GivenCommand } from "../../support/given.ts";
import { promisingDesk, sampleDesk } from "../../support/sample-desk.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const { luis, marta, carla, clock, sam } = cast;
const at = (after: number): number => monday + after * minutes;
const reply: GivenCommand = { type: "reply", text: "Hello", alreadyPosted: false };
const runningIn = (story: Story): readonly Clock[] => ticketOf(story).sla.clocks.filter(({ end }) => end === null);
const running = (story: Story, kind: ClockKind): Clock | undefined =>
  runningIn(story).find((each) => each.kind === kind);
const due = (story: Story, kind: ClockKind): number => running(story, kind)?.target.due ?? Infinity;

const opened = (desk: Desk, severity: "critical" | "high" = "high"): Story =>
  given(desk).when(carla, opening(severity));
const answered = (desk: Desk): Story => opened(desk).when(luis, reply, 5);

/** The second ticket continues in the first one. */
const takes = (into: Story, merged: Story, after: number): Story =>
  into.when(marta, { type: "mergeFrom", from: 1043, carried: carriedOver(ticketOf(merged), at(after)) }, after);

describe("a ticket into which another one is merged takes over", () => {
  test("the earlier due time of a first response, and tells its customers", () => {
    const story = takes(opened(sampleDesk), opened(sampleDesk, "critical"), 10);
    expect(due(story, "firstResponse")).toBe(at(30));
    const [event] = story.events.slice(-1);
    expect(JSON.stringify(event === undefined ? [] : effects(event, ticketOf(story)))).toContain("targetsMoved");
    expect(given(sampleDesk, story.events).ticket).toEqual(story.ticket);
    expect(due(takes(opened(sampleDesk, "critical"), opened(sampleDesk), 10), "firstResponse")).toBe(at(30));
  });

  test("the wait for an answer, by the due time that was promised, also if the plan has no next response", () => {
    const late = answered(promisingDesk).when(carla, { type: "dismiss", upTo: at(0) }, 6);
    const next = takes(late, opened(promisingDesk, "critical"), 10);
    expect(running(next, "nextResponse")?.startedAt).toBe(at(0));
    expect(due(next, "nextResponse")).toBeLessThanOrEqual(due(opened(promisingDesk, "critical"), "firstResponse"));
    const none = takes(answered(sampleDesk), opened(sampleDesk, "critical"), 10);
    expect(due(none, "firstResponse")).toBe(at(30));
    expect(none.unanswered).toEqual([at(0)]);
    expect(running(none.when(luis, reply, 12), "firstResponse")).toBeUndefined();
  });

  test("a wait that began before its own", () => {
    const own = answered(promisingDesk).when(carla, { type: "receiveMessage", text: "And?", wroteAt: at(8) }, 8);
    const story = takes(own, opened(promisingDesk), 10);
    expect(running(story, "nextResponse")?.startedAt).toBe(at(0));
    expect(story.unanswered).toEqual([at(0), at(8)]);
  });

  test("the wait, although a reply was pending: it is sent before the merge, and does not answer the other customer", () => {
    const desk = { ...promisingDesk, undo: 60_000 };
    const pending = opened(desk).when(luis, { ...reply, audience: null }, 9);
    expect(ticketOf(pending).pendingReplies).toHaveLength(1);
    const story = takes(pending, opened(desk), 9.5);
    expect(ticketOf(story).pendingReplies).toEqual([]);
    expect(running(story, "nextResponse")?.startedAt).toBe(at(0));
  });

  test("a promised update, and the earlier one of two", () => {
    const promised = (hours: number): Story =>
      answered(sampleDesk).when(luis, { type: "promiseUpdate", due: { by: "instant", at: at(60 * hours) } }, 6);
    expect(due(takes(answered(sampleDesk), promised(2), 10), "update")).toBe(at(120));
    expect(due(takes(promised(3), promised(2), 10), "update")).toBe(at(120));
    expect(due(takes(promised(2), promised(3), 10), "update")).toBe(at(120));
    const missed = takes(answered(sampleDesk), promised(2), 200);
    expect(due(missed, "update")).toBe(at(120));
    expect(missed.when(luis, reply, 210).ticket?.sla.clocks.find(({ kind }) => kind === "update")?.end?.how).toBe(
      "breached",
    );
  });

  test("the earlier due time of the solution, whichever of the two is paused", () => {
    const critical = opened(promisingDesk, "critical").when(luis, reply, 5);
    const critically = due(critical, "resolution");
    expect(due(takes(answered(promisingDesk), critical, 10), "resolution")).toBe(critically);
    const paused = critical.when(luis, { type: "wait" }, 6);
    expect(due(takes(answered(promisingDesk), paused, 16), "resolution")).toBe(critically + 10 * minutes);
    const waits = takes(answered(promisingDesk).when(luis, { type: "wait" }, 6), critical, 16);
    expect(ticketOf(waits).status).toBe("waiting");
    expect(due(waits, "resolution")).toBe(critically - 10 * minutes);
    const resumed = waits.when(carla, { type: "receiveMessage", text: "It is 7", wroteAt: at(26) }, 26);
    expect(due(resumed, "resolution")).toBe(critically + 10 * minutes);
  });

  test("the wait of a customer, so that it no longer waits for its own", () => {
    const waiting = answered(promisingDesk).when(luis, { type: "wait" }, 6);
    const story = takes(waiting, opened(promisingDesk), 10);
    expect(ticketOf(story).status).toBe("open");
    expect(running(story, "nextResponse")?.startedAt).toBe(at(0));
    expect(due(story, "resolution")).toBe(due(answered(promisingDesk), "resolution"));
    expect(given(promisingDesk, story.events).ticket).toEqual(story.ticket);
  });
});

describe("requests of the merged ticket's customer", () => {
  const desk: Desk = {
    ...sampleDesk,
    plans: Object.fromEntries(
      Object.entries(sampleDesk.plans).map(([key, plan]) => [key, { ...plan, phone: [...severities] }]),
    ),
  };
  const call = (number = "+34 600 111 222"): GivenCommand => ({ type: "requestCall", number, time: null });
  const calls = (number?: string): Story => answered(desk).when(carla, call(number), 6);

  test("go on with new pages: the call and the escalation are those that were requested", () => {
    const merged = calls().when(luis, { type: "escalate", why: "It is urgent" }, 7);
    const story = takes(answered(desk), merged, 10);
    expect(ticketOf(story)).toMatchObject({
      callBack: { number: "+34 600 111 222", at: at(6), by: "Carla", notified: null },
      escalation: { why: "It is urgent", at: at(7), notified: null },
    });
    const [event] = story.events.slice(-1);
    const pages = (event === undefined ? [] : effects(event, ticketOf(story))).flatMap((effect) =>
      effect.type === "send" && effect.message.type === "page" ? [effect.message.page] : [],
    );
    expect(pages.map(({ about }) => about)).toEqual(expect.arrayContaining(["call", "escalation"]));
    const [page] = pages.filter(({ about }) => about === "call");
    if (page === undefined) throw new Error("no page for the call");
    expect(story.when(clock, { type: "reportPaged", page }, 11).ticket).toMatchObject({
      callBack: { notified: { at: at(11) } },
    });
    expect(given(desk, story.events).ticket).toEqual(story.ticket);
  });

  test("page no person twice", () => {
    const merged = calls();
    const requested = merged.events.at(-1);
    const page = requested?.type === "callRequested" ? requested.page[0] : undefined;
    if (page === undefined) throw new Error("no page");
    const story = takes(answered(desk), merged.when(clock, { type: "reportPaged", page }, 7), 10);
    expect(story.events.at(-1)).toMatchObject({ carried: { page: [], callBack: { notified: { at: at(7) } } } });
  });

  test("are never two different calls, and the technical team keeps its ticket: such merges are refused", () => {
    expect(refusalOf(takes(calls(), calls("+34 1"), 10))).toEqual({ reason: "callInBoth", to: 1043 });
    expect(refusalOf(takes(calls(), calls(), 10))).toBeNull();
    const withTech = answered(desk).when(luis, { type: "askTech", text: "Please look" }, 6);
    expect(refusalOf(withTech.when(luis, { type: "merge", into: 1043 }, 7))).toEqual({
      reason: "mergeWithTech",
      to: 1043,
    });
  });
});

test("a merge replaces an earlier link, and answers mention the customers of both tickets who may read them", () => {
  const merged = given(sampleDesk).when({ ...sam, channel: "slack:C0ACME" }, opening());
  const linked = opened(sampleDesk).when(luis, { type: "link", to: 1043 });
  const story = takes(linked, merged, 10);
  expect(ticketOf(story).links).toEqual([
    { number: 1043, how: "mergedFrom", requesters: [{ user: "slack:U0SAM", name: "Sam" }] },
  ]);
  expect(customersToNotify(ticketOf(story), sampleDesk).map(({ user }) => user)).toEqual([
    "slack:U0CARLA",
    "slack:U0SAM",
  ]);
});

test("no reply is sent on a merged ticket", () => {
  const merged = opened(sampleDesk).when(luis, { type: "merge", into: 1043 }, 5);
  expect(refusalOf(merged.when(luis, reply, 6))).toEqual({ reason: "continuesIn", to: 1043 });
});
