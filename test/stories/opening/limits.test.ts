import { afterEach, describe, expect, it } from "vitest";
import { createDeskCache } from "../../../src/tickets/execute/desk-cache.ts";
import { execute } from "../../../src/tickets/execute/execute.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { count as rows, sql } from "../../../src/db/schema/orm.ts";
import { tickets } from "../../../src/db/schema/schema.ts";
import type { Refusal } from "../../../src/tickets/messages.ts";
import { limitsOf } from "../../../src/desk/limits-of.ts";
import { cast, minutes, opening } from "../../support/given.ts";
import { sampleDesk, unlimited } from "../../support/sample-desk.ts";
import { startStoryWorld, type StoryWorld, type Where } from "../../support/story-world/story-world.ts";
import { inSpanish } from "../../support/sentences.ts";

const desk: Desk = { ...sampleDesk, limits: limitsOf(undefined) };

let world: StoryWorld;
afterEach(() => world.stop());

const opens = async (title: string): Promise<void> => {
  const carla = world.user("carla");
  await carla.types("acme", "/ticket");
  await carla.submits({ title, severity: "high", description: `${title}, since nine.` });
  await world.settle();
};
const lastTold = () => world.user("carla").privates.at(-1)?.text ?? "";
const count = async (): Promise<number> => {
  const [row] = await world.database.db.select({ tickets: rows() }).from(tickets);
  return row?.tickets ?? 0;
};

describe("a customer who opens many tickets", () => {
  it("reads in private until when they must wait, gets their text back, and may then continue", async () => {
    world = await startStoryWorld("testchat", desk);
    for (const number of [1, 2, 3, 4, 5]) await opens(`Ticket ${number}`);
    expect(await count()).toBe(5);
    await opens("Ticket 6");
    expect(await count()).toBe(5);
    expect(lastTold()).toMatch(/10:10|10\.10/);
    expect(lastTold()).toContain("Ticket 6, since nine.");
    await world.pass(11);
    await opens("Ticket 7");
    expect(await count()).toBe(6);
  });

  it("is limited across processes, and staff are not", async () => {
    world = await startStoryWorld("testchat", desk);
    const refusals: Refusal[] = [];
    const process = () => ({
      database: world.database,
      desk: createDeskCache(() => desk),
      onRefusal: (refusal: Refusal) => void refusals.push(refusal),
    });
    const processes = [process(), process()];
    const open = (index: number, who: (typeof cast)["carla"]) => {
      const deps = processes[index % 2];
      if (deps === undefined) throw new Error("no process");
      const command = { ...opening("high", who.channel), by: who, at: world.now() + index };
      return execute(deps, { key: `open ${who.name} ${index}`, number: null, command });
    };
    const { carla, luis } = cast;
    if (carla.kind !== "person" || luis.kind !== "person") throw new Error("the clock opens nothing");
    for (let index = 0; index < 7; index++) await open(index, carla);
    for (let index = 0; index < 7; index++) await open(index, luis);
    expect(await count()).toBe(12);
    expect(refusals).toMatchObject([
      { reason: "limited", what: "tickets", of: "person" },
      { reason: "limited", what: "tickets", of: "person" },
    ]);
  });

  it("delays no other account, and an account's limit counts all its people", async () => {
    world = await startStoryWorld("testchat", {
      ...sampleDesk,
      limits: limitsOf({ tickets: { person: 5, account: 3 } }),
    });
    for (const number of [1, 2, 3, 4]) await opens(`Ticket ${number}`);
    expect(await count()).toBe(3);
    expect(lastTold()).toMatch(inSpanish("refusal.limited.tickets.account"));
    const oliver = world.user("oliver");
    await oliver.types("north", "/ticket");
    await oliver.submits({ title: "Ours", severity: "high", description: "Nothing plays." });
    await world.settle();
    expect(await count()).toBe(4);
  });
});

describe("a customer who writes many messages", () => {
  it("reads once that a message was not passed on, and until when; staff and thank-yous are passed on", async () => {
    world = await startStoryWorld("testchat", { ...sampleDesk, limits: limitsOf({ messages: { person: 3 } }) });
    await opens("Player is down");
    const thread = world.conversation();
    const carla = world.user("carla");
    const before = carla.privates.length;
    for (const text of ["one", "two", "three", "four", "five", "six"]) await carla.writes("acme", text, thread);
    await world.settle();
    expect((await world.messages()).map(({ text }) => text)).toEqual(["one", "two", "three"]);
    expect(carla.privates.length).toBe(before + 1);
    expect(lastTold()).toMatch(inSpanish("refusal.limited.messages.person"));
    for (let index = 0; index < 5; index++) await world.user("luis").writes("acme", `We look into it ${index}`, thread);
    await world.settle();
    expect((await world.ticket()).replies).toBe(5);
    await world.pass(3);
    await carla.writes("acme", "seven", thread);
    await world.settle();
    expect((await world.messages()).at(-1)?.text).toBe("seven");
  });
});

