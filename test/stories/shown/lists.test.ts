import { afterEach, describe, expect, test } from "vitest";
import { useEmbedded } from "../../support/database/database.ts";
import { discordChannels as channels, deskAcross, onDiscord as people } from "../../support/discord-cast.ts";
import { startWorldAcross } from "../../support/world-across.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";
import { sayIn } from "../../../src/i18n/say.ts";

useEmbedded();

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A desk with some tickets of Acme, and one of Northwind. */
const busy = async (acme: number): Promise<StoryWorld> => {
  const world = await startStoryWorld("testchat");
  stops.push(() => world.stop());
  for (let n = 1; n <= acme; n += 1) await world.opens({ title: `Canal ${n}` });
  await world.user("oliver").types("north", "/ticket Uploads never end");
  await world.user("oliver").submits({ severity: "low", description: "x" });
  await world.settle();
  return world;
};

const numbersIn = (text: string): readonly string[] => [...new Set(text.match(/T-\d+/g))];

describe("a list on Slack", () => {
  test("has pages", async () => {
    const world = await busy(12);
    const luis = world.user("luis");
    await luis.types("triage", "/ticket list");
    await world.settle();
    const first = luis.privates.at(-1)?.text ?? "";
    expect(numbersIn(first)).toHaveLength(10);
    expect(first).toMatch(inEnglish("list.page", { page: "1", pages: "2" }));
    await luis.presses("private", sayIn("en")("list.next"));
    await world.settle();
    const second = luis.privates.at(-1)?.text ?? "";
    expect([...numbersIn(first), ...numbersIn(second)].toSorted()).toEqual(
      Array.from({ length: 13 }, (_, n) => `T-${1001 + n}`),
    );
    await luis.types("triage", "/desk page 2");
    await world.settle();
    expect(numbersIn(luis.privates.at(-1)?.text ?? "")).toEqual(numbersIn(second));
  });

  test("goes on where it was left when tickets close meanwhile, and opens each ticket", async () => {
    const world = await busy(12);
    const luis = world.user("luis");
    await luis.types("triage", "/ticket list acme");
    await world.settle();
    const first = numbersIn(luis.privates.at(-1)?.text ?? "");
    for (const number of ["1001", "1002", "1003"]) await world.user("ana").types("triage", `/ticket close ${number}`);
    await world.settle();
    await luis.presses("private", sayIn("en")("list.next"));
    await world.settle();
    const second = luis.privates.at(-1)?.text ?? "";
    expect([...first, ...numbersIn(second)].toSorted()).toEqual(Array.from({ length: 12 }, (_, n) => `T-${1001 + n}`));
    expect(second).toMatch(inEnglish("list.page", { page: "2", pages: "2", total: "9" }));
    await luis.presses("private", sayIn("en")("list.openTicket", { ticket: "T-1012" }));
    await world.settle();
    expect(luis.privates.at(-1)?.text).toContain("Canal 12");
  });

  test("can be filtered by account, person, severity and what is missing, alone and together", async () => {
    const world = await busy(2);
    const luis = world.user("luis");
    const asked = async (line: string, who = luis): Promise<readonly string[]> => {
      await who.types("triage", line);
      await world.settle();
      return numbersIn(who.privates.at(-1)?.text ?? "");
    };
    await luis.types("triage", "/ticket close 1002");
    await world.settle();
    await luis.presses(
      world.channel("triage").find(({ text }) => text.includes("T-1001")) ?? expect.fail("no card"),
      "claim",
    );
    await world.settle();
    expect(await asked("/ticket list northwind")).toEqual(["T-1003"]);
    expect(await asked("/ticket list luis")).toEqual(["T-1001"]);
    expect(await asked("/ticket list unassigned")).toEqual(["T-1003"]);
    expect(await asked("/ticket list low")).toEqual(["T-1003"]);
    expect(await asked("/ticket list acme low")).toEqual([]);
    expect(await asked("/ticket list resolved")).toEqual(["T-1002"]);
    expect((await asked("/ticket list all acme")).toSorted()).toEqual(["T-1001", "T-1002"]);
    expect(await asked("/desk acme")).toEqual(["T-1001"]);
    // Ana manages Acme, and has claimed nothing.
    expect(await asked("/ticket list mine", world.user("ana"))).toEqual(["T-1001"]);
    // Low tickets are due tomorrow.
    expect(await asked("/ticket list due")).toEqual(["T-1001"]);
  });

  test("of a customer can be filtered by severity, and not by internal facts", async () => {
    const world = await busy(1);
    await world.user("carla").types("acme", "/ticket lista alta");
    await world.settle();
    const text = world.user("carla").privates.at(-1)?.text ?? "";
    expect(numbersIn(text)).toEqual(["T-1001"]);
    await world.user("carla").types("acme", "/ticket lista luis");
    expect(world.user("carla").privates.at(-1)?.text).toMatch(inSpanish("suggest.unknown"));
  });
});

test("a list on Discord can be filtered by options and has pages", async () => {
  const world = await startWorldAcross(deskAcross(["discord"], "discord"));
  stops.push(() => world.stop());
  const luis = world.discord.user(people.luis);
  for (let n = 1; n <= 11; n += 1) {
    await world.discord.user(people.carla).types(channels.acme, `/ticket new title:Canal ${n}`);
    await world.discord.user(people.carla).submits({ severity: "high", description: "x" });
    await world.settle();
  }
  await luis.types(channels.triage, "/ticket list filter:open severity:high who:acme");
  await world.settle();
  const first = luis.privates.at(-1)?.text ?? "";
  expect(numbersIn(first)).toHaveLength(10);
  expect(first).toMatch(inEnglish("list.page", { page: "1", pages: "2" }));
  await luis.presses("private", sayIn("en")("list.next"));
  await world.settle();
  const second = numbersIn(luis.privates.at(-1)?.text ?? "");
  expect(second).toHaveLength(1);
  expect(first).not.toContain(second[0]);
  await luis.presses("private", sayIn("en")("list.openTicket", { ticket: second[0] ?? "" }));
  await world.settle();
  expect(luis.privates.at(-1)?.text).toContain(`Canal ${Number(second[0]?.slice(2)) - 1000}`);
  await luis.types(channels.triage, "/ticket list page:2");
  await world.settle();
  expect(numbersIn(luis.privates.at(-1)?.text ?? "")).toHaveLength(1);
  expect(world.discord.refusals).toEqual([]);
});
