import { beforeEach, expect, test } from "vitest";
import { createLookUps, type LookUps } from "../../../adapters/shared/look-ups.ts";

const hour = 60 * 60_000;
let now: number;
let asked: string[];
let lookUps: LookUps<string>;

beforeEach(() => {
  now = 0;
  asked = [];
  lookUps = createLookUps({
    ask: async (id) => {
      asked.push(id);
      if (id === "refused" || id === "down") throw new Error(id);
      return `name of ${id}`;
    },
    isRefusal: (error) => (error as Error).message === "refused",
    failed: () => {},
    now: () => now,
  });
});

test("an answer and a refusal are remembered for an hour, and a failure for a short time", async () => {
  const ask = async () => Promise.all(["a", "refused", "down"].map((id) => lookUps.findFor("carla", id)));
  expect(await ask()).toEqual(["name of a", null, null]);
  now = 29_000;
  expect(await ask()).toEqual(["name of a", null, null]);
  expect(asked).toHaveLength(3);
  now = 31_000;
  await ask();
  expect(asked.slice(3)).toEqual(["down"]);
  now = hour + 1;
  await ask();
  expect(asked.slice(4)).toEqual(["a", "refused", "down"]);
});

test("what the desk itself asks for is asked again after a failure, and never twice at the same time", async () => {
  await Promise.all([lookUps.find("down"), lookUps.find("down"), lookUps.find("a"), lookUps.find("a")]);
  expect(asked).toEqual(["down", "a"]);
  await Promise.all([lookUps.find("down"), lookUps.find("a")]);
  expect(asked).toEqual(["down", "a", "down"]);
});

test("a person who writes many unknown ids uses up their own budget and not that of others", async () => {
  for (let n = 0; n < 100; n++) await lookUps.findFor("mallory", `id ${n}`);
  expect(asked).toHaveLength(20);
  expect(await lookUps.findFor("mallory", "id 0")).toBe("name of id 0");
  expect(await lookUps.findFor("carla", "luis")).toBe("name of luis");
  now = 60_000;
  for (let n = 100; n < 200; n++) await lookUps.findFor("mallory", `id ${n}`);
  expect(asked).toHaveLength(31);
});

test("many people together cannot use the platform's whole limit, and what the desk itself asks for has no budget", async () => {
  for (let n = 0; n < 100; n++) await lookUps.findFor(`person ${n}`, `id ${n}`);
  expect(asked).toHaveLength(30);
  expect(await lookUps.find("luis")).toBe("name of luis");
});
