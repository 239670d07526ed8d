import { cards } from "../../src/db/schema/delivery-schema.ts";
import type { Instant } from "../../src/sla/instant.ts";
import { afterEach, expect, test } from "vitest";
import { execute } from "../../src/tickets/execute/execute.ts";
import type { Delivery } from "../../src/chat/delivery.ts";
import type { ChatPort } from "../../src/chat/port.ts";

import { amiss } from "../race/amiss.ts";
import { openSeveral, type SeveralDesks } from "../race/several-desks.ts";
import { openSquare } from "../race/square.ts";
import { cast, minutes, opening, type GivenCommand, wholeCommand } from "../support/given.ts";
import { sampleDesk } from "../support/sample-desk.ts";

const { carla, luis } = cast;

/** Refuses what Slack refuses: more than five messages at once and one a second in a channel, or fifty edits in a minute. */
const counting = (port: ChatPort, now: () => Instant) => {
  const posts = new Map<string, Instant[]>();
  const edits: Instant[] = [];
  const delivered: { readonly channel: string; readonly key: string; readonly at: Instant }[] = [];
  const state = { refused: 0 };
  const refuse = (): Delivery => {
    state.refused += 1;
    return { ok: false, failure: { kind: "waitUntil", until: now() + 30_000, why: "rate limited" } };
  };
  const isTooFast = (times: readonly Instant[]): boolean =>
    times.some((since, index) => times.length - index > 5 + (now() - since) / 1_000);
  const post = (channel: string, key: string, call: () => Promise<Delivery>): Promise<Delivery> => {
    const times = [...(posts.get(channel) ?? []), now()];
    if (isTooFast(times)) return Promise.resolve(refuse());
    posts.set(channel, times);
    delivered.push({ channel, key, at: now() });
    return call();
  };
  const limited: ChatPort = {
    limits: {
      perPlace: { burst: 5, everyMs: 1_000 },
      edits: { in: "platform", burst: 20, everyMs: 2_000 },
      perMinute: 400,
    },
    post: (to, card, attempt) => post(to.channel, attempt.key, () => port.post(to, card, attempt)),
    tell: (user, card, attempt) => post(user, attempt.key, () => port.tell(user, card, attempt)),
    edit: (ref, card) => {
      edits.push(now());
      return edits.filter((at) => at > now() - 60_000).length > 50 ? Promise.resolve(refuse()) : port.edit(ref, card);
    },
  };
  return { port: limited, received: delivered, edits, state };
};

let desks: SeveralDesks | null = null;
afterEach(() => desks?.close());

test("many card changes at once are never refused, delay no critical reminder, and leave every card up to date", async () => {
  const square = openSquare();
  let now = (): Instant => 0;
  const platform = counting(square.port, () => now());
  const opened = await openSeveral("postgres", [platform.port], sampleDesk);
  desks = opened;
  now = opened.now;
  const [desk] = opened.instances;
  if (desk === undefined) throw new Error("no desk");
  const act = async (number: number | null, by: typeof carla, asked: GivenCommand): Promise<number> => {
    const outcome = await execute(desk.deps, { key: null, number, command: { ...wholeCommand(asked), by, at: now() } });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.ticket.number;
  };
  const second = async (): Promise<void> => {
    opened.turn(1_000);
    await opened.settle();
  };
  const firstPostOf = async (number: number): Promise<Instant> => {
    const keys = (await opened.database.db.select().from(cards))
      .filter(({ ticket, side }) => ticket === number && side === "triage")
      .map(({ id, generation }) => `card ${id} ${generation}`);
    return platform.received.find(({ key }) => keys.includes(key))?.at ?? Infinity;
  };
  // Its breach is ten seconds into the storm.
  const critical = await act(null, carla, opening("critical"));
  await opened.settle();
  opened.turn(30 * minutes - 10_000);
  await opened.settle();
  const breach = now() + 10_000;
  platform.received.length = 0;

  const tickets: number[] = [];
  for (let count = 0; count < 16; count += 1) tickets.push(await act(null, carla, opening("high")));
  await opened.settle();
  const another = await act(null, carla, opening("critical"));
  const openedAt = now();
  for (let seconds = 0; seconds < 40; seconds += 1) {
    for (const [index, number] of tickets.entries())
      if ((index + seconds) % 3 === 0)
        await act(number, luis, { type: "assign", person: seconds % 2 === 0 ? "marta" : "eva" });
    await second();
  }
  expect(platform.state.refused).toBe(0);
  // More changes by far than may be shown one by one.
  expect(platform.edits.length).toBeLessThan(51);
  expect(platform.edits.length).toBeGreaterThan(30);
  const reminders = platform.received.filter(({ key }) => key.startsWith(`T-${critical} firstResponse 1 0 100`));
  expect(reminders.map(({ channel }) => channel).toSorted()).toEqual(["slack:C0TRIAGE", "slack:U0ANA", "slack:U0EVA"]);
  for (const { at, channel } of reminders) expect(at - breach, channel).toBeLessThanOrEqual(2_000);
  // It passes the cards that wait before it.
  expect((await firstPostOf(another)) - openedAt).toBeLessThanOrEqual(2_000);
  const last = Math.max(...(await Promise.all(tickets.map(firstPostOf))));
  expect(last - openedAt).toBeGreaterThan(8_000);

  const behind = async () =>
    (await opened.database.db.select().from(cards)).filter(({ shown, wanted }) => shown < wanted);
  const wrong = () => amiss(opened.database, square, sampleDesk);
  for (let turns = 0; turns < 40 && (await behind()).length + (await wrong()).length > 0; turns += 1) {
    opened.turn(2_000);
    await second();
  }
  expect(platform.state.refused).toBe(0);
  expect(await wrong()).toEqual([]);
  expect(await behind()).toEqual([]);
});
