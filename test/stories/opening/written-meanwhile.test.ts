import { afterEach, expect, test } from "vitest";
import type { ChatPort } from "../../../src/chat/port.ts";
import { deskAcross, discordChannels, onDiscord as people } from "../../support/discord-cast.ts";
import { startWorld, type World } from "../../support/world.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";

/** Lets something happen on the platform, and the inbox process it, right after the first thread was read. */
const afterFirstRead = (
  world: Pick<World, "ports" | "steps">,
  platform: string,
  happens: () => Promise<unknown>,
): void => {
  const port = world.ports.get(platform);
  if (port === undefined) throw new Error(`no ${platform}`);
  let isFirst = true;
  const readThread: ChatPort["readThread"] = async (message) => {
    const read = await port.readThread?.(message);
    if (read === undefined) throw new Error("threads cannot be read");
    if (isFirst) {
      isFirst = false;
      await happens();
      await world.steps.processInbox();
    }
    return read;
  };
  world.ports.set(platform, { ...port, readThread });
};

const late = "Y en todas las teles";

let world: World | WorldAcross;
afterEach(() => world.stop());

/** Once in the ticket, once for the team. */
const isThereOnce = async (): Promise<void> => {
  expect((await world.messages()).map(({ text }) => text).filter((text) => text === late)).toEqual([late]);
  await expect(world.ticket(1002)).rejects.toThrow("no ticket");
};

test("on Slack, what a customer writes while a 🎫 opens the ticket is in the ticket", async () => {
  const slack = await startWorld();
  world = slack;
  const carla = slack.slack.user("U0CARLA");
  const first = await carla.writes("C0ACME", "El vídeo no se ve");
  await world.settle();
  afterFirstRead(world, "slack", async () => {
    await carla.writes("C0ACME", late, { thread: first.ts });
    await slack.slack.quiet();
  });
  await carla.reacts(first, "ticket");
  await world.settle();
  await isThereOnce();
  expect(slack.thread(slack.card()).filter(({ text }) => text.includes(late))).toHaveLength(1);
});

test("on Slack, the same while the form of a message opens it", async () => {
  const slack = await startWorld();
  world = slack;
  const carla = slack.slack.user("U0CARLA");
  const first = await carla.writes("C0ACME", "El vídeo no se ve");
  await world.settle();
  await carla.picks(first);
  afterFirstRead(world, "slack", async () => {
    await carla.writes("C0ACME", late, { thread: first.ts });
    await slack.slack.quiet();
  });
  await carla.submits({ severity: "high" });
  await world.settle();
  await isThereOnce();
});

test("on Discord, the same while a 🎫 opens it", async () => {
  const across = await startWorldAcross(deskAcross(["discord"], "discord"));
  world = across;
  const carla = across.discord.user(people.carla);
  const root = carla.writes(discordChannels.acme, "El vídeo no se ve");
  const thread = carla.beginsThread(root, "Vídeo");
  await world.settle();
  afterFirstRead(world, "discord", async () => {
    carla.writes(thread, late);
    await across.discord.quiet();
  });
  carla.reacts(root);
  await world.settle();
  await isThereOnce();
});
