import { afterEach, expect, test } from "vitest";
import { cards, outbox } from "../../src/db/schema/delivery-schema.ts";
import { inbox } from "../../src/db/schema/inbox-schema.ts";
import { eq } from "../../src/db/schema/orm.ts";
import { opens, writes } from "./acts.ts";
import { openSeveral, type Instance, type SeveralDesks } from "./several-desks.ts";
import { openSquare } from "./square.ts";

let desks: SeveralDesks;
afterEach(() => desks.close());

const stepsOf = async ({ steps }: Instance): Promise<readonly number[]> => [
  await steps.processInbox(),
  await steps.refreshCards(),
  await steps.deliverOutbox(),
  await steps.deliverEmail(),
  await steps.deliverFiles(),
];
const nothing = [0, 0, 0, 0, 0];

test("a process without Slack's token leaves its events, cards and messages to the process that has it", async () => {
  const square = openSquare();
  desks = await openSeveral("postgres", [square.port]);
  const [onSlack] = desks.instances;
  if (onSlack === undefined) throw new Error("no process");
  const onDiscord = await desks.joinOn("discord", openSquare().port);
  const { db } = desks.database;
  /** Both processes run, as the loops of each do: they look for work and report. */
  const both = () => Promise.all([onSlack, onDiscord].map(({ steps }) => steps.dueWork()));
  await both();

  await desks.accept(opens("No hay video", desks.now()));
  // After this the event is no longer reserved for the process that received it.
  desks.turn(6_000);
  await onSlack.steps.dueWork();
  expect(await stepsOf(onDiscord)).toEqual(nothing);
  expect((await db.select().from(inbox)).map(({ tries, doneAt }) => [tries, doneAt])).toEqual([[0, null]]);

  await onSlack.steps.processInbox();
  expect(await stepsOf(onDiscord)).toEqual(nothing);
  const pendingCards = await db.select().from(cards);
  expect(pendingCards.length).toBeGreaterThan(0);
  expect(
    pendingCards.every(({ tries, attemptedAt, lease, why }) => [tries, attemptedAt, lease, why].join() === "0,,,"),
  ).toBe(true);

  await desks.settle([onSlack]);
  const thread = square.messages.find(({ ref }) => ref.channel === "slack:C0ACME")?.ref.id ?? "";
  await desks.accept(writes("carla", "It fails on TV as well", "slack:C0ACME", thread, desks.now()));
  await onSlack.steps.processInbox();
  const messages = () => db.select().from(outbox).where(eq(outbox.status, "pending"));
  expect((await messages()).length).toBeGreaterThan(0);
  expect(await stepsOf(onDiscord)).toEqual(nothing);
  expect(
    (await messages()).every(({ tries, attemptedAt, lease }) => [tries, attemptedAt, lease].join() === "0,,"),
  ).toBe(true);
  await desks.settle([onSlack]);
  expect(await messages()).toEqual([]);
  expect(square.messages.length).toBeGreaterThan(1);
  expect(desks.log.lines.filter((line) => !line.startsWith("info"))).toEqual([]);

  // The process with the token ends. Its work waits for it, and the log says so.
  await desks.accept(opens("Sin audio", desks.now()));
  await onSlack.steps.processInbox();
  desks.turn(16_000);
  expect(await stepsOf(onDiscord)).toEqual(nothing);
  expect(desks.log.lines.join()).toContain("platform.away");
  // After a day the other one takes the work, so that the operator and the next recipients learn of it.
  for (let hours = 0; hours < 24; hours += 1) {
    desks.turn(60 * 60_000);
    await onDiscord.steps.dueWork();
  }
  desks.turn(60_000);
  expect((await stepsOf(onDiscord))[1]).toBeGreaterThan(0);
  expect(desks.log.lines.join()).toContain("slack is not switched on");
});
