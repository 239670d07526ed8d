import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { startStoryWorld, type StoryWorld } from "../support/story-world/story-world.ts";
import { inEnglish } from "../support/sentences.ts";

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat");
});
afterEach(() => world.stop(["tickets.clocks", "prompts.about", "thread_messages.format", "thread_messages.files"]));

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

it("a question that cannot be read is no longer there for the person who answers it, and the log names it", async () => {
  const sam = world.user("sam");
  await openDirect("My videos are gone");
  await openDirect("The captions are wrong");
  const question = world.inDirect("sam").at(-1) ?? expect.fail("not asked");
  await world.database.rows(sql`update prompts set about = about || '{"v":99}'::jsonb`);
  await sam.presses(question, "open-anyway");
  await world.settle();
  expect(sam.privates.at(-1)?.text).toMatch(inEnglish("problem.oldButton"));
  const logged = (event: string) => world.log.lines.filter((line) => line.includes(event));
  expect([logged("prompt.unreadable").length, logged("inbox.failed"), logged("inbox.parked")]).toEqual([1, [], []]);
});

describe("a message whose row is damaged", () => {
  const damage = (column: "format" | "files") =>
    world.database.rows(sql.raw(`update thread_messages set ${column} = '{"v":99,"items":["<@U1>"]}'::jsonb`));
  const failures = () => world.log.lines.filter((line) => /inbox\.failed|outbox\.failed|card\.failed/.test(line));

  it.each(["format", "files"] as const)(
    "delays nothing: its author edits and deletes it at once, and the operator sees it (%s)",
    async (column) => {
      await world.opens();
      const carla = world.user("carla");
      const written = await carla.writes("acme", "No picture since nine", world.conversation());
      await world.settle();
      await damage(column);
      const below = () => world.thread(world.card()).map(({ text }) => text);

      await carla.edits(written, "No picture since ten");
      await world.settle();
      expect((await world.messages())[0]?.text).toBe("No picture since ten");
      expect(below().join()).toContain("No picture since ten");
      expect(world.asides).toEqual(["T-1001 threadMessage"]);
      expect(world.log.lines.filter((line) => line.includes("message.damaged"))).toHaveLength(1);

      await carla.writes("acme", "And the sound is gone", world.conversation());
      await carla.deletes(written);
      await world.settle();
      expect((await world.messages())[0]).toMatchObject({ text: "", files: [] });
      expect(below().join()).toContain("And the sound is gone");
      expect(failures()).toEqual([]);
    },
  );

  it("keeps what another column of it holds, because a newer version may have written that", async () => {
    await world.opens();
    const carla = world.user("carla");
    const written = await carla.writes("acme", "No picture", world.conversation());
    await world.settle();
    await damage("files");
    await carla.edits(written, "Still no picture");
    await world.settle();
    expect(await world.database.rows(sql`select text, files from thread_messages`)).toEqual([
      { text: "Still no picture", files: { v: 99, items: ["<@U1>"] } },
    ]);
  });
});