describe("a customer who edits many times", () => {
  it("reads once that an edit was not passed on, and until when", async () => {
    world = await startStoryWorld("testchat", { ...sampleDesk, limits: limitsOf({ messages: { person: 3 } }) });
    await opens("Player is down");
    const thread = world.conversation();
    const carla = world.user("carla");
    const before = carla.privates.length;
    const written = await carla.writes("acme", "one", thread);
    await world.settle();
    for (const text of ["two", "three"]) await carla.edits(written, text);
    await world.settle();
    expect(carla.privates.length).toBe(before);
    for (const text of ["four", "five", "six"]) await carla.edits(written, text);
    await world.settle();
    expect((await world.messages()).map(({ text }) => text)).toEqual(["three"]);
    expect(carla.privates.length).toBe(before + 1);
    expect(lastTold()).toMatch(inSpanish("refusal.limited.messages.person"));
  });
});

describe("a customer who opens whole texts many times", () => {
  it("reads until when look-ups are refused, as for other look-ups; a stranger's request counts as refused", async () => {
    const limits = { ...unlimited, lookups: { most: 2, withinMs: 60 * minutes } };
    world = await startStoryWorld("testchat", { ...sampleDesk, limits });
    await opens("Player is down");
    const carla = world.user("carla");
    const whole = async (by: typeof carla, channel: Where) => {
      await by.forges(channel, "show 1001 all");
      await world.settle();
      return by.privates.at(-1)?.text ?? "";
    };
    for (let times = 0; times < 2; times += 1) expect(await whole(carla, "acme")).toContain("since nine.");
    expect(await whole(carla, "acme")).toMatch(/11:0\d/);
    expect(await whole(world.user("oliver"), "north")).not.toContain("since nine.");
    expect(world.counted).toEqual(["refused limited", "refused notYours"]);
  });
});

describe("a customer who sends many files", () => {
  const file = (name: string) => ({ name, type: "application/pdf", content: "x".repeat(400_000) });
  it("reads that the files were not passed on, while the text and the file names were", async () => {
    const limits = { ...unlimited, files: { most: 10, bytes: 1_000_000, withinMs: 24 * 60 * minutes } };
    world = await startStoryWorld("testchat", { ...sampleDesk, limits });
    await opens("Player is down");
    const thread = world.conversation();
    const carla = world.user("carla");
    await carla.writes("acme", "Two logs", thread, [file("a.pdf"), file("b.pdf")]);
    await world.settle();
    await carla.writes("acme", "And one more", thread, [file("c.pdf")]);
    await world.settle();
    const posted = await world.messages();
    expect(posted.map(({ text, files }) => [text, files.map(({ rejectedBecause: not }) => not)])).toEqual([
      ["Two logs", [null, null]],
      ["And one more", ["quota"]],
    ]);
    expect(lastTold()).toMatch(inSpanish("refusal.filesLimited", { count: 1 }));
    await world.pass(25 * 60);
    await carla.writes("acme", "The next day", thread, [file("c.pdf")]);
    await world.settle();
    expect((await world.messages()).at(-1)?.files.map(({ rejectedBecause: not }) => not)).toEqual([null]);
  });

  it("also in a thread that becomes their ticket: the newest files are passed on, and all count", async () => {
    const limits = { ...unlimited, files: { most: 3, bytes: 1_000_000, withinMs: 24 * 60 * minutes } };
    world = await startStoryWorld("slack", { ...sampleDesk, limits });
    const carla = world.user("carla");
    const small = (name: string) => ({ name, type: "application/pdf", content: "x".repeat(5_000) });
    const thread = await carla.writes("acme", "Hola");
    for (const n of [1, 2, 3])
      await carla.writes("acme", `Logs ${n}`, thread, [small(`a${n}.pdf`), small(`b${n}.pdf`)]);
    await carla.calls("acme", "no va", thread);
    await world.settle();
    const reasons = async () => (await world.messages()).flatMap((m) => m.files.map((f) => f.rejectedBecause));
    expect(await reasons()).toEqual(["quota", "quota", null, "quota", null, null]);
    expect(await world.database.rows(sql`select count(*)::int as n from files`)).toEqual([{ n: 3 }]);
    expect(await world.database.rows(sql`select files, bytes::int as bytes from customer_use where files > 0`)).toEqual(
      [{ files: 3, bytes: 15_000 }],
    );
    await carla.writes("acme", "And one more", thread, [small("c.pdf")]);
    await world.settle();
    expect((await reasons()).at(-1)).toBe("quota");
  });
});
