import { expect, onTestFinished, test } from "vitest";
import { createRefusedEvents } from "../../../adapters/slack/receive/refused-events.ts";
import { noticeSuspension } from "../../../adapters/slack/receive/suspension.ts";
import { recordingCore } from "../recording-core.ts";
import { openSlack, type Mode } from "./stage.ts";

const start = Date.parse("2026-01-12T09:00:00Z");
const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** Refused events with a clock of the test. `waits` lets one wait of the timer end. */
const watched = ({ noticesSilence = false, lasts = Promise.resolve() } = {}) => {
  let now = start;
  const timers: (() => void)[] = [];
  const read: number[] = [];
  const pause = Object.assign((_: number) => new Promise<void>((done) => void timers.push(done)), {
    end: () => {},
    ended: () => false,
  });
  const readBack = (since: number): Promise<void> => {
    read.push(since - start);
    return lasts;
  };
  const events = createRefusedEvents({ now: () => now, pause, noticesSilence, readBack });
  const waits = async (ms: number): Promise<void> => {
    now += ms;
    for (const done of timers.splice(0)) done();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const refuse = (): void => events.refused({ event_time: start / second });
  /** Receives an event that was written so long (ms) ago. */
  const received = (retry: number | null = null, ago = 0): void =>
    events.received({ event_time: Math.floor((now - ago) / second) }, retry);
  return { events, read, waits, refuse, received, timers };
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
  const { events, read, waits, refuse, received } = watched();
  refuse();
  await waits(10 * second);
  received();
  expect(read).toEqual([]);
  await waits(61 * second);
  events.refused({ event_time: (start + 10 * second) / second });
  await waits(second);
  received();
  expect(read).toEqual([]);
  await waits(9 * second);
  received();
  expect(read).toEqual([10 * second]);
});

test("a late repeat that Plazo had not refused is read back from the last event before it, once for many repeats", async () => {
  const { read, waits, received, timers } = watched();
  await waits(20 * minute);
  received();
  await waits(9 * minute);
  // Slack reaches Plazo again. What was written in the first minutes was given up.
  received();
  await waits(minute);
  received(2, 2 * minute);
  received(3, 6 * minute);
  expect(read).toEqual([]);
  await waits(10 * second);
  // Slack may have given up what was written up to seven minutes before.
  expect([read, timers.length]).toEqual([[17 * minute], 0]);
  // Written before that catch-up, so it is covered.
  received(3, 5 * minute);
  expect(timers).toHaveLength(0);
  // The next one waits until ten minutes have passed.
  await waits(2 * minute);
  received(2, minute + second);
  await waits(7 * minute);
  expect(read).toHaveLength(1);
  await waits(minute);
  expect(read).toEqual([17 * minute, 24 * minute + 9 * second]);
});

test("repeats that come early, after short refusals, or after a catch-up of their time begin none", async () => {
  const { events, read, waits, refuse, received, timers } = watched();
  await waits(30 * minute);
  received(1, 50 * second);
  received(null, 3 * minute);
  refuse();
  events.refused({ event_time: (start + 30 * minute) / second });
  await waits(11 * second);
  expect([read, timers.length]).toEqual([[0], 0]);
  events.readBack(start);
  received(3, 6 * minute);
  expect(timers).toHaveLength(0);
});

test("over HTTP, the first event after a silence is read back from the last receipt, once in ten minutes", async () => {
  const { events, read, waits, received, timers } = watched({ noticesSilence: true });
  events.readBack(-day + start);
  await waits(0);
  await waits(5 * minute);
  received();
  expect(timers, "Slack still repeats what it could not deliver").toHaveLength(0);
  await waits(5 * minute + second);
  received();
  received(null, 3 * minute);
  await waits(9 * second);
  expect(read).toEqual([-day]);
  await waits(second);
  expect(read, "from where the catch-up before ended to read").toEqual([-day, 0]);
  // Another silence soon after it waits, and is not forgotten.
  await waits(6 * minute);
  received();
  await waits(3 * minute + 59 * second);
  expect(read).toHaveLength(2);
  await waits(second);
  expect([read.slice(2), timers.length]).toEqual([[10 * minute + 11 * second], 0]);
  await waits(day);
  expect(read, "no event came").toHaveLength(3);
});

