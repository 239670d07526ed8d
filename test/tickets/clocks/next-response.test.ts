import { describe, expect, test } from "vitest";
import { given, opening, type Story } from "../../support/given.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { carla, clocksOf, desk, hear, luis, open, reply, clockSpans } from "./clock-story.ts";

const inThread = (id: string) => ({ channel: "slack:C0ACME", id }) as const;

describe("the next response clock", () => {
  const answered = open().when(luis, reply, 10);

  test.each<[string, (story: Story) => Story, readonly string[]]>([
    ["does not run while no customer message is unanswered", (story) => story, []],
    ["starts at the platform's time of the message", (story) => story.when(carla, hear(20), 25), ["1 20 140 runs"]],
    [
      "does not move with further messages",
      (story) => story.when(carla, hear(20), 20).when(carla, hear(50), 50),
      ["1 20 140 runs"],
    ],
    [
      "moves to an earlier message that arrives late",
      (story) => story.when(carla, hear(50), 50).when(carla, hear(20), 51),
      ["1 20 140 runs"],
    ],
    [
      "ends with a public reply, and gets a new cycle for each wait",
      (story) => story.when(carla, hear(20), 20).when(luis, reply, 60).when(carla, hear(100), 100),
      ["1 20 140 met 60", "2 100 220 runs"],
    ],
    [
      "is breached after its due time",
      (story) => story.when(carla, hear(20), 20).when(luis, reply, 141),
      ["1 20 140 breached 141"],
    ],
    [
      "ends on resolve",
      (story) => story.when(carla, hear(20), 20).when(luis, { type: "resolve" }, 70),
      ["1 20 140 met 70"],
    ],
    [
      "starts for a message that crossed a reply, at the time it was written",
      (story) => story.when(carla, hear(5), 30),
      ["1 5 125 runs"],
    ],
    [
      "does not start for a message that staff wrote below, whenever it arrives",
      (story) =>
        story
          .when(luis, { ...reply, alreadyPosted: true, message: inThread("2") }, 20)
          .when(carla, { ...hear(15), message: inThread("1") }, 30),
      [],
    ],
    [
      "starts for a message that staff who wrote elsewhere have not seen",
      (story) =>
        story
          .when(luis, { ...reply, alreadyPosted: true, message: inThread("2") }, 20)
          .when(carla, { ...hear(15), message: { channel: "slack:D0CARLA", id: "1" } }, 30),
      ["1 15 135 runs"],
    ],
    [
      "does not end with a reply that is older than the message",
      (story) => story.when(carla, hear(20), 20).when(luis, reply, 15),
      ["1 20 140 runs"],
    ],
    [
      "starts again with the earliest message that a late reply leaves unanswered",
      (story) =>
        story.when(carla, hear(20), 20).when(carla, hear(40), 40).when(carla, hear(50), 50).when(luis, reply, 30),
      ["1 20 140 met 30", "2 40 160 runs"],
    ],
    [
      "does not start on a resolved ticket",
      (story) => story.when(luis, { type: "resolve" }, 20).when(carla, hear(30), 30),
      [],
    ],
    [
      "starts when the customer reopens the ticket",
      (story) => story.when(luis, { type: "resolve" }, 20).when(carla, { type: "reopen" }, 60),
      ["1 60 180 runs"],
    ],
    [
      "does not start when staff reopen the ticket",
      (story) => story.when(luis, { type: "resolve" }, 20).when(luis, { type: "reopen" }, 60),
      [],
    ],
  ])("%s", (_, acts, expected) => {
    expect(clockSpans(acts(answered), "nextResponse")).toEqual(expected);
  });

  test("runs only after a first response", () => {
    const story = open().when(carla, hear(5), 5).when(carla, hear(8), 8);
    expect(clocksOf(story, "nextResponse")).toEqual([]);
    expect(clocksOf(story.when(luis, reply, 10), "nextResponse")).toEqual([]);
    // Written at eight, replied at seven: the message at eight is not answered by it.
    expect(clockSpans(story.when(luis, reply, 7), "nextResponse")).toEqual(["1 8 128 runs"]);
  });

  test("is a first response again if the plan has no next response, or if the customer was never answered", () => {
    const plain = open("high", sampleDesk).when(luis, reply, 10).when(luis, { type: "resolve" }, 20);
    expect(clockSpans(plain.when(carla, { type: "reopen" }, 60), "firstResponse")).toEqual([
      "1 0 240 met 10",
      "2 60 300 runs",
    ]);
    const never = open().when(luis, { type: "resolve" }, 20).when(luis, { type: "reopen" }, 60);
    expect(clockSpans(never, "firstResponse")).toEqual(["1 0 240 cancelled 20", "2 60 300 runs"]);
    expect(clocksOf(never, "nextResponse")).toEqual([]);
  });

  test("is not due earlier than grace allows if an earlier message arrives late", () => {
    const raised = answered.when(carla, hear(100), 100).when(luis, { type: "setSeverity", severity: "critical" }, 155);
    expect(clockSpans(raised, "nextResponse")).toEqual(["1 100 170 runs"]);
    expect(clockSpans(raised.when(carla, hear(90), 156), "nextResponse")).toEqual(["1 90 170 runs"]);
  });

  test("counts from the earliest message, even from one that was written before it was promised", () => {
    const before = given(sampleDesk).when(carla, opening("high")).when(luis, reply, 10).when(carla, hear(20), 20);
    expect(clockSpans(given(desk, before.events).when(carla, hear(50), 50), "nextResponse")).toEqual(["1 20 140 runs"]);
  });

  test("does not run beside a first response that counts the same wait", () => {
    const again = open().when(luis, { type: "resolve" }, 0).when(carla, { type: "reopen" }, 10);
    const late = again.when(luis, reply, 5);
    expect(clockSpans(late, "firstResponse")).toEqual(["1 0 240 cancelled 0", "2 10 250 runs"]);
    expect(clocksOf(late, "nextResponse")).toEqual([]);
  });

  test("starts when the plan begins to promise it, counted from the message, and is due no earlier than grace allows", () => {
    const low = open("low").when(luis, reply, 10).when(carla, hear(20), 20);
    expect(clocksOf(low, "nextResponse")).toEqual([]);
    expect(clockSpans(low.when(luis, { type: "setSeverity", severity: "high" }, 30), "nextResponse")).toEqual([
      "1 20 140 runs",
    ]);
    expect(clockSpans(low.when(luis, { type: "setSeverity", severity: "high" }, 130), "nextResponse")).toEqual([
      "1 20 160 runs",
    ]);
  });
});
