import { afterEach, beforeEach, expect, test } from "vitest";
import { readNumberedEvents } from "../../../src/db/event-store.ts";
import { readDueMovesOf, readOutcomesOf } from "../../../src/db/outcomes/outcome-store.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { compareOutcomes } from "../../../src/tickets/execute/outcomes/rebuild-outcomes.ts";
import { minutes } from "../../support/given.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat", promisingDesk);
});
afterEach(() => world.stop());

const outcomes = () => readOutcomesOf(world.database.db, [1001]);
/** Each ended clock in one line. */
const lines = async (): Promise<readonly string[]> =>
  (await outcomes()).map(({ clock, cycle, outcome, cause }) =>
    [clock, cycle, outcome, cause ?? ""].join(" ").trimEnd(),
  );
const results = async (apply: boolean): Promise<readonly string[]> =>
  (await Array.fromAsync(compareOutcomes(world.database, apply))).map(({ result }) => result);

const staff = async (line: string): Promise<void> => {
  await world.user("luis").types("triage", line);
  await world.settle();
};

test("each clock that ends is one row, with why it was late; the row goes while the clock runs again", async () => {
  await world.opens();
  const openedAt = world.now();
  await world.pass(245);
  // The ticket had no assignee when it was breached. An agent who claims it and answers later does not change that.
  await world.user("luis").presses(world.card(), "claim");
  await world.settle();
  await world.pass(5);
  await world.user("luis").writes("acme", "Lo miramos.", world.conversation());
  await world.settle();
  expect(await lines()).toEqual(["firstResponse 1 breached unassigned"]);
  const [first] = await outcomes();
  expect(first).toMatchObject({
    account: "acme",
    plan: "premium",
    manager: "ana",
    severity: "high",
    assignee: "luis",
    intake: "testchat",
    startedAt: openedAt,
    dueAt: openedAt + 240 * minutes,
    endedAt: world.now(),
    target: 240 * minutes,
    used: 250 * minutes,
    waited: 0,
  });
  await world.user("carla").writes("acme", "¿Y ahora?", world.conversation());
  await world.pass(10);
  await staff("/ticket close 1001");
  expect(await lines()).toEqual(["firstResponse 1 breached unassigned", "resolution 1 met"]);
  await world.pass(10);
  await staff("/ticket reopen 1001");
  expect(await lines()).toEqual(["firstResponse 1 breached unassigned"]);
  expect(await results(false)).toEqual(["same"]);
});

test("outcomes count for the account that the ticket has now, and a moved due time names its event", async () => {
  await world.user("sam").types("random", "/ticket I cannot sign in");
  await world.user("sam").submits({ severity: "high", description: "Since this morning." });
  await world.settle();
  await world.user("luis").presses(world.card(), "reply");
  await world.user("luis").submits({ text: "Which company are you from?" });
  await world.pass(1);
  expect((await outcomes()).map(({ clock, account, plan }) => [clock, account, plan])).toEqual([
    ["firstResponse", null, null],
  ]);
  await world.user("luis").presses(world.card(), "account");
  await world.user("luis").submits({ account: "northwind" });
  await world.settle();
  expect((await outcomes()).map(({ clock, account, plan }) => [clock, account, plan])).toEqual([
    ["firstResponse", "northwind", null],
  ]);
  await world.user("luis").presses(world.card(), "severity 1001 critical");
  await world.settle();
  const moves = await readDueMovesOf(world.database.db, [1001]);
  expect(moves.map(({ clock }) => clock)).toEqual(["resolution"]);
  const events = await readNumberedEvents(world.database.db, 1001);
  expect(events?.find(({ id }) => id === moves[0]?.event)?.event.type).toBe("severitySet");
  expect(await results(false)).toEqual(["same"]);
});

test("outcomes that differ from the events are found, and made again", async () => {
  await world.opens();
  await world.pass(1);
  await world.user("luis").writes("acme", "Lo miramos.", world.conversation());
  await staff("/ticket close 1001");
  const before = await outcomes();
  await world.database.db.execute(sql`update clock_outcomes set used = used + 1 where clock = 'firstResponse'`);
  await world.database.db.execute(sql`delete from clock_outcomes where clock = 'resolution'`);
  expect(await results(false)).toEqual(["different"]);
  expect(await results(true)).toEqual(["different"]);
  expect(await outcomes()).toEqual(before);
  expect(await results(false)).toEqual(["same"]);
});
