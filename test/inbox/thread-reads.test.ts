import { expect, test } from "vitest";
import type { ChatPort } from "../../src/chat/port.ts";
import { PlatformUnavailable, readThread, whyNoRead } from "../../src/inbox/read-thread.ts";
import { createThreadReads } from "../../src/inbox/thread-reads.ts";
import { requestContextOf } from "../../src/requests/request-context.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { writes } from "../requests/inbound-events.ts";
import { monday } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const seconds = 1_000;

/** Threads of Slack that answer as `answer` says. */
const startReading = () => {
  const state = { now: monday, calls: 0, answer: { ok: true, root: "1", messages: [], more: false } as Answer };
  type Answer = Awaited<ReturnType<NonNullable<ChatPort["readThread"]>>>;
  const readOne: ChatPort["readThread"] = async () => {
    state.calls += 1;
    return state.answer;
  };
  const threadReads = createThreadReads(() => state.now);
  const ports = new Map([["slack", { readThread: readOne } as unknown as ChatPort]]);
  const deps = { ports, log: keptLog(), threadReads };
  const read = (channel: string, needed = true) =>
    readThread(deps, { channel: `slack:${channel}`, id: "1" }, { needed }).catch((error: unknown) =>
      error instanceof PlatformUnavailable ? error.until : "a fault",
    );
  return { state, deps, read };
};

test("a channel whose threads the platform does not give is not asked until then, and other channels are", async () => {
  const { state, read } = startReading();
  state.answer = { ok: false, failure: { kind: "waitUntil", until: monday + 240 * seconds, why: "rate limited" } };
  expect(await read("C0ACME")).toBe(monday + 240 * seconds);
  state.now += 10 * seconds;
  expect(await read("C0ACME"), "an event that needs the thread waits").toBe(monday + 240 * seconds);
  expect(await read("C0ACME", false), "another goes on without it").toBeNull();
  expect(state.calls).toBe(1);
  state.answer = { ok: true, root: "1", messages: [], more: false };
  expect(await read("C0NORTH")).toMatchObject({ ok: true });
  state.now = monday + 240 * seconds;
  expect(await read("C0ACME")).toMatchObject({ ok: true });

  state.answer = { ok: false, failure: { kind: "doubtful", why: "HTTP 503" } };
  const waits: number[] = [];
  for (let failures = 0; failures < 8; failures += 1) {
    expect(await read("C0ACME"), "asked").toBeNull();
    const until = await read("C0ACME");
    waits.push((Number(until) - state.now) / seconds);
    state.now = Number(until);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);

  state.calls = 0;
  state.answer = { ok: false, failure: { kind: "recipientGone", why: "no message where one was" } };
  expect(await read("C0ACME")).toBeNull();
  expect(await read("C0ACME")).toBeNull();
  expect(state.calls, "a message that is gone is no outage").toBe(2);
});

test("a customer has ten threads read at once, then one in six seconds; colleagues and other accounts go on", () => {
  const { state, deps } = startReading();
  const ask = (who: string, channel: string, key: string): string | number => {
    const inboundEvent = { ...writes("carla", "x", "17.1"), key, by: { user: who, name: who }, channel } as const;
    try {
      const none = whyNoRead(deps, inboundEvent as never, requestContextOf(inboundEvent as never, sampleDesk));
      return none === null
        ? "now"
        : `free at ${(none.freeAt - monday) / seconds}${none.alreadyNotified ? ", known" : ""}`;
    } catch (error) {
      return ((error instanceof PlatformUnavailable ? error.until : null) ?? 0) - monday;
    }
  };
  const carla = (key: string) => ask("slack:U0CARLA", "slack:C0ACME", key);
  const all = Array.from({ length: 112 }, (_, n) => carla(`event ${n}`));
  expect(all.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => "now"));
  expect(all.slice(10, 13)).toEqual([6 * seconds, 12 * seconds, 18 * seconds]);
  expect(all.slice(-3), "no turn is later than ten minutes").toEqual([
    600 * seconds,
    "free at 660",
    "free at 660, known",
  ]);
  expect(carla("event 11"), "the same event keeps its turn").toBe(12 * seconds);

  const colleagues = Array.from({ length: 11 }, (_, n) => ask("slack:U0CELIA", "slack:C0ACME", `colleague ${n}`));
  expect(colleagues).toEqual([...Array.from({ length: 10 }, () => "now"), 6 * seconds]);
  expect(ask("slack:U0DAN", "slack:C0ACME", "third"), "an account has twenty").toBe(3 * seconds);
  expect(ask("slack:U0OLIVER", "slack:C0NORTH", "other account")).toBe("now");
  expect(Array.from({ length: 30 }, (_, n) => ask("slack:U0ANA", "slack:C0ACME", `staff ${n}`))).toEqual(
    Array.from({ length: 30 }, () => "now"),
  );

  state.now = monday + 6 * seconds;
  expect(carla("event 10")).toBe("now");
  expect(carla("event 11")).toBe(12 * seconds);
});
