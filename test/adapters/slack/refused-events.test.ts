import { expect, onTestFinished, test } from "vitest";
import { createRefusedEvents } from "../../../adapters/slack/receive/refused-events.ts";
import { recordingCore } from "../recording-core.ts";
import { openSlack, type Mode } from "./stage.ts";

const start = Date.parse("2026-01-12T09:00:00Z");
const second = 1_000;

/** Refused events with a clock of the test. `waits` lets one wait of the timer end. */
const watched = () => {
  let now = start;
  const timers: (() => void)[] = [];
  const read: number[] = [];
  const pause = Object.assign((_: number) => new Promise<void>((done) => void timers.push(done)), {
    end: () => {},
    ended: () => false,
  });
  const events = createRefusedEvents({ now: () => now, pause, readBack: (since) => void read.push(since - start) });
  const waits = async (ms: number): Promise<void> => {
    now += ms;
    for (const done of timers.splice(0)) done();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const refuse = (): void => events.refused({ event_time: start / second });
  return { events, read, waits, refuse, timers };
};

test("refusals of more than a minute are read back from the first refused event, although no event follows", async () => {
  const { read, waits, refuse, timers } = watched();
  refuse();
  await waits(9 * second);
  refuse();
  await waits(9 * second);
  await waits(42 * second);
  expect(read).toEqual([]);
  // Its repeat is refused too. The catch-up waits until refusals end.
  refuse();
  await waits(9 * second);
  expect([read, timers.length]).toEqual([[], 1]);
  await waits(second);
  expect([read, timers.length]).toEqual([[0], 0]);
});

test("what Slack repeats is not read back, and an event that is received ends the wait", async () => {
  const { events, read, waits, refuse } = watched();
  refuse();
  await waits(10 * second);
  events.received();
  expect(read).toEqual([]);
  await waits(61 * second);
  events.refused({ event_time: (start + 10 * second) / second });
  await waits(second);
  events.received();
  expect(read).toEqual([]);
  await waits(9 * second);
  events.received();
  expect(read).toEqual([10 * second]);
});

test.each(["socket", "http"] as const satisfies readonly Mode[])(
  "what Slack gave up while the database could not store is read back, without a restart: %s",
  async (mode) => {
    let now = start;
    const core = Object.assign(recordingCore(), { channels: () => ["slack:C0ACME"] as const });
    const stage = await openSlack(mode, core, { now: () => now, ackTimeout: 100 });
    onTestFinished(() => stage.stop());
    const { slack } = stage;
    core.failing = 1_000;
    await slack.user("U0CARLA").writes("C0ACME", "<@U0PLAZO> everything is down", { mention: true, raw: true });
    // In an overload Plazo refuses events before it tries to store them.
    core.admit = () => null;
    await slack.user("U0CARLA").writes("C0ACME", "<@U0PLAZO> still down", { mention: true, raw: true });
    while (slack.unacknowledged > 0) {
      now += 2 * 60 * second;
      await slack.redeliver();
    }
    expect(slack.lost.length).toBeGreaterThan(0);
    [core.failing, core.admit] = [0, () => () => {}];
    now += 60 * 60 * second;
    await slack.user("U0CARLA").writes("C0ACME", "<@U0PLAZO> hello?", { mention: true, raw: true });
    await core.until(3);
    const texts = [...core.accepted.values()].map((each) => each.kind === "message" && each.text);
    expect(new Set(texts)).toEqual(new Set(["everything is down", "hello?", "still down"]));
  },
);
