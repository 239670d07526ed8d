import { afterEach, expect, test } from "vitest";
import { deskAcross, discordChannels, onDiscord } from "../../support/discord-cast.ts";
import { startWorldAcross } from "../../support/world-across.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { startWorld } from "../../support/world.ts";

let world: { readonly log: { readonly lines: readonly string[] }; stop(): Promise<void> };
afterEach(async () => {
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  await world.stop();
});

/** Edits of a message that never came, newest first: the process was down when the platform first sent them. */
const editsOf = (
  {
    channel,
    id,
    thread,
  }: { readonly channel: `slack:${string}` | `discord:${string}`; readonly id: string; readonly thread: string },
  user: `slack:${string}` | `discord:${string}`,
  now: number,
) =>
  [7, 5, 6].map((n) => ({
    key: `edit ${n}`,
    // Longer ago than an edit waits for its message.
    at: now - 60 * 60_000 + n * 2_000,
    by: { user, name: "Carla" },
    channel,
    kind: "edited" as const,
    message: { channel, id, thread },
    text: `channel ${n}`,
  }));

test("of several edits of a thread message that never came, the newest one is the message, on Slack", async () => {
  const here = await startWorld();
  world = here;
  await here.opens();
  const { ts: thread } = here.conversation();
  await here.pass(90);
  const message = { channel: "slack:C0ACME", id: "1.1", thread } as const;
  for (const edit of editsOf(message, "slack:U0CARLA", here.now())) await here.steps.core.accept(edit);
  await here.settle();
  expect((await here.messages()).map(({ text }) => text)).toEqual(["channel 7"]);
  const [edit] = editsOf(message, "slack:U0CARLA", here.now());
  if (edit === undefined) return;
  await here.steps.core.accept({ ...edit, key: "at last", kind: "message", text: "channel 3", at: edit.at - 60_000 });
  await here.settle();
  expect((await here.messages()).map(({ text }) => text)).toEqual(["channel 7"]);
});

test("of several edits of a thread message that never came, the newest one is the message, on Discord", async () => {
  const here = await startWorldAcross(deskAcross(["discord"], "discord"));
  world = here;
  const carla = here.discord.user(onDiscord.carla);
  await carla.types(discordChannels.acme, "/ticket new title:No sound");
  await carla.submits({ severity: "high", description: "Since nine." });
  await here.settle();
  const now = (await here.ticket()).openedAt + 90 * 60_000;
  await here.pass(90);
  const thread = here.onlyCard(discordChannels.acme).id;
  const message = { channel: `discord:${discordChannels.acme}`, id: "1", thread } as const;
  for (const edit of editsOf(message, `discord:${onDiscord.carla}`, now)) await here.steps.core.accept(edit);
  await here.settle();
  expect((await here.messages()).map(({ text }) => text)).toEqual(["channel 7"]);
});

/** When Carla's thread message was written that never came, and what becomes of three edits of it. */
const editsOfOne = async (here: Awaited<ReturnType<typeof startWorld>>, wroteAt: number): Promise<void> => {
  const { ts: thread } = here.conversation();
  const message = { channel: "slack:C0ACME", id: "1.1", thread } as const;
  for (const edit of editsOf(message, "slack:U0CARLA", here.now())) await here.steps.core.accept({ ...edit, wroteAt });
  await here.settle();
};

test("a message that never came counts from when it was written, and its newest edit is its text", async () => {
  const here = await startWorld();
  world = here;
  await here.opens();
  await here.pass(90);
  const wroteAt = here.now() - 80 * 60_000;
  await editsOfOne(here, wroteAt);
  expect(await here.messages()).toMatchObject([{ text: "channel 7", at: wroteAt }]);
  expect((await here.ticket()).unanswered).toMatchObject({ first: wroteAt });
});

test.each([
  ["from before the ticket", -1],
  ["that has been there for days", 1],
])("an edit of an unknown message %s is no new message", async (_, after) => {
  const here = await startWorld();
  world = here;
  await here.opens();
  const { openedAt } = await here.ticket();
  for (let days = 0; days < 2; days += 1) await here.pass(24 * 60);
  await editsOfOne(here, openedAt + after);
  expect(await here.messages()).toEqual([]);
});

test("an edit of what staff wrote long before the ticket ends no clock, on Slack", async () => {
  const here = await startWorld("http", promisingDesk);
  world = here;
  const carla = here.slack.user("U0CARLA");
  const luis = here.slack.user("U0LUIS");
  const first = await carla.writes("C0ACME", "El vídeo no se ve");
  for (let n = 0; n < 101; n++) await carla.writes("C0ACME", `line ${n}`, { thread: first.ts });
  const old = await luis.writes("C0ACME", "I had a look last week", { thread: first.ts });
  await here.settle();
  await here.pass(2);
  await carla.reacts(first, "ticket");
  await here.settle();
  await here.pass(2);
  expect((await here.messages()).map(({ text }) => text)).not.toContain("I had a look last week");
  await luis.edits(old, "I had a look last weekend");
  await here.settle();
  for (let n = 0; n < 12; n++) await here.pass(1);
  const running = (await here.ticket()).sla.clocks.filter(({ end }) => end === null).map(({ kind }) => kind);
  expect(running).toContain("firstResponse");
});
