import { afterEach, expect, test } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { limitsOf } from "../../../src/desk/limits-of.ts";
import { deskAcross, discordCast, discordChannels, onDiscord } from "../../support/discord-cast.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { isCollected } from "../../support/sentences.ts";
import { startWorldAcross } from "../../support/world-across.ts";
import { startWorld } from "../../support/world.ts";

const secret = "password-1234";
/** The second ticket of people without an account is collected. */
const limits = limitsOf({ strangers: { cards: 1 } });
const collecting = (desk: Desk): Desk => ({ ...desk, limits });

let world: { readonly log: { readonly lines: readonly string[] }; stop(): Promise<void> };
afterEach(async () => {
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  await world.stop();
});

const collectedIn = (messages: readonly { readonly text: string }[]): string =>
  messages.find(({ text }) => isCollected(text))?.text ?? expect.fail("no collected message");

test("the message that collects tickets shows an edited or deleted title at once, on Slack", async () => {
  const here = await startWorld("http", collecting(sampleDesk));
  world = here;
  const { slack } = here;
  slack.addUser("U0ZOE", "zoe");
  for (const user of ["U0SAM", "U0ZOE"]) slack.dm(user);
  await slack.user("U0SAM").writes("D0SAM", "No video");
  const wrote = await slack.user("U0ZOE").writes("D0ZOE", secret);
  await here.settle();
  const shown = () => collectedIn(slack.channel("C0TRIAGE").messages);
  expect(shown()).toContain(secret);
  await slack.user("U0ZOE").edits(wrote, "Changed my mind");
  await here.settle();
  expect(shown()).toContain("Changed my mind");
  expect(shown()).not.toContain(secret);
  await slack.user("U0ZOE").deletes(wrote);
  await here.settle();
  expect(shown()).not.toContain("Changed");
});

test("the message that collects tickets shows an edited or deleted title at once, on Discord", async () => {
  const zoe = "210000000000000009";
  const users = [...discordCast.users, { id: zoe, name: "zoe", moderator: false }];
  const here = await startWorldAcross(collecting(deskAcross(["discord"], "discord")), { ...discordCast, users });
  world = here;
  const { discord } = here;
  discord.user(onDiscord.sam).writes(discord.dm(onDiscord.sam).id, "No video");
  const wrote = discord.user(zoe).writes(discord.dm(zoe).id, secret);
  await here.pass(0);
  const shown = () => collectedIn(discord.channel(discordChannels.triage).messages);
  expect(shown()).toContain(secret);
  discord.user(zoe).edits(wrote, "Changed my mind");
  await here.settle();
  expect(shown()).toContain("Changed my mind");
  expect(shown()).not.toContain(secret);
  discord.user(zoe).deletes(wrote);
  await here.settle();
  expect(shown()).not.toContain("Changed");
});
