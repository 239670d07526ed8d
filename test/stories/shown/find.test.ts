import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sayIn } from "../../../src/i18n/say.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";
import { startStoryWorld, type Name, type StoryWorld } from "../../support/story-world/story-world.ts";

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat");
  await world.opens({ title: "Teradek encoder", description: "The picture freezes at ten." });
  await world.opens({ title: "Cable", description: "Perhaps it is the Teradek again, says the technician." });
  await world.opens({ title: "Sound", description: "No sound." });
  await world.user("oliver").types("north", "/ticket Teradek of Northwind");
  await world.user("oliver").submits({ severity: "low", description: "x" });
  await world.settle();
});
afterEach(() => world.stop());

const lastOf = (who: Name): string => world.user(who).privates.at(-1)?.text ?? "";
const finds = async (who: Name, where: "triage" | "acme" | "north", words: string): Promise<readonly string[]> => {
  await world.user(who).types(where, `/ticket find ${words}`);
  await world.settle();
  return [...new Set(lastOf(who).match(/T-\d+/g))];
};

describe("/ticket find", () => {
  test("gives staff every match, the best first, with what was written around the word", async () => {
    expect(await finds("luis", "triage", "teradek")).toEqual(["T-1004", "T-1001", "T-1002"]);
    expect(lastOf("luis")).toContain("Perhaps it is the Teradek again");
    expect(await finds("luis", "triage", "1003")).toEqual(["T-1003"]);
    expect(await finds("luis", "triage", "Northwind")).toEqual(["T-1004"]);
    await world.user("luis").presses("private", sayIn("en")("list.openTicket", { ticket: "T-1004" }));
    await world.settle();
    expect(lastOf("luis")).toContain("Teradek of Northwind");
  });

  test("gives customers only what they may read", async () => {
    const card = world.channel("triage").find(({ text }) => text.includes("T-1003")) ?? expect.fail("no card");
    await world.user("luis").writes("triage", "Internal: this is the Teradek, too", card);
    await world.settle();
    expect(await finds("luis", "triage", "teradek")).toContain("T-1003");
    expect(await finds("carla", "acme", "teradek")).toEqual(["T-1001", "T-1002"]);
    expect(lastOf("carla")).not.toContain("Internal");
    expect(await finds("carla", "acme", "1004")).toEqual([]);
    expect(await finds("carla", "acme", "luis")).toEqual([]);
    expect(await finds("oliver", "north", "teradek")).toEqual(["T-1004"]);
  });

  test("offers to open a ticket if nothing was found, and asks for words if there are none", async () => {
    expect(await finds("carla", "acme", "unicornio azul")).toEqual([]);
    expect(lastOf("carla")).toMatch(inSpanish("find.nothing"));
    await world.user("carla").presses("private", sayIn("es")("form.ticketSubmit"));
    expect(world.user("carla").seesForm()?.initial["title"]).toBe("unicornio azul");
    await world.user("luis").types("triage", "/ticket find");
    expect(lastOf("luis")).toMatch(inEnglish("problem.noWords"));
  });

  test("keeps the words from page to page", async () => {
    for (let n = 1; n <= 9; n += 1) await world.opens({ title: `Canal ${n}`, description: "Teradek." });
    const first = await finds("luis", "triage", "teradek");
    expect(first).toHaveLength(10);
    await world.user("ana").types("triage", `/ticket close ${first[0]?.slice(2)}`);
    await world.settle();
    await world.user("luis").presses("private", sayIn("en")("list.next"));
    await world.settle();
    const second = [...new Set(lastOf("luis").match(/T-\d+/g))];
    expect([...first, ...second].toSorted()).toEqual(
      [1001, 1002, ...Array.from({ length: 10 }, (_, n) => 1004 + n)].map((number) => `T-${number}`),
    );
    await world.user("luis").presses("private", sayIn("en")("find.first"));
    await world.settle();
    expect([...new Set(lastOf("luis").match(/T-\d+/g))]).toEqual(first);
  });
});
