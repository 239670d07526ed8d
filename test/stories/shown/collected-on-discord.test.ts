import { afterEach, beforeEach, expect, test } from "vitest";
import { limitsOf } from "../../../src/desk/limits-of.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { deskAcross, discordChannels as channels, onDiscord as people } from "../../support/discord-cast.ts";
import type { ShownMessage } from "../../support/fake-discord/interface.ts";
import { startWorldAcross, type WorldAcross } from "../../support/world-across.ts";
import { inEnglish, isCollected } from "../../support/sentences.ts";
import { beginsWith } from "../../support/begins-with.ts";

const many = { person: 1_000, account: 1_000 };
const desk: Desk = {
  ...deskAcross(["discord"], "discord"),
  limits: limitsOf({ tickets: many, messages: many, strangers: { cards: 1 } }),
};

let world: WorldAcross;
beforeEach(async () => {
  world = await startWorldAcross(desk);
});
afterEach(async () => {
  await world.stop();
  expect(world.discord.refusals).toEqual([]);
  expect(world.log.lines.filter((each) => each.startsWith("error"))).toEqual([]);
});

const sam = () => world.discord.user(people.sam);
const luis = () => world.discord.user(people.luis);
const triage = () => world.discord.channel(channels.triage);
const lines = () => triage().messages.filter(({ text }) => isCollected(text));
const line = (): ShownMessage => lines()[0] ?? expect.fail("no collected message");
const cards = () => triage().messages.filter(({ actions }) => actions.some((each) => beginsWith(each, "reply")));
const cardOf = (number: number) => cards().find(({ text }) => text.includes(`T-${number}`));

const samOpens = async (count: number): Promise<void> => {
  for (let index = 1; index <= count; index++) {
    await sam().types(channels.random, `/ticket new title:Trouble ${index} ${"with a long title ".repeat(5)}`);
    await sam().submits({ severity: "high", description: "Since nine." });
  }
  await world.settle();
};

test("tickets of a person without an account are collected in one message, with menus to claim, show and set the account", async () => {
  await samOpens(5);
  expect(cards()).toHaveLength(1);
  expect(line().text).toMatch(inEnglish("collected.many", { total: "4", first: "T-1002", last: "T-1005" }));
  const pick = (label: string, number: number): string =>
    `${label}: T-${number} Trouble ${number - 1000} with a long title with a long…`;
  expect(line().text).toContain(pick("Take", 1002));

  await luis().presses(line(), pick("Take", 1003));
  await world.settle();
  expect((await world.ticket(1003)).assignee).toBe("luis");
  expect(cardOf(1003)).toBeDefined();

  await luis().presses(line(), pick("Show", 1004));
  await world.settle();
  expect(luis().privates.at(-1)?.text).toContain("T-1004");
  expect(cardOf(1004)).toBeDefined();

  await luis().presses(line(), pick("Name the account", 1005));
  await luis().submits({ account: "acme" });
  await world.settle();
  expect(cardOf(1005)?.text).toContain("Acme TV");
  expect(cardOf(1002)).toBeUndefined();
  expect(line().text).toMatch(inEnglish("collected.one", { first: "T-1002" }));
  expect(lines()).toHaveLength(1);
});

test("a long collection says how many more tickets wait, and is posted again if it was deleted", async () => {
  await samOpens(30);
  expect(cards()).toHaveLength(1);
  expect(line().text).toMatch(inEnglish("collected.many", { total: "29", first: "T-1002", last: "T-1030" }));
  expect(line().text).toMatch(inEnglish("collected.more", { count: 14 }));
  triage().removeMessage(line().id);
  expect(lines()).toEqual([]);
  await world.steps.cleanUp();
  await world.settle();
  expect(line().text).toMatch(inEnglish("collected.many", { total: "29", first: "T-1002", last: "T-1030" }));
});
