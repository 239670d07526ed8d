import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { inSpanish } from "../../support/sentences.ts";

const day = 24 * 60;
const waiting = { nudge: { days: 2, ms: 0 }, close: { days: 5, ms: 0 } };

describe("on Discord, where only members of a thread are notified", () => {
  let world: WorldAcross;
  beforeEach(async () => {
    world = await startWorldAcross({ ...deskAcross(["discord"], "discord"), waiting });
    await user("carla").types(channels.acme, "/ticket new title:El vídeo no se ve");
    await user("carla").submits({ severity: "high", description: "No se reproduce nada desde las diez." });
    await world.settle();
  });
  afterEach(async () => {
    await world.stop();
    expect(world.discord.refusals).toEqual([]);
  });

  const user = (name: keyof typeof people) => world.discord.user(people[name]);
  const card = () => world.onlyCard(channels.triage);
  const conversation = () => world.onlyCard(channels.acme);
  /** How often the customer was mentioned inside the thread, and every other person. */
  const inThread = () =>
    world.discord.pings.filter(({ channel }) => channel === conversation().id).map((each) => each.user);

  test("the answer, Waiting, the inactivity question and the closing mention the customer in the thread", async () => {
    expect(inThread()).toEqual([]);
    await user("luis").presses(card(), "reply");
    await user("luis").submits({ text: "Lo estamos mirando" });
    await world.settle();
    expect(inThread()).toEqual([people.carla]);
    await user("luis").presses(card(), "wait");
    await user("luis").submits({ text: "¿Desde qué equipo?" });
    await world.settle();
    expect(inThread()).toEqual([people.carla, people.carla]);
    await world.pass(2 * day);
    expect(world.thread(conversation()).at(-1)?.text).toMatch(inSpanish("waiting.nudgeClose"));
    expect(inThread()).toHaveLength(3);
    await world.pass(6 * day);
    expect((await world.ticket()).status).toBe("resolved");
    expect(inThread()).toEqual(Array(4).fill(people.carla));
  });

  test("the requester is a member of the thread, so that they are notified of what staff write there", async () => {
    expect(world.discord.thread(conversation().id)?.members).toEqual([people.carla]);
    expect(world.discord.thread(card().id)?.members).toEqual([]);
  });

  test("the customer's own actions, and changed figures, mention no one", async () => {
    await user("luis").presses(card(), "severity 1001 critical");
    await user("carla").types(channels.acme, "/ticket close number:1001");
    await world.settle();
    expect(world.thread(conversation()).length).toBeGreaterThan(0);
    expect(inThread()).toEqual([]);
  });
});

describe("on Slack, where a mention notifies a person who does not follow the thread", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld("http", { ...sampleDesk, waiting });
    await world.opens();
  });
  afterEach(() => world.stop());

  const inThread = () =>
    world.slack.pings.filter(({ ts }) => world.thread(world.conversation()).some((each) => each.ts === ts));

  test("the answer, Waiting, the inactivity question and the closing mention the customer, once each", async () => {
    await world.slack.user("U0LUIS").presses(world.card(), "reply");
    await world.slack.user("U0LUIS").submits({ text: "Lo estamos mirando" });
    await world.slack.user("U0LUIS").presses(world.card(), "wait");
    await world.slack.user("U0LUIS").submits({ text: "¿Desde qué equipo?" });
    await world.settle();
    expect(inThread().map((each) => each.user)).toEqual(["U0CARLA", "U0CARLA"]);
    await world.pass(2 * day);
    expect(inThread()).toHaveLength(3);
    await world.pass(6 * day);
    expect((await world.ticket()).status).toBe("resolved");
    expect(inThread()).toHaveLength(4);
    expect(inThread().every((each) => each.user === "U0CARLA")).toBe(true);
  });
});
