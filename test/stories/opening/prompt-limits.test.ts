import { afterEach, describe, expect, it } from "vitest";
import type { Desk } from "../../../src/desk/desk.ts";
import { limitsOf } from "../../../src/desk/limits-of.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";

const article = { title: "El vídeo no arranca", url: "https://docs.example.com/video", keywords: ["vídeo"] };
const desk: Desk = {
  ...sampleDesk,
  limits: limitsOf(undefined),
  articles: [{ ...article, locale: "es" }],
};

let world: StoryWorld;
afterEach(() => world.stop());

const carla = () => world.user("carla");
const sam = () => world.user("sam");
const direct = () => world.inDirect("sam");
const samReads = () =>
  direct()
    .map(({ text }) => text)
    .join("\n");
const question = (name = "Add it to T-1001") =>
  direct().findLast(({ text }) => text.includes(name)) ?? expect.fail("not asked");
const writes = async (text: string): Promise<void> => {
  await sam().writes("direct", text);
  await world.settle();
};
const titles = async () =>
  (await world.database.rows<{ title: string }>(sql`select title from tickets order by number`)).map(
    ({ title }) => title,
  );
const unsettled = async () =>
  (await world.database.rows<{ id: number }>(sql`select id from prompts where settled_at is null`)).length;

describe("a ticket that opens by itself after an article offer", () => {
  it("opens; a form beyond the limit is refused when it is submitted, and given back", async () => {
    world = await startStoryWorld("testchat", desk);
    const received: string[] = [];
    for (let index = 1; index <= 7; index++) {
      await world.opens({ title: `El vídeo ${index}`, description: `vídeo, fallo ${index}` });
      received.push(carla().privates.at(-1)?.text ?? "");
      world.sleepThrough(0.2);
    }
    expect(received.slice(0, 5).filter((text) => inSpanish("offer.openAnyway").test(text))).toHaveLength(5);
    for (const index of [6, 7]) {
      expect(received[index - 1]).not.toMatch(inSpanish("offer.openAnyway"));
      expect(received[index - 1]).toContain(`vídeo, fallo ${index}`);
    }
    expect(world.counted).toEqual(["refused limited", "refused limited"]);
    await world.pass(20);
    expect(await titles()).toEqual([1, 2, 3, 4, 5].map((index) => `El vídeo ${index}`));
    expect(await unsettled()).toBe(0);
  });

  it("opens although a colleague used up the account's limit meanwhile", async () => {
    world = await startStoryWorld("testchat", { ...desk, limits: limitsOf({ tickets: { person: 9, account: 2 } }) });
    await world.opens({ title: "El vídeo 1", description: "vídeo" });
    await world.opens({ title: "Facturas", description: "Nada." });
    await world.opens({ title: "Más facturas", description: "Nada." });
    await world.pass(6);
    expect(await titles()).toEqual(["Facturas", "El vídeo 1"]);
  });

  it("is kept and tried again if opening is refused when the time runs out", async () => {
    world = await startStoryWorld("testchat", desk);
    await world.opens({ title: "El vídeo 1", description: "vídeo" });
    const setTitle = (title: string) =>
      world.database.rows(
        sql`update prompts set about = jsonb_set(about, '{command,title}', to_jsonb(${title}::text))`,
      );
    await setTitle(" ");
    await world.pass(6);
    expect(await titles()).toEqual([]);
    expect(await unsettled()).toBe(1);
    await setTitle("El vídeo 1");
    await world.pass(3);
    expect(await titles()).toEqual(["El vídeo 1"]);
    expect(await unsettled()).toBe(0);
  });
});

describe("a question that is refused for good", () => {
  it("is given up: the person gets their text back, and it stays in the row", async () => {
    world = await startStoryWorld("testchat", desk);
    await world.opens({ title: "El vídeo 1", description: "vídeo, fallo 1" });
    await world.database.rows(sql`update prompts set about = jsonb_set(about, '{command,title}', '" "')`);
    for (let minute = 0; minute < 20; minute += 1) await world.pass(1);
    const parked = await world.database.rows<{ text: string; tries: number }>(
      sql`select about->'command'->>'description' as text, tries from prompts where parked = 'emptyText'`,
    );
    expect(parked).toEqual([{ text: "vídeo, fallo 1", tries: 9 }]);
    expect(
      world
        .direct("carla")
        .map(({ text }) => text)
        .join(),
    ).toContain("vídeo, fallo 1");
    await world.pass(60);
    expect(await titles()).toEqual([]);
  });
});

describe("direct messages that wait for an answer", () => {
  const startsPrompt = async (with_: Desk): Promise<void> => {
    world = await startStoryWorld("testchat", with_);
    sam();
    await writes("My videos are gone");
    await world.pass(2);
    await writes("And the captions");
  };

  it("are counted on arrival: those beyond the limit are refused in private, and the others are all added", async () => {
    await startsPrompt(desk);
    for (let index = 1; index <= 45; index++) await sam().writes("direct", `detail ${index}`);
    await world.settle();
    expect(samReads().match(new RegExp(inEnglish("refusal.limited.messages.person"), "g"))).toHaveLength(1);
    await world.pass(6);
    const stored = (await world.messages()).map(({ text }) => text);
    expect(stored.slice(1)).toEqual([
      "And the captions",
      ...Array.from({ length: 29 }, (_, index) => `detail ${index + 1}`),
    ]);
    expect(world.counted).toHaveLength(16);
  });

  it("are not counted again when they are added", async () => {
    await startsPrompt({ ...desk, limits: limitsOf({ messages: { person: 3 } }) });
    for (const index of [1, 2]) await writes(`detail ${index}`);
    await sam().presses(question(), "add-words");
    await world.settle();
    expect((await world.messages()).slice(1).map(({ text }) => text)).toEqual([
      "And the captions",
      "detail 1",
      "detail 2",
    ]);
    expect(await unsettled()).toBe(0);
  });

  it("stay in the prompt if a new ticket is refused: the author reads why, and can still choose", async () => {
    await startsPrompt({ ...desk, limits: limitsOf({ tickets: { person: 1, within: "PT30M" } }) });
    await writes("detail 1");
    await sam().presses(question(), "open-anyway");
    await world.settle();
    expect(samReads()).toMatch(inEnglish("refusal.limited.tickets.person"));
    expect(await titles()).toEqual(["My videos are gone"]);
    expect(await unsettled()).toBe(1);
    await world.pass(6);
    expect((await world.messages()).slice(1).map(({ text }) => text)).toEqual(["And the captions", "detail 1"]);
    expect(await unsettled()).toBe(0);
  });
});