test("a silence during a catch-up, or within ten minutes of its end, begins the next one only then", async () => {
  const { promise: lasts, resolve: end } = Promise.withResolvers<void>();
  const { read, waits, received } = watched({ noticesSilence: true, lasts });
  await waits(6 * minute);
  received();
  await waits(10 * second);
  expect(read).toHaveLength(1);
  for (let silence = 0; silence < 4; silence += 1) {
    await waits(11 * minute);
    received();
  }
  await waits(10 * second);
  expect(read, "it runs still").toHaveLength(1);
  end();
  await waits(0);
  await waits(9 * minute);
  expect(read).toHaveLength(1);
  await waits(minute);
  expect(read.slice(1), "from where the first one ended to read").toEqual([6 * minute + 10 * second]);
});

test("what was written before a receipt between two outages is read back after the second one", async () => {
  const { read, waits, received } = watched({ noticesSilence: true });
  // The last of these comes after four minutes without a way to Plazo. Then Slack gives up what was written in these minutes.
  for (let n = 0; n < 8; n += 1) {
    await waits(4 * minute);
    received();
  }
  await waits(20 * minute);
  received();
  await waits(10 * second);
  expect(read).toEqual([25 * minute]);
});

test("a process that just started reads only its own catch-up back, and Socket Mode notices no silence", async () => {
  const started = watched({ noticesSilence: true });
  await started.waits(minute);
  started.events.readBack(start - day);
  await started.waits(5 * minute);
  started.received();
  expect(started.timers).toHaveLength(0);
  const socket = watched();
  await socket.waits(day);
  socket.received();
  expect(socket.timers).toHaveLength(0);
});

/** Speaks over HTTP to a desk that Slack can be kept from reaching. */
const overHttp = async () => {
  let now = start;
  const core = Object.assign(recordingCore(), { channels: () => ["slack:C0ACME"] as const });
  const stage = await openSlack("http", core, { now: () => now });
  onTestFinished(() => stage.stop());
  const { slack } = stage;
  /** Time passes, and then a person writes this. */
  const says = (after: number, text: string) => {
    now += after;
    return slack.user("U0CARLA").writes("C0ACME", `<@U0PLAZO> ${text}`, { mention: true, raw: true });
  };
  const cut = (): void => slack.deliverTo("http://127.0.0.1:9/slack/events");
  const mend = (): void => slack.deliverTo(stage.url);
  const repeats = async (after: number): Promise<void> => {
    now += after;
    await slack.redeliver();
  };
  const heard = async (count: number): Promise<ReadonlySet<unknown>> => {
    await core.until(count);
    return new Set([...core.accepted.values()].map((each) => each.kind === "message" && each.text));
  };
  return { slack, says, cut, mend, repeats, heard };
};

/** So short a time (ms) that the adapter does not look at the test's clock within it. That look would begin a catch-up too. */
const beforeItsLook = { timeout: 15_000 };

test(
  "over HTTP, what Slack gave up while some events came is read back when a late repeat comes",
  beforeItsLook,
  async () => {
    const { slack, says, cut, mend, repeats, heard } = await overHttp();
    cut();
    await says(2 * minute, "given up");
    for (const after of [second, minute]) await repeats(after);
    mend();
    await says(90 * second, "between");
    cut();
    for (const after of [150 * second, 0]) await repeats(after);
    expect(slack.lost.length).toBeGreaterThan(0);
    await says(0, "repeated late");
    mend();
    await repeats(90 * second);
    // Another event ends the wait for calm.
    await says(2 * minute, "after it");
    expect(await heard(4)).toEqual(new Set(["after it", "between", "given up", "repeated late"]));
  },
);

test(
  "over HTTP, what Slack gave up on a quiet desk is read back when a person writes again",
  beforeItsLook,
  async () => {
    const { slack, says, cut, mend, repeats, heard } = await overHttp();
    await says(11 * minute, "before it");
    cut();
    await says(minute, "given up");
    for (const after of [second, minute, 4 * minute, 0]) await repeats(after);
    expect(slack.lost.length).toBeGreaterThan(0);
    mend();
    await says(60 * minute, "an hour later");
    await says(minute, "after it");
    expect(await heard(4)).toEqual(new Set(["after it", "an hour later", "before it", "given up"]));
  },
);

test("a suspended machine is noticed by the time between two looks at the clock", async () => {
  let now = start;
  let wake = (): void => {};
  let isEnded = false;
  const pause = Object.assign((_: number) => new Promise<void>((done) => (wake = done)), {
    end: () => void (isEnded = true),
    ended: () => isEnded,
  });
  const seen: number[] = [];
  const noticing = noticeSuspension({ now: () => now, pause, back: (seenAt) => void seen.push(seenAt - start) });
  for (const passed of [20 * second, 21 * second, 10 * minute, 20 * second]) {
    now += passed;
    wake();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(seen).toEqual([41 * second]);
  isEnded = true;
  wake();
  await noticing;
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
