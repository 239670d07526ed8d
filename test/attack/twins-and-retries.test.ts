import { afterEach, expect, test } from "vitest";
import { readEvents } from "../../src/db/event-store.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
afterEach(() => world.stop());

/** Slack's reasons for a retry. */
const reasons = ["http_timeout", "http_error", "connection_failed", "unknown_error", "http_timeout"] as const;

/** Delivers all events from this one on again, newest first, five times with the headers of a retry. */
const tellsAgain = async (from: number): Promise<void> => {
  const events = world.slack.sent.slice(from).filter(({ attempt }) => attempt.kind === "event");
  for (const [index, reason] of reasons.entries())
    for (const { attempt } of events.toReversed()) {
      const outcome = await world.slack.deliver({ ...attempt, retry: { num: index + 1, reason } });
      expect(outcome).toMatchObject({ acked: true });
    }
};

/** A morning with mentions, replies, edits, a 🎫 and a direct message; `again` runs after each step. */
const morning = async (again: (from: number) => Promise<void>): Promise<void> => {
  const { slack } = world;
  const [carla, luis, sam] = ["U0CARLA", "U0LUIS", "U0SAM"].map((id) => slack.user(id));
  if (carla === undefined || luis === undefined || sam === undefined) throw new Error("nobody");
  const then = async <T>(does: () => Promise<T>): Promise<T> => {
    const from = slack.sent.length;
    const done = await does();
    await again(from);
    await world.settle();
    return done;
  };
  const calling = (text: string, thread?: string) =>
    carla.writes("C0ACME", `<@${slack.botUser}> ${text}`, { raw: true, mention: true, thread });
  const asked = await then(() => calling("the video is gone"));
  const below = { thread: asked.ts };
  await then(() => calling("and the sound", asked.ts));
  const words = await then(() => carla.writes("C0ACME", "on television", below));
  await then(() => carla.edits(words, "on television only"));
  const mistake = await then(() => carla.writes("C0ACME", "nonsense", below));
  await then(() => carla.deletes(mistake));
  await then(() => luis.writes("C0ACME", "We are looking", below));
  const other = await then(() => carla.writes("C0ACME", "Uploads fail too"));
  await then(() => luis.reacts(other));
  slack.dm("U0SAM");
  await then(() => sam.writes("D0SAM", "My videos are gone"));
  await world.settle();
};

/** Everything that is stored, and everything that is posted. */
const outcome = async (): Promise<object> => {
  const { db } = world.database;
  const stored = await Promise.all([1001, 1002, 1003, 1004].map((number) => readEvents(db, number)));
  const places = ["C0ACME", "C0TRIAGE"].map((id) => world.slack.channel(id)).concat(world.slack.dm("U0SAM"));
  return { stored, stands: places.map(({ messages }) => messages.map(({ user, text }) => `${user}: ${text}`)) };
};

test("a message that Slack delivers as a message, as a mention and five more times has one effect, over HTTP and sockets", async () => {
  world = await startWorld("http");
  await morning(async () => {});
  const clean = await outcome();
  expect(clean).toMatchObject({ stored: [{ length: 7 }, { length: 1 }, { length: 1 }, { length: 0 }] });
  for (const mode of ["http", "socket"] as const) {
    await world.stop();
    world = await startWorld(mode);
    await morning(tellsAgain);
    expect(await outcome()).toEqual(clean);
  }
});
