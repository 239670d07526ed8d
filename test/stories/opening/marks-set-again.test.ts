import { afterEach, expect, test } from "vitest";
import type { Card } from "../../../src/chat/card.ts";
import { limitsOf } from "../../../src/desk/limits-of.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { inEnglish } from "../../support/sentences.ts";
import { startWorld, type World } from "../../support/world.ts";

let world: World;
afterEach(() => world.stop());

/** The platform reports that Oliver marked a message, and what he reads in private. `isRepeat`: it lists the 🎫 after an absence. */
const marks = async (id: string, read: string[], isRepeat = false): Promise<void> => {
  const by = { user: "slack:U0OLIVER", name: "oliver" } as const;
  const channel = "slack:C0NORTH";
  const mark = { key: `mark ${id}`, at: world.now(), by, channel, message: { channel, id }, emoji: "🎫" } as const;
  const told = async (card: Card): Promise<void> => void read.push(JSON.stringify(card));
  await world.steps.core.accept({ ...mark, kind: "react" }, told, isRepeat);
};

test("a 🎫 that has no turn within ten minutes is told once, and opens its ticket when it is set again", async () => {
  world = await startWorld();
  const oliver = world.slack.user("U0OLIVER");
  const { ts } = await oliver.writes("C0NORTH", "The player shows nothing");
  const read: string[] = [];
  for (let n = 0; n < 110; n += 1) await marks(`${n}.1`, read);
  await world.settle();
  read.splice(0);
  await marks(ts, read);
  await marks("200.1", read);
  await world.settle();
  await expect(world.ticket()).rejects.toThrow("no ticket");
  expect(read, "told once").toEqual([expect.stringMatching(inEnglish("problem.tooManyMarked"))]);
  await world.pass(12);
  await marks(ts, read);
  // The clock turned at once, so the account's other marks have their turns before this one.
  await world.pass(6);
  expect(await world.ticket()).toMatchObject({ title: "The player shows nothing" });
});

test("a 🎫 beyond the limit of tickets opens its ticket when it is set again later", async () => {
  world = await startWorld("http", { ...sampleDesk, limits: limitsOf({ tickets: { person: 1 } }) });
  const oliver = world.slack.user("U0OLIVER");
  const one = await oliver.writes("C0NORTH", "The player shows nothing");
  const two = await oliver.writes("C0NORTH", "And the sound is gone");
  const read: string[] = [];
  for (const { ts } of [one, two]) await marks(ts, read);
  await world.settle();
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
  expect(read).toEqual([expect.stringMatching(inEnglish("refusal.limited.tickets.person"))]);
  await world.pass(11);
  for (const { ts } of [one, two]) await marks(ts, read, true);
  await world.settle();
  await expect(world.ticket(1002), "he was told, and may have asked in another way").rejects.toThrow("no ticket");
  for (const { ts } of [one, two]) await marks(ts, read);
  await world.settle();
  expect(await world.ticket(1002)).toMatchObject({ title: "And the sound is gone" });
  await expect(world.ticket(1003)).rejects.toThrow("no ticket");
});

test("a 🎫 on a message that Plazo may not read opens its ticket when it is set again and Plazo may", async () => {
  world = await startWorld();
  const { ts } = await world.slack.user("U0OLIVER").writes("C0NORTH", "The player shows nothing");
  const read: string[] = [];
  world.slack.fail("conversations.replies", { error: "channel_not_found" }, { channel: "C0NORTH", times: 1 });
  await marks(ts, read);
  await world.settle();
  expect(read).toEqual([expect.stringMatching(inEnglish("problem.unreadable"))]);
  await expect(world.ticket()).rejects.toThrow("no ticket");
  await marks(ts, read);
  await world.settle();
  expect(await world.ticket()).toMatchObject({ title: "The player shows nothing" });
});
