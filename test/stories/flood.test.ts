import { afterEach, expect, it } from "vitest";
import { createDeskCache } from "../../src/app/desk-cache.ts";
import { handle } from "../../src/app/handle.ts";
import { leaseCards } from "../../src/db/claim-cards.ts";
import type { Desk } from "../../src/domain/desk.ts";
import { severityOf } from "../../src/domain/ticket.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";

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
  const opened = await handle(deps, {
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

const triageTitles = () =>
  world.slack
    .channel("C0TRIAGE")
    .messages.filter(({ thread }) => thread === null)
    .map(({ text }) => /(\w+ ?\d*): nothing plays/.exec(text)?.[1] ?? "");

it(
  "behind 20 strangers' tickets a customer's critical card comes within 5 s, and a high one soon after",
  { timeout: 180_000 },
  async () => {
    world = await startWorld("http", sampleDesk);
    for (let index = 0; index < 20; index++) {
      const stranger = await opens(sampleDesk, `U0X${index}`, "slack:C0RANDOM", "critical", `stranger ${index}`);
      expect(severityOf(stranger)).toBe("high");
    }
    await world.passSeconds(1);
    await opens(sampleDesk, "U0OLIVER", "slack:C0NORTH", "high", "northwind");
    await opens(sampleDesk, "U0CARLA", "slack:C0ACME", "critical", "acme");
    for (let second = 0; second < 5; second++) await world.passSeconds(1);
    expect(triageTitles()).toContain("acme");
    for (let second = 0; second < 5; second++) await world.passSeconds(1);
    expect(triageTitles()).toContain("northwind");
  },
);

it("behind a flood of one company's critical tickets another company's card is the second that is claimed", async () => {
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
  const claimed = await leaseCards(world.database.db, world.now(), lease, 10, gate);
  expect(claimed.map(({ ticket }) => ticket)).toEqual([1001, acme.number]);
});
