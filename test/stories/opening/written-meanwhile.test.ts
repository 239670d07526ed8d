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
  const readThread: ChatPort["readThread"] = async (message, from) => {
    const read = await port.readThread?.(message, from);
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

/** Carla writes while a 🎫 opens the ticket from a thread with so many answers; then the second reading fails once. */
const writesMeanwhile = async (answers: number, fails: "never" | "for now" | "the process ends"): Promise<void> => {
  const slack = await startWorld();
  world = slack;
  const carla = slack.slack.user("U0CARLA");
  const first = await carla.writes("C0ACME", "El vídeo no se ve");
  for (let n = 0; n < answers; n += 1) await carla.writes("C0ACME", `line ${n}`, { thread: first.ts });
  await world.settle();
  await slack.pass(5);
  afterFirstRead(world, "slack", async () => {
    await carla.writes("C0ACME", late, { thread: first.ts });
    await slack.slack.quiet();
  });
  const port = slack.ports.get("slack");
  if (port === undefined) throw new Error("no slack");
  let reads = 0;
  const readThread: ChatPort["readThread"] = async (message, from) => {
    reads += 1;
    if (reads === 2 && fails === "for now") return { ok: false, failure: { kind: "tryAgain", why: "500" } };
    if (reads === 2 && fails === "the process ends") throw new Error("the process ends");
    const read = await port.readThread?.(message, from);
    if (read === undefined) throw new Error("threads cannot be read");
    return read;
  };
  slack.ports.set("slack", { ...port, readThread });
  await carla.reacts(first, "ticket");
  await world.settle();
  for (let minutes = 0; minutes < 5; minutes += 1) await slack.pass(1);
  expect(reads).toBeGreaterThan(1);
  // However long the thread is, its first part and what is new are read.
  if (fails === "never") expect(reads).toBe(2);
};

test.each([
  ["although the platform does not answer at first", 0, "for now"],
  ["although the process ends before it looked", 0, "the process ends"],
  ["although the thread is long", 205, "never"],
] as const)("on Slack, it is in the ticket %s", async (_, answers, fails) => {
  await writesMeanwhile(answers, fails);
  await isThereOnce();
});

/** A thread of so many parts. Its last part has the message that Carla wrote while the ticket was being opened. */
const readsInParts = async (parts: number): Promise<void> => {
  const slack = await startWorld();
  world = slack;
  const carla = slack.slack.user("U0CARLA");
  const first = await carla.writes("C0ACME", "El vídeo no se ve");
  await world.settle();
  const port = slack.ports.get("slack");
  const by = { user: "slack:U0CARLA", name: "Carla" } as const;
  let reads = 0;
  let since = 0;
  const readThread: ChatPort["readThread"] = async (message, from) => {
    reads += 1;
    if (reads === 1) return (await port?.readThread?.(message, from)) ?? expect.fail("threads cannot be read");
    // The second reading begins shortly before the opening.
    if (reads === 2) since = from !== undefined && "since" in from ? from.since : 0;
    const part = from === undefined || "since" in from ? 1 : Number(from.after.split(".")[1]) + 1;
    const isLast = part === parts;
    const read = { id: `${first.ts.split(".")[0]}.${String(part).padStart(6, "0")}`, by, bot: false };
    const messages = [{ ...read, at: isLast ? slack.now() : 0, text: isLast ? late : "before" }];
    return { ok: true, root: first.ts, messages, more: !isLast };
  };
  if (port !== undefined) slack.ports.set("slack", { ...port, readThread });
  await carla.reacts(first, "ticket");
  await world.settle();
  expect((slack.now() - since) / 60_000, "minutes before now").toBeCloseTo(1, 0);
};
const tooLong = () => world.log.lines.filter((line) => line.includes("inbox.thread-too-long"));

test("on Slack, it is in the ticket although it stands in the sixtieth part of the thread", async () => {
  await readsInParts(60);
  await isThereOnce();
  expect(tooLong()).toEqual([]);
});

test("of a thread without end, the reading ends, and the log says so", async () => {
  await readsInParts(501);
  expect((await world.messages()).map(({ text }) => text)).not.toContain(late);
  expect(tooLong()).toHaveLength(1);
});

test("of a long thread, older messages that the ticket did not take stay out of it", async () => {
  await writesMeanwhile(105, "never");
  const texts = (await world.messages()).map(({ text }) => text);
  expect(texts).toContain("line 98");
  expect(texts).not.toContain("line 103");
});
