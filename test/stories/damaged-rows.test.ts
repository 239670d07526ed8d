import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { startStoryWorld, type StoryWorld } from "../support/story-world/story-world.ts";
import { inEnglish } from "../support/sentences.ts";

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat");
});
afterEach(() => world.stop(["tickets.clocks"]));

const openDirect = async (text: string): Promise<void> => {
  await world.user("sam").writes("direct", text);
  await world.settle();
};
const damageClocks = (number: number) =>
  world.database.rows(sql`update tickets set clocks = '{"v":99,"items":[]}'::jsonb where number = ${number}`);

describe("a customer whose direct ticket cannot be read", () => {
  beforeEach(() => {});

  it("opens a new ticket with the next direct message", async () => {
    await openDirect("My videos are gone");
    await damageClocks(1001);
    await openDirect("A new matter entirely");
    expect((await world.ticket(1002)).title).toBe("A new matter entirely");
  });

  it("is asked about the newest readable ticket, and a thank-you goes there", async () => {
    await openDirect("My videos are gone");
    await openDirect("The captions are wrong");
    await world
      .user("sam")
      .presses(
        world.inDirect("sam").find(({ text }) => inEnglish("offer.add", { ticket: "T-1001" }).test(text)) ??
          expect.fail("not asked"),
        "open-anyway",
      );
    await world.settle();
    await damageClocks(1002);
    await openDirect("Thanks!");
    expect((await world.messages(1001)).at(-1)?.text).toBe("Thanks!");
    await openDirect("One thing more");
    expect(world.inDirect("sam").at(-1)?.text).toMatch(inEnglish("offer.add", { ticket: "T-1001" }));
  });
});
