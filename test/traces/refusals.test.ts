import { afterEach, beforeEach, expect, test } from "vitest";
import { createMetrics } from "../../src/http/metrics.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
afterEach(() => world.stop());
beforeEach(async () => {
  world = await startWorld();
  await world.opens();
});

const logged = (): readonly string[] => world.log.lines.filter((line) => /access\.(refused|disclosed)/.test(line));

test("refused buttons and commands of customers are counted, and logged once a minute with person and action", async () => {
  const carla = world.slack.user("U0CARLA");
  await carla.presses(world.conversation(), "resolve").catch(() => {});
  await world.slack.user("U0SAM").presses(world.card(), "claim");
  await carla.types("C0ACME", "/ticket history 1001");
  await carla.types("C0ACME", "/desk");
  await world.settle();
  expect(world.counted).toEqual(["refused notAllowed", "refused notAllowed", "refused notAllowed"]);
  expect(logged()).toEqual([
    'warn access.refused {"reason":"notAllowed","who":"slack:U0SAM","verb":"claim"}',
    'warn access.refused {"reason":"notAllowed","who":"slack:U0CARLA","verb":"history"}',
  ]);
  await world.pass(1);
  await carla.types("C0ACME", "/desk");
  expect(logged().at(-1)).toBe(
    'warn access.refused {"reason":"notAllowed","who":"slack:U0CARLA","verb":"queue","notLogged":1}',
  );
});

test("requests for tickets of other accounts are counted, whichever way they come", async () => {
  const oliver = world.slack.user("U0OLIVER");
  for (const verb of ["show", "transcript", "close"]) await oliver.types("C0NORTH", `/ticket ${verb} 1001`);
  await world.settle();
  expect(world.counted).toEqual(["refused notYours", "refused notYours", "refused notYours"]);
  expect(logged()).toHaveLength(1);
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket show 9999");
  await world.settle();
  expect(world.counted).toHaveLength(3);
});

test("transcripts and histories are counted and logged with the person, and without their text", async () => {
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket history 1001");
  await world.slack.user("U0CARLA").types("C0ACME", "/ticket transcript 1001");
  await world.settle();
  expect(world.counted).toEqual(["disclosed history", "disclosed transcript"]);
  expect(logged()).toEqual([
    'info access.disclosed {"what":"history","who":"slack:U0LUIS","ticket":1001}',
    'info access.disclosed {"what":"transcript","who":"slack:U0CARLA","ticket":1001}',
  ]);
});

test("actions beyond a limit are counted", async () => {
  const { limits } = sampleDesk;
  const once = { most: 1, withinMs: 600_000 };
  await world.applies({ ...sampleDesk, limits: { ...limits, tickets: { person: once, account: once } } });
  await world.opens();
  expect(world.counted).toContain("refused limited");
});

test("every reason and every kind of disclosure is a metric with 0 from the start", async () => {
  const metrics = createMetrics();
  metrics.requestRefused("wrongSignature");
  metrics.disclosed("transcript");
  const text = await metrics.text();
  expect(text).toContain('plazo_refused_total{why="wrongSignature"} 1');
  expect(text).toContain('plazo_refused_total{why="notYours"} 0');
  expect(text).toContain('plazo_disclosures_total{what="transcript"} 1');
  expect(text).toContain('plazo_disclosures_total{what="history"} 0');
});
