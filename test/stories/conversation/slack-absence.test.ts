import { afterEach, expect, test } from "vitest";
import { deskAcross } from "../../support/discord-cast.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";

let world: WorldAcross;
afterEach(() => world.stop());

test("what people write, edit and delete on Slack while Plazo is away for half an hour reaches their tickets once", async () => {
  world = await startWorldAcross(deskAcross(["slack"], "slack"));
  const carla = world.slack.user("U0CARLA");
  const luis = world.slack.user("U0LUIS");
  await carla.types("C0ACME", "/ticket El vídeo no se ve");
  await carla.submits({ severity: "high", description: "No se reproduce nada." });
  await world.settle();
  const card = (channel: string) =>
    world.slack.channel(channel).messages.find(({ thread, user }) => thread === null && user === world.slack.botUser) ??
    expect.fail("no card");
  const below = (who: typeof carla, channel: string, text: string) =>
    who.writes(channel, text, { thread: card(channel).ts });
  const promise = await below(luis, "C0ACME", "We will refund you by Friday");
  const password = await below(carla, "C0ACME", "My password is canary-1");
  const misspelt = await below(carla, "C0ACME", "It is the lef screen");
  const note = await below(luis, "C0TRIAGE", "canary-2");
  const marked = await carla.writes("C0ACME", "The sound is missing");
  await world.settle();
  const texts = async () => Object.fromEntries((await world.messages()).map(({ message, text }) => [message.id, text]));
  expect(Object.keys(await texts())).toHaveLength(4);

  let answer = { ts: "" };
  await world.slackAway(async () => {
    world.sleepThrough(5);
    answer = await below(carla, "C0ACME", "Is anybody there?");
    await carla.edits(misspelt, "It is the left screen");
    await carla.deletes(password);
    await luis.deletes(promise);
    await luis.deletes(note);
    await carla.reacts(marked);
    world.sleepThrough(30);
  });
  await world.settle();
  const expected = {
    [promise.ts]: "We will refund you by Friday",
    [password.ts]: "",
    [misspelt.ts]: "It is the left screen",
    [note.ts]: "",
    [answer.ts]: "Is anybody there?",
  };
  expect(await texts()).toEqual(expected);
  // The customer waits since they wrote, and not since Plazo came back.
  expect((await world.ticket()).unanswered?.first).toBe(Math.round(Number(answer.ts) * 1000));
  expect(await world.ticket(1002)).toMatchObject({ title: "The sound is missing" });
  await luis.types("C0TRIAGE", "/ticket history 1001");
  await world.settle();
  const received = luis.privates.at(-1)?.text ?? "";
  expect(received).toMatch(inOrder("Slack", inEnglish("history.deletedOnPlatformKept", { author: "Luis Gil" })));

  // Slack repeats the same events late, and another absence finds nothing new.
  const triage = world.slack.channel("C0TRIAGE").messages.length;
  while (world.slack.unacknowledged > 0) await world.slack.redeliver();
  await world.slackAway(async () => {});
  await world.settle();
  expect(await texts()).toEqual(expected);
  expect(world.slack.channel("C0TRIAGE").messages).toHaveLength(triage);
});

test("after an absence, a request below an ordinary message and a person's first direct message open their tickets", async () => {
  world = await startWorldAcross(deskAcross(["slack"], "slack"));
  const carla = world.slack.user("U0CARLA");
  const greeting = await carla.writes("C0ACME", "Good morning all");
  await world.settle();
  await world.slackAway(async () => {
    world.sleepThrough(5);
    const request = `<@${world.slack.botUser}> the player is black`;
    await carla.writes("C0ACME", request, { thread: greeting.ts, raw: true });
    await carla.writes(world.slack.dm("U0CARLA").id, "My invoice is wrong");
    world.sleepThrough(30);
  });
  await world.settle();
  const opened = [await world.ticket(1001), await world.ticket(1002)];
  expect(opened.map(({ title }) => title).toSorted()).toEqual(["My invoice is wrong", "the player is black"]);
});
