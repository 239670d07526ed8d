import { expect, test } from "vitest";
import type { AnswerPrivately } from "../../src/chat/answer.ts";
import type { Core } from "../../src/chat/port.ts";
import { sentenceCard } from "../../src/i18n/spans.ts";
import { createActing, type Act } from "../../src/web/acting.ts";
import { monday } from "../support/given.ts";

const act: Act = { key: "k", person: "slack:U0LUIS", name: "Luis", kind: "press", action: "claim 1001" };

/** Pages whose inbox answers each event once, when the test says so. */
const openPages = (patienceMs = 5_000) => {
  const state = { now: monday, accepted: 0, fails: false };
  const waiting = new Map<string, AnswerPrivately>();
  const core: Core = {
    acknowledge: () => ({ kind: "work" }),
    accept: async ({ key }, answer) => {
      state.accepted += 1;
      if (state.fails) throw new Error("the database is away");
      if (answer !== undefined && state.accepted === 1) waiting.set(key, answer);
    },
  };
  const acting = createActing({
    core,
    now: () => state.now,
    answers: { keep: async () => true },
    patienceMs,
  });
  const answer = async (card = sentenceCard("Done."), files: Parameters<AnswerPrivately>[1] = []): Promise<void> => {
    for (const say of waiting.values()) await say(card, files);
    waiting.clear();
  };
  return { state, acting, answer, sends: (by: Act = act) => acting.perform(by) };
};

const answered = { kind: "answered", card: sentenceCard("Done."), files: [] };

test("the second sending of a form gets the answer of the first, before and after it is known", async () => {
  const { state, answer, sends } = openPages();
  const both = [sends(), sends()];
  await Promise.resolve();
  await answer();
  expect(await Promise.all(both)).toEqual([answered, answered]);
  expect(await sends()).toEqual(answered);
  expect(state.accepted).toBe(1);
});

test("another person's form of the same key, and one that is sent a minute later, are taken up themselves", async () => {
  const { state, answer, sends } = openPages(0);
  const first = sends();
  await Promise.resolve();
  await answer();
  await first;
  expect(await sends({ ...act, person: "slack:U0MARTA" })).toEqual({ kind: "received" });
  state.now += 60_000;
  expect(await sends()).toEqual({ kind: "received" });
  expect(state.accepted).toBe(3);
});

test("a form that was not stored, or whose answer was late or has files, is taken up again", async () => {
  const { state, sends } = openPages(0);
  state.fails = true;
  await expect(sends()).rejects.toThrow("away");
  state.fails = false;
  expect(await sends()).toEqual({ kind: "received" });
  expect(await sends()).toEqual({ kind: "received" });
  expect(state.accepted).toBe(3);
  const other = openPages();
  const withFile = other.sends();
  await Promise.resolve();
  await other.answer(sentenceCard("Done."), [{ name: "a.txt", type: "text/plain", text: "x" }]);
  expect(await withFile).toMatchObject({ kind: "answered" });
  void other.sends();
  await Promise.resolve();
  expect(other.state.accepted).toBe(2);
});
