import { usual } from "./samples/usual.ts";
import { pageOf } from "../support/page-of.ts";
import type { ChunkedWork } from "../../src/features/history/ticket-changes.ts";
import { expect, test } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import { noChange } from "../../src/tickets/clocks/clock-changes.ts";
import type { Event } from "../../src/tickets/messages.ts";
import { historySteps } from "../../src/features/history/history-card.ts";
import { showCard } from "../../src/features/ticket-cards/show-card.ts";
import { messageSteps } from "../../src/features/transcript/transcript.ts";
import { cast, given, monday, opening } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { stateOf } from "../support/story.ts";
import { noPlaces } from "./samples/sample.ts";
import { allowedMs, fastestRun } from "../hostile/fastest-run.ts";
import { inEnglish, inOrder } from "../support/sentences.ts";

const story = given().when(cast.carla, opening());
const words = "*_[<&>]_* \n".repeat(400).slice(0, 3_990);
const stored = Array.from({ length: 5_000 }, (_, index): Event => ({
  ...usual.customerWrote,
  type: "customerWrote",
  text: `${index + 1} ${words}`,
  wroteAt: monday + index,
  at: monday + index,
  by: cast.carla,
  message: { channel: "slack:C0ACME", id: `17.${index}` },
  company: "acme",
  thanks: false,
  clocks: noChange,
}));
const events = [...story.events, ...stored];
const viewer = { locale: "en", timezone: "Europe/Madrid" } as const;

/** How long (ms) this thread has computed so far, whatever else the machine does. */
const computed = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

interface Timed<T> {
  readonly value: T;
  readonly longest: number;
  readonly all: number;
}

const once = <T>(work: ChunkedWork<T>): Timed<T> => {
  const began = computed();
  let at = began;
  let longest = 0;
  for (;;) {
    const step = work.next();
    const now = computed();
    longest = Math.max(longest, now - at);
    at = now;
    if (step.done === true) return { value: step.value, longest, all: now - began };
  }
};

/** How long (ms) the longest step computes, and all of them. A garbage collection may fall into any step of one run. */
const timed = <T>(begin: () => ChunkedWork<T>): Timed<T> => {
  const runs = [once(begin())];
  while (runs.length < 3 && (runs.at(-1)?.longest ?? 0) >= 50) runs.push(once(begin()));
  const [best] = runs.toSorted((one, other) => one.longest - other.longest);
  if (best === undefined) throw new Error("nothing was done");
  return best;
};

const sizeOf = (card: Card): number => JSON.stringify(card).length;

test.each(["staff", "customer"] as const)("/ticket show of 5,000 messages has a limited size, for %s", (is) => {
  const { value: messages, longest, all } = timed(() => messageSteps({ events, desk: sampleDesk, is, viewer }));
  const draw = () =>
    showCard(stateOf(story), { desk: sampleDesk, places: noPlaces, is, viewer, conversation: pageOf(messages, 0) });
  expect(fastestRun(draw)).toBeLessThan(allowedMs);
  const card = draw();
  expect(longest).toBeLessThan(50);
  expect(all).toBeLessThan(5_000);
  expect(sizeOf(card)).toBeLessThan(10_000);
  const text = JSON.stringify(card);
  expect(text).toMatch(inEnglish("messages.heading", { from: "4,996", to: "5,000", all: "5,000" }));
  expect(text).toMatch(inEnglish("messages.earlier", { messages: "4,995" }));
  expect(text).toMatch(inEnglish("text.more"));
  expect(text).toMatch(inEnglish("messages.allInFile", { number: "1042" }));
});

test("the history of 5,000 messages has a limited size, and says how many entries are missing", () => {
  const entries = events.map((event) => ({ at: event.at, actor: "Carla", event }));
  const { value: card, longest, all } = timed(() => historySteps(1042, entries, { desk: sampleDesk, viewer }));
  expect(longest).toBeLessThan(50);
  expect(all).toBeLessThan(10_000);
  expect(sizeOf(card)).toBeLessThan(20_000);
  const text = JSON.stringify(card);
  expect(text).toMatch(inOrder(/4,97\d/, " · ", inEnglish("messages.allInFile", { number: "1042" })));
  expect(text).not.toContain('"4 *_');
});
