import { afterEach, expect, it } from "vitest";
import { createDeskCache } from "../../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../../src/tickets/execute/execute.ts";
import { claimCards } from "../../../src/db/delivery/claim-cards.ts";
import { planCards } from "../../../src/delivery/plan-cards.ts";
import { fairOrder } from "../../../src/tickets/limits.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { severityOf, type Ticket } from "../../../src/tickets/ticket.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

let world: World;
afterEach(() => world.stop());

const opens = async (
  desk: Desk,
  user: string,
  channel: `slack:${string}`,
  severity: "critical" | "high",
  key: string,
) => {
  const deps = { database: world.database, desk: createDeskCache(() => desk) };
  const by = { kind: "person", user: `slack:${user}`, name: user, channel } as const;
  const opened = await execute(deps, {
    key,
    number: null,
    command: {
      type: "open",
      title: `${key}: nothing plays`,
      description: "Since nine.",
      severity,
      askedIn: channel,
      by,
      at: world.now(),
    },
  });
  if (!opened.ok) throw new Error(opened.refusal.reason);
  return opened.ticket;
};

const says = async (number: number, user: string, channel: `slack:${string}`, text: string) => {
  const deps = { database: world.database, desk: createDeskCache(() => sampleDesk) };
  const by = { kind: "person", user: `slack:${user}`, name: user, channel } as const;
  const message = { channel, id: `${number}.1` } as const;
  const command = {
    type: "receiveMessage",
    text,
    message,
    company: null,
    wroteAt: world.now(),
    by,
    at: world.now(),
  } as const;
  const stored = await execute(deps, { key: `says ${number} ${text}`, number, command });
  if (!stored.ok) throw new Error(stored.refusal.reason);
};

const triageTitles = () =>
  world.slack
    .channel("C0TRIAGE")
    .messages.filter(({ thread }) => thread === null)
    .map(({ text }) => /(\w+ ?\d*): nothing plays/.exec(text)?.[1] ?? "");

/** Turns the clock by one second, and lets the workers do what the platform's limits allow. */
const second = async (): Promise<void> => {
  world.sleepThrough(1 / 60);
  for (let done = 1; done > 0;) {
    await world.slack.quiet();
    done = (await world.steps.refreshCards()) + (await world.steps.deliverOutbox());
  }
};

/** How many seconds pass until the condition holds; `most` + 1 if it does not hold by then. */
const secondsUntil = async (isSo: () => boolean, most: number): Promise<number> => {
  for (let passed = 1; passed <= most; passed++) {
    await second();
    if (isSo()) return passed;
  }
  return most + 1;
};

const strangersOpen = async (desk: Desk, flood: number) => {
  const opened: Ticket[] = [];
  for (let index = 0; index < flood; index++)
    opened.push(await opens(desk, `U0X${index}`, "slack:C0RANDOM", "critical", `stranger ${index}`));
  return opened;
};

it("behind cards of 60 strangers a customer's critical card comes within 5 s, and a high one soon after", async () => {
  world = await startWorld("http", sampleDesk);
  for (const stranger of await strangersOpen(sampleDesk, 60)) expect(severityOf(stranger)).toBe("high");
  await second();
  await opens(sampleDesk, "U0OLIVER", "slack:C0NORTH", "high", "northwind");
  await opens(sampleDesk, "U0CARLA", "slack:C0ACME", "critical", "acme");
  expect(await secondsUntil(() => triageTitles().includes("acme"), 5)).toBeLessThanOrEqual(5);
  expect(await secondsUntil(() => triageTitles().includes("northwind"), 10)).toBeLessThanOrEqual(10);
  // The platform's limits still apply, so most of the strangers' cards wait.
  expect(triageTitles().length).toBeLessThan(25);
});

it("behind messages of 40 strangers a customer's message comes below their card within 5 s", async () => {
  world = await startWorld("http", sampleDesk);
  const flood = 40;
  const strangers = await strangersOpen(sampleDesk, flood);
  const acme = await opens(sampleDesk, "U0CARLA", "slack:C0ACME", "high", "acme");
  await world.settle();
  expect(triageTitles()).toHaveLength(flood + 1);
  for (const [index, { number }] of strangers.entries())
    await says(number, `U0X${index}`, "slack:C0RANDOM", `words of stranger ${index}`);
  await second();
  await says(acme.number, "U0CARLA", "slack:C0ACME", "words of acme");
  const posted = (words: string) =>
    world.slack.channel("C0TRIAGE").messages.filter(({ thread, text }) => thread !== null && text.includes(words));
  expect(await secondsUntil(() => posted("words of acme").length > 0, 5)).toBeLessThanOrEqual(5);
  expect(posted("words of stranger").length).toBeLessThan(flood / 2);
});

it("behind a flood of one account's critical tickets another account's card is the second that is claimed", async () => {
  world = await startWorld("http", sampleDesk);
  for (let index = 0; index < 20; index++)
    await opens(sampleDesk, "U0OLIVER", "slack:C0NORTH", "critical", `northwind ${index}`);
  const acme = await opens(sampleDesk, "U0CARLA", "slack:C0ACME", "critical", "acme");
  let room = 2;
  const gate = {
    closedForCards: () => ({ posts: ["slack:C0ACME", "slack:C0NORTH"], edits: [] }),
    takeCard: () => room-- > 0,
  };
  const lease = { token: "claim", until: world.now() + 15_000 };
  const claim = { now: world.now(), lease, limit: 10, closed: gate.closedForCards, inTurns: fairOrder };
  const { rows } = planCards((await claimCards(world.database.db, claim)).cards, gate);
  expect(rows.map(({ ticket }) => ticket)).toEqual([1001, acme.number]);
});
